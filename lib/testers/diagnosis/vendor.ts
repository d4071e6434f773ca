import type { Vendor } from './row'

/** Hosts and paths of issuers that tell the product behind them. */
const ISSUERS: readonly (readonly [RegExp, Vendor])[] = [
  [/^https?:\/\/(login\.microsoftonline\.|login\.partner\.microsoftonline\.|sts\.windows\.net)/i, 'EntraID'],
  [/^https?:\/\/[^/]*\.(okta|oktapreview|okta-emea|okta-gov)\.com(?=[:/]|$)/i, 'Okta'],
  [/^https?:\/\/accounts\.google\.com(?=[:/]|$)/i, 'GoogleID'],
  [/^https?:\/\/[^/]*\.(verify\.ibm|ice\.ibmcloud)\.com(?=[:/]|$)/i, 'IBMCI'],
  [/^https?:\/\/[^/]*\.onelogin\.com(?=[:/]|$)/i, 'OneLogin'],
  [/^https?:\/\/[^/]*\.auth0\.com(?=[:/]|$)/i, 'Auth0'],
  [/^https?:\/\/[^/]+\/adfs(?=\/|$)/i, 'AD FS'],
  [/^https?:\/\/[^/]+(\/[^/]+)*\/realms\//i, 'Keycloak'],
]

/**
 * Whose words an answer is in: the product that the issuer's address shows, else the configured provider. Null for
 * "Custom" with an address that shows nothing.
 */
export function vendorOf(provider: Vendor | null, issuer = ''): Vendor | null {
  const shown = ISSUERS.find(([pattern]) => pattern.test(issuer))?.[1]
  const named = provider === 'Custom' ? null : provider
  return shown === 'Okta' && isOkta(named) ? named : (shown ?? named)
}

/** Whether the vendor is Okta, by whichever of its interfaces. */
export function isOkta(vendor: Vendor | 'any' | null): boolean {
  return vendor === 'Okta' || vendor === 'OktaIdentityEngine' || vendor === 'Okta-OIDC'
}
