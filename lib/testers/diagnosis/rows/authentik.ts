import type { DiagnosisRow } from '../row'
import { AUTHENTIK_PASSWORD } from '../sources'

/** Answers of authentik. */
export const authentik: readonly DiagnosisRow[] = [
  {
    id: 'authentik-app-password',
    requests: ['password-check'],
    provider: 'authentik',
    match: { error: 'invalid_grant' },
    verdict: 'may-be-wrong',
    cause:
      'With this grant authentik checks app passwords only, never the password with which people sign in, so Jamf Connect cannot check that one.',
    fix: 'Have another provider check passwords with ROPGDiscoveryURL, or turn on OIDCNewPassword, so that the local password is a separate one.',
    key: 'login/OIDCNewPassword',
    console: 'authentik > Directory > Tokens and App passwords',
    source: AUTHENTIK_PASSWORD,
    certainty: 'documented',
  },
]
