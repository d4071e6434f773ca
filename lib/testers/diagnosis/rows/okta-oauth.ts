import { refusedPassword } from '@/lib/products/jamf-connect/passwords/refused-passwords'
import type { DiagnosisRow } from '../row'
import { JAMF_OKTA_OIDC, OKTA_OAUTH_ERRORS } from '../sources'
import { EXPIRED } from './word-patterns'

const APP = 'Okta Admin Console > Applications > the app'
const POLICY = 'Okta Admin Console > Security > Authentication Policies (now App sign-in policies)'

/** OAuth errors of Okta: sign-in and password check by OpenID Connect. */
export const oktaOauth: readonly DiagnosisRow[] = [
  {
    id: 'okta-grant-not-allowed',
    provider: 'Okta',
    match: { error: 'unauthorized_client', text: 'not authorized to use the provided grant type' },
    verdict: 'not-the-password',
    clause: 'the app may not use this grant',
    example: {
      error: 'unauthorized_client',
      description:
        'The client is not authorized to use the provided grant type. Configured grant types: [authorization_code].',
    },
    cause:
      'The app may not use this grant: Resource Owner Password for the password check, or the one of the sign-in.',
    fix: 'Tick the grant in the settings of the app; newer consoles have it under Advanced. Okta Identity Engine needs Interaction Code.',
    key: 'login/OIDCROPGID',
    console: `${APP} > General > Grant type`,
    source: OKTA_OAUTH_ERRORS,
    certainty: 'documented',
  },
  {
    id: 'okta-wrong-password',
    ...refusedPassword('okta-wrong-password'),
    example: {
      text: '{"error":"invalid_grant","error_description":"The credentials provided were invalid."}',
    },
    cause:
      'The user name or the password is wrong, or the account is locked: Okta gives one answer for both.',
    fix: 'Check the form of the user name, and in Okta whether the account is locked.',
    console: 'Okta Admin Console > Directory > People > the user',
    source: OKTA_OAUTH_ERRORS,
    certainty: 'documented',
  },
  {
    id: 'okta-second-factor',
    provider: 'Okta',
    match: { error: 'invalid_grant', text: 'cannot be used with MFA' },
    verdict: 'unknown',
    clause: 'a policy asks for a second factor',
    example: {
      error: 'invalid_grant',
      description: 'Resource owner password credentials cannot be used with MFA enabled.',
    },
    cause:
      'A policy asks for a second factor in the app of the password check, which cannot give one. Whether Okta looked at the password before, it does not say.',
    fix: 'Give that app a policy with the password only. For a second factor at the login window, use a second app for the sign-in.',
    key: 'login/OIDCROPGID',
    console: POLICY,
    source: JAMF_OKTA_OIDC,
    certainty: 'inferred',
  },
  {
    id: 'okta-mfa-required',
    provider: 'Okta',
    match: { error: 'mfa_required' },
    verdict: 'password-right',
    example: {
      text: '{"error":"mfa_required","error_description":"MFA required","mfa_token":"x"}',
    },
    cause:
      'Okta accepted the password and asks for a second factor, which a password check in the background cannot give.',
    fix: 'Give the app of the password check a policy with the password only.',
    key: 'login/OIDCROPGID',
    console: POLICY,
    source: 'https://developer.okta.com/docs/guides/configure-direct-auth-grants/',
    certainty: 'documented',
  },
  {
    id: 'okta-sign-on-policy',
    provider: 'Okta',
    match: { error: 'invalid_grant', text: 'denied by sign.?on policy' },
    verdict: 'unknown',
    clause: 'a policy forbids a sign-in with the password only',
    example: {
      error: 'invalid_grant',
      description: 'Resource owner password credentials authentication denied by sign on policy.',
    },
    cause:
      'The app sign-in policy (once authentication policy), or the global session policy, forbids a sign-in with the password only.',
    fix: 'Give the app of the password check a policy with the password only, and allow the password in the global session policy.',
    key: 'login/OIDCROPGID',
    console: POLICY,
    source: OKTA_OAUTH_ERRORS,
    certainty: 'documented',
  },
  {
    id: 'okta-password-expired',
    provider: 'Okta',
    match: { text: EXPIRED },
    verdict: 'password-right',
    clause: 'it has expired',
    asks: 'user-action',
    example: { error: 'access_denied', description: "The user's password is expired." },
    cause:
      'The password has expired. Okta documents the answer; that it comes for the right password only is inferred.',
    fix: 'Have the user change the password. The configuration is not at fault.',
    key: 'login/ChangePasswordURL',
    console: 'Okta Admin Console > Directory > People > the user',
    source: OKTA_OAUTH_ERRORS,
    certainty: 'inferred',
  },
  {
    id: 'okta-no-password',
    provider: 'Okta',
    match: { error: 'invalid_grant', text: 'does not configure a password' },
    verdict: 'not-the-password',
    clause: 'the user has no password in Okta',
    example: { error: 'invalid_grant', description: 'The user does not configure a password.' },
    cause: 'The user has no password in Okta.',
    fix: 'Passwords of such users cannot be checked. Test with a user who has one.',
    console: 'Okta Admin Console > Directory > People > the user',
    source: OKTA_OAUTH_ERRORS,
    certainty: 'documented',
  },
  {
    id: 'okta-not-assigned',
    provider: 'Okta',
    match: { error: 'access_denied', text: 'not assigned to the client application' },
    verdict: 'not-the-password',
    clause: 'the user is not assigned to the app',
    example: {
      error: 'access_denied',
      description: 'User is not assigned to the client application.',
    },
    cause: 'The user is not assigned to the app; with two apps, often only to one of them.',
    fix: 'Assign the same people to the app of the sign-in and to the app of the password check.',
    key: 'login/OIDCClientID',
    console: `${APP} > Assignments`,
    source: OKTA_OAUTH_ERRORS,
    certainty: 'documented',
  },
  {
    id: 'okta-server-policy',
    provider: 'Okta',
    match: { error: 'access_denied', text: 'policy evaluation failed' },
    verdict: 'unknown',
    clause: 'no access policy of the authorization server allows the request',
    example: {
      error: 'access_denied',
      description: 'Policy evaluation failed for this request, please check the policy configurations.',
    },
    cause: 'The custom authorization server has no access policy with a rule for this app, grant and scope.',
    fix: 'Add a rule, or use the discovery document of the organization, without /oauth2/default in the address.',
    key: 'login/OIDCDiscoveryURL',
    console: 'Okta Admin Console > Security > API > Authorization Servers > Access Policies',
    source: OKTA_OAUTH_ERRORS,
    certainty: 'documented',
  },
  {
    id: 'okta-consent',
    requests: ['password-check'],
    provider: 'Okta',
    match: { error: 'consent_required' },
    verdict: 'not-the-password',
    clause: 'a scope needs the consent of the user',
    example: { error: 'consent_required', description: "uncheck 'Require consent'" },
    cause: 'A scope needs the consent of the user, whom a password check cannot ask.',
    fix: 'Turn off Require consent for the app or the scope.',
    key: 'login/OIDCScopes',
    console: `${APP} > General > User consent`,
    source: OKTA_OAUTH_ERRORS,
    certainty: 'documented',
  },
]
