import { vendorSources } from '@/lib/products/jamf-connect/providers/vendor-sources'
import type { DiagnosisRow } from '../row'

/** Refusals of providers of which no application gets the password grant: there is nothing to turn on. */
export const noPasswordGrant: readonly DiagnosisRow[] = (['JumpCloud', 'PingOne', 'authentik'] as const).map(
  (vendor) => ({
    id: `${vendor.toLowerCase()}-no-grant`,
    requests: ['password-check'],
    provider: vendor,
    match: { error: ['unauthorized_client', 'unsupported_grant_type'] },
    verdict: 'not-the-password',
    clause: `${vendor} has no password grant`,
    about: 'grant',
    cause: `No application of ${vendor} can check the password with which people sign in.`,
    fix: 'Turn on OIDCNewPassword, so that the local password is a separate one, or have another provider check passwords with ROPGDiscoveryURL.',
    key: 'login/OIDCNewPassword',
    source: vendorSources[vendor],
    certainty: 'documented',
  }),
)
