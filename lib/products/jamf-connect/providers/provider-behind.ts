import type { JamfContext } from '../context'
import { LOGIN_DOMAIN } from '../context'
import { exactTextOf, textOf } from '../keys'
import { discoveryUrl } from './discovery-url'
import { hybridProvider, mayCheckElsewhere } from './providers'
import { namedVendor, type Vendor, vendorAt, vendorOf } from './vendors'

/**
 * The provider behind the configuration, seen from the domain of the context: what its discovery address shows,
 * whatever the value of OIDCProvider or Provider. "Custom" with an address of Okta is Okta by OpenID Connect.
 */
export function providerBehind(context: JamfContext): Vendor | null {
  return vendorOf(context.provider, discoveryUrl(context)?.url)
}

/**
 * The provider that checks passwords, seen from the domain of the context. The login window may ask another one than
 * for the sign-in: https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Azure_AD_Hybrid_ID_Settings
 */
export function passwordProviderBehind(context: JamfContext): Vendor | null {
  const loginWindow = context.domain === LOGIN_DOMAIN
  const own = loginWindow ? textOf(context, 'login/ROPGDiscoveryURL') : ''
  const mayDiffer = loginWindow && mayCheckElsewhere(context.provider)
  const hybrid = hybridProvider(mayDiffer ? exactTextOf(context, 'login/ROPGProvider') : '')
  if (own !== '') {
    return vendorAt(own)
  }
  return hybrid === undefined ? providerBehind(context) : namedVendor(hybrid.id)
}
