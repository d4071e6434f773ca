import { refusedPassword } from '@/lib/products/jamf-connect/passwords/refused-passwords'
import type { DiagnosisRow } from '../row'
import { WRONG } from '../several-causes'
import { IBM_LOGIN, IBM_MESSAGES, JAMF_ONELOGIN, JAMF_PING, ONELOGIN_MFA } from '../sources'

const PING = 'PingFederate > Applications > OAuth > Clients > the client'

/** Answers of IBM Security Verify, OneLogin and PingFederate. */
export const ibmOneloginPing: readonly DiagnosisRow[] = [
  {
    id: 'ibm-confidential',
    provider: 'IBMCI',
    match: { code: ['CSIAQ0160E'] },
    verdict: 'not-the-password',
    clause: 'the application asks for a client secret',
    cause:
      'The application was saved with a client secret, and none was sent. On the Mac this looks like a wrong password.',
    fix: 'Tick Public client (no client secret) in the application.',
    key: 'login/OIDCROPGID',
    console: 'IBM Security Verify > Applications > the application > Sign-on',
    source: IBM_LOGIN,
    certainty: 'documented',
  },
  {
    id: 'ibm-wrong-password',
    ...refusedPassword('ibm-wrong-password'),
    cause:
      'IBM Security Verify says that the user name or the password is wrong. That a locked or disabled account gets another answer is not documented.',
    fix: 'Check the form of the user name first, then the password, then the state of the account.',
    source: IBM_MESSAGES,
    certainty: 'inferred',
  },
  {
    id: 'ibm-not-entitled',
    provider: 'IBMCI',
    match: { code: ['CSIAQ0279E'] },
    verdict: 'not-the-password',
    clause: 'the user is not entitled to the application',
    cause: 'Only users who are entitled to the application may sign in, and this one is not.',
    fix: 'Entitle the user, or all users, to the application.',
    console: 'IBM Security Verify > Applications > the application > Entitlements',
    source: IBM_MESSAGES,
    certainty: 'inferred',
  },
  {
    id: 'onelogin-second-factor',
    provider: 'OneLogin',
    match: {
      error: ['invalid_grant', 'invalid_request', 'access_denied', 'mfa_required', 'unauthorized'],
      // The whole of it: a condition, a denial or a further statement leaves open whether the password was looked at.
      text: '^\\S+ MFA is required[.!]?$',
    },
    verdict: 'password-right',
    example: { text: '{"error":"invalid_grant","error_description":"MFA is required"}' },
    cause: 'OneLogin accepted the password and asks for a second factor in place of sending tokens.',
    fix: 'Enter MFA in the success codes of the login window and of Self Service+.',
    key: 'login/ROPGSuccessCodes',
    console: 'OneLogin > Security > Policies',
    source: ONELOGIN_MFA,
    certainty: 'documented',
  },
  {
    id: 'onelogin-second-factor-named',
    provider: 'OneLogin',
    match: { text: `^(?!.*(${WRONG})).*\\bMFA\\b` },
    verdict: 'unknown',
    clause: 'OneLogin speaks of a second factor, and does not say whether it looked at the password',
    example: {
      error: 'invalid_grant',
      description: 'Password grant is not available for users with MFA',
    },
    cause:
      'OneLogin speaks of a second factor. That it asks for one after a right password, this answer does not say.',
    fix: 'Read what OneLogin said, and look for this sign-in among its events. An app policy without a second factor lets the password check through.',
    key: 'login/OIDCROPGID',
    console: 'OneLogin > Security > Policies',
    source: ONELOGIN_MFA,
    certainty: 'inferred',
  },
  {
    id: 'onelogin-client-authentication',
    provider: 'OneLogin',
    match: { error: 'invalid_client', secret: 'none' },
    verdict: 'not-the-password',
    clause: 'the client ID may be wrong, or the application asks for a client secret',
    about: 'client',
    cause:
      'OneLogin does not know the client ID, or the application asks for a client secret, which is not configured. That OneLogin answers so is inferred.',
    fix: 'Copy the client ID again, and set the authentication method of the token endpoint to None (PKCE).',
    key: 'login/OIDCClientID',
    console: 'OneLogin > Applications > the application > SSO > Token Endpoint',
    source: JAMF_ONELOGIN,
    certainty: 'inferred',
  },
  {
    id: 'ping-grant',
    provider: 'PingFederate',
    match: { error: 'unauthorized_client' },
    verdict: 'not-the-password',
    clause: 'the client may not use the password grant',
    example: { error: 'unauthorized_client', description: 'unsupported grant' },
    cause:
      'The client may not use the password grant. Which of the two standard errors PingFederate sends for that is inferred.',
    fix: 'Tick Resource Owner Password Credentials in the client, and map the grant to a password validator.',
    key: 'login/OIDCROPGID',
    console: `${PING} > Allowed grant types`,
    source: JAMF_PING,
    certainty: 'inferred',
  },
  {
    id: 'ping-grant-type',
    provider: 'PingFederate',
    match: { error: 'unsupported_grant_type' },
    verdict: 'not-the-password',
    clause: 'the password grant is off',
    example: { error: 'unsupported_grant_type', description: '' },
    cause:
      'The password grant is off. Which of the two standard errors PingFederate sends for that is inferred.',
    fix: 'Tick Resource Owner Password Credentials in the client, and map the grant to a password validator.',
    key: 'login/OIDCROPGID',
    console: `${PING} > Allowed grant types`,
    source: JAMF_PING,
    certainty: 'inferred',
  },
]
