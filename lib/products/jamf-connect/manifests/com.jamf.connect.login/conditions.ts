import type { Condition } from '../../../../schema/condition-type'

/** Okta over the Authentication API: the login window draws the sign-in form itself. */
export const oktaClassic = { provider: ['Okta'] } as const satisfies Condition

/** OpenID Connect: users sign in on the provider's page in a web view. Also holds before a provider is chosen. */
export const openIdConnect = { not: { provider: ['Okta'] } } as const satisfies Condition

/** OpenID Connect with the password grant and role claims, neither of which Google offers. */
export const openIdConnectExceptGoogle = {
  not: { provider: ['Okta', 'GoogleID'] },
} as const satisfies Condition
