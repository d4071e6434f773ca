import type { DiagnosisRow } from '../row'
import { AUTH0_PASSWORD, JAMF_AD_FS } from '../sources'

/** Answers and symptoms of Auth0 and AD FS. */
export const auth0AdFs: readonly DiagnosisRow[] = [
  {
    id: 'auth0-denied',
    provider: 'Auth0',
    match: { error: 'access_denied' },
    verdict: 'unknown',
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
    id: 'ad-fs-hybrid',
    provider: 'AD FS',
    match: { symptom: 'password-check-fails' },
    verdict: 'not-the-password',
    cause:
      'The sign-in works with Entra ID, but passwords are to be checked by AD FS, whose keys are missing or whose address is wrong.',
    fix: 'Configure ROPGProvider, OIDCROPGID and ROPGDiscoveryURL, which ends in /adfs/.well-known/openid-configuration.',
    key: 'login/ROPGDiscoveryURL',
    console: 'AD FS Management > Application Groups',
    source: JAMF_AD_FS,
    certainty: 'documented',
  },
]
