import type { ProviderRow } from '../providers/provider-row'
import { providersWhere, providersWith } from '../providers/providers-with'

/** Okta over the Authentication API: Jamf Connect draws the sign-in form itself. */
export const oktaClassic = providersWith('protocol', 'okta-authn')

/** The other providers: people sign in on a page of the provider, which knows Jamf Connect as a client. */
export const overOpenIdConnect = providersWith('protocol', 'oidc')

/** The provider checks passwords for a client ID, by the password grant; it has none where they are checked over LDAP. */
export const checksWithClient = ({ protocol, ldap }: ProviderRow): boolean =>
  protocol === 'oidc' && ldap === undefined

/** Nothing else tells Jamf Connect where the discovery document is. */
export const asksForDiscoveryUrl = providersWhere(({ discovery }) => discovery.kind === 'explicit')

/** The address of the discovery document is made from the tenant. Those whose tenant is a name, and no host, come first. */
export const asksForTenant = providersWhere(
  ({ discovery }) => discovery.kind === 'computed' && discovery.otherwise === undefined,
  ({ examples }) => examples.tenant?.includes('.') === false,
)

/** There is an address for every tenant, which stands in while none is configured. */
export const hasSharedTenant = providersWhere(
  ({ discovery }) => discovery.kind === 'computed' && discovery.otherwise !== undefined,
)

/** A refused password may be a right one. Those of which the codes are documented come first. */
export const takesSuccessCodes = providersWhere(
  ({ successCodes }) => successCodes !== 'none',
  ({ examples }) => examples.successCode !== undefined,
)
export const asksForSuccessCodes = providersWith('successCodes', 'recommended')
