import type { Condition } from '../../../../schema/condition-type'

/** With a separate local password, the login window has no network password to check. */
export const checksPasswords = { not: { key: 'OIDCNewPassword', is: [true] } } as const satisfies Condition

/**
 * Beside Entra ID, the login window checks passwords at the provider that ROPGProvider names. The key is heeded with Entra ID only.
 * https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Azure_AD_Hybrid_ID_Settings
 */
export const atAdFs = hybrid('Custom', 'ROPGProvider is Custom (AD FS)')
export const atHybridEntra = hybrid('Azure_v2', 'ROPGProvider is Azure_v2')

function hybrid(value: string, said: string) {
  return { all: [{ provider: ['EntraID'] }, { key: 'ROPGProvider', is: [value] }], said } as const
}

/** Okta over the Authentication API: the login window draws the sign-in form itself. */
export const oktaClassic = { provider: ['Okta'] } as const satisfies Condition

/** OpenID Connect: users sign in on the provider's page in a web view. Also holds before a provider is chosen. */
export const openIdConnect = { not: { provider: ['Okta'] } } as const satisfies Condition

/** OpenID Connect with the password grant and role claims, neither of which Google offers. */
export const openIdConnectExceptGoogle = {
  not: { provider: ['Okta', 'GoogleID'] },
} as const satisfies Condition
