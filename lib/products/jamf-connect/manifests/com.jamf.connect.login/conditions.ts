import type { Condition } from '../../../../schema/condition-type'
import { hybridValues } from '../../providers/hybrid-values'
import { providersWhere, providersWith } from '../../providers/providers-with'
import { checksWithClient, oktaClassic } from '../provider-conditions'

/** With a separate local password, the login window has no network password to check. */
export const checksPasswords = { not: { key: 'OIDCNewPassword', is: [true] } } as const satisfies Condition

/**
 * The login window may check passwords at the provider that ROPGProvider names. Jamf documents the key with Entra ID.
 * https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Azure_AD_Hybrid_ID_Settings
 */
export const heedsRopgProvider = providersWith('checksElsewhere', 'at-a-provider')
export const atAdFs = hybrid(hybridValues.adFs, 'ROPGProvider is Custom (AD FS)')
export const atHybridEntra = hybrid(hybridValues.entra, 'ROPGProvider is Azure_v2')

function hybrid(value: string, said: string) {
  return { all: [heedsRopgProvider, { key: 'ROPGProvider', is: [value] }], said } as const
}

/** The password check may have a place of its own, beside that of the sign-in. */
export const mayNamePasswordPlace = providersWith(
  'checksElsewhere',
  'at-an-address',
  'with-a-secret',
  'at-a-provider',
)
export const mayNamePasswordSecret = providersWith('checksElsewhere', 'with-a-secret', 'at-a-provider')

/** OpenID Connect: users sign in on the provider's page in a web view. Also holds before a provider is chosen. */
export const openIdConnect = { not: oktaClassic } as const

/** OpenID Connect with the password grant. Also holds before a provider is chosen. */
export const passwordGrant = { not: providersWhere((row) => !checksWithClient(row)) } as const

/** The token brings claims that name the roles of a user. Also holds before a provider is chosen. */
export const roleClaims = { not: providersWith('rolesFrom', 'okta-apps', 'nothing') } as const
