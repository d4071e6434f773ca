import type { DiagnosisRow } from '../row'
import { AUTH0_ERRORS, AUTH0_PASSWORD } from '../sources'

/** Answers and symptoms of Auth0. */
export const auth0: readonly DiagnosisRow[] = [
  {
    id: 'auth0-denied',
    requests: ['password-check'],
    provider: 'Auth0',
    match: { error: 'access_denied' },
    verdict: 'unknown',
    clause: 'a rule, an action or the connection denies the password grant',
    cause: 'A rule, an action or the connection denies the password grant.',
    fix: 'Limit the rule or action so that it leaves this application alone.',
    console: 'Auth0 > Actions, and Auth0 > Monitoring > Logs',
    source: AUTH0_PASSWORD,
    certainty: 'documented',
  },
  {
    id: 'auth0-no-directory',
    provider: 'Auth0',
    match: { symptom: 'password-check-fails' },
    verdict: 'not-the-password',
    cause: 'The tenant has no default directory for passwords, or the application lacks the grant Password.',
    fix: 'Set Default Directory to a connection with passwords, and tick the grant Password in the application.',
    key: 'login/OIDCROPGID',
    console: 'Auth0 > Settings > General > API Authorization Settings',
    source: AUTH0_PASSWORD,
    certainty: 'documented',
  },
  {
    id: 'auth0-wrong-password',
    provider: 'Auth0',
    match: {
      error: ['invalid_grant', 'invalid_user_password'],
      text: 'wrong (e-?mail|user ?name|phone number|credentials)|invalid_user_password',
    },
    verdict: 'password-wrong',
    cause:
      'The user name or the password is wrong, or the user is in another connection than the default directory.',
    fix: 'Check the user name, and that Default Directory is the connection of this user.',
    console: 'Auth0 > Monitoring > Logs',
    source: AUTH0_ERRORS,
    certainty: 'documented',
  },
  {
    id: 'auth0-blocked',
    provider: 'Auth0',
    match: { error: ['too_many_attempts', 'too_many_requests', 'password_leaked', 'unauthorized'] },
    verdict: 'unknown',
    clause: 'Auth0 has blocked the user or the password',
    cause:
      'The user is blocked, there were too many attempts from this address, or the password is in a list of leaked ones. Auth0 may say so before it looks at the password.',
    fix: 'Do not repeat the test. Unblock the user, or have the user choose another password.',
    console: 'Auth0 > User Management > Users > the user, and Auth0 > Security > Attack Protection',
    source: AUTH0_ERRORS,
    certainty: 'documented',
  },
  {
    id: 'auth0-grant',
    provider: 'Auth0',
    match: { error: 'unauthorized_client', text: 'grant type' },
    verdict: 'not-the-password',
    clause: 'the application may not use the password grant',
    cause: 'The grant Password is not ticked in the application.',
    fix: 'Tick Password among the grant types of the application.',
    key: 'login/OIDCROPGID',
    console: 'Auth0 > Applications > the application > Advanced Settings > Grant Types',
    source: AUTH0_PASSWORD,
    certainty: 'documented',
  },
]
