import { isTemplate } from '../../../schema/templates'
import { urlIn, withoutScheme } from '../../../schema/web-address'
import { nameOfPath } from '../../../schema/words'
import { seenFrom } from '../context'
import { guidIn, isGuid } from '../providers/guid'
import { providerBehind } from '../providers/provider-behind'
import { sameVendor, type Vendor, vendorAt } from '../providers/vendors'
import { advise, connect, login, type Place, type Rule, type Subject, textOf } from './rule'

/** A tenant as an address or a key names it: its name, and the host where that is known. */
type Named = { readonly name: string; readonly host?: string }

/** How a product names a tenant in its addresses and in keys; null where one tells nothing that can be compared. */
type Naming = {
  readonly of: readonly Vendor[]
  readonly inAddress: (address: URL) => Named | null
  readonly inKey: (text: string) => Named | null
}

/** A tenant that is the first part of a host, by which keys may name it alone. */
function firstPartOf(host: RegExp, sameHost: boolean): Pick<Naming, 'inAddress' | 'inKey'> {
  const inHost = (text: string): Named | null => {
    const [, name] = host.exec(text) ?? []
    return name === undefined ? null : { name, ...(sameHost ? { host: text } : {}) }
  }
  return {
    inAddress: ({ hostname }) => inHost(hostname.toLowerCase()),
    inKey: (text) => {
      const bare = withoutScheme(text)
        .replace(/[/:?#].*$/, '')
        .toLowerCase()
      return /^[a-z0-9-]+$/.test(bare) && !isGuid(bare) ? { name: bare } : inHost(bare)
    },
  }
}

/** The forms are those of `tenantFlaw` and of the vendors' hosts; the hosts of services are no tenants. */
const namings: readonly Naming[] = [
  {
    of: ['EntraID', 'Azure AD B2C'],
    inAddress: ({ pathname }) => named(guidIn(pathname)),
    // A directory has several domains, so that only GUIDs can be compared.
    inKey: (text) => named(isGuid(text) ? text : undefined),
  },
  {
    of: ['OneLogin'],
    ...firstPartOf(/^(?!(?:api|app|www|developers|openid-connect)\.)([a-z0-9-]+)\.onelogin\.com$/, false),
  },
  {
    of: ['IBMCI'],
    ...firstPartOf(/^([a-z0-9-]+)\.(?:verify\.ibm|ice\.ibmcloud|ibmcloud)\.com$/, false),
  },
  {
    of: ['Okta', 'OktaIdentityEngine', 'Okta-OIDC'],
    ...firstPartOf(
      /^([a-z0-9-]+?)(?:-admin)?\.(?:(?:okta|oktapreview|okta-emea|okta-gov)\.com|okta\.mil)$/,
      true,
    ),
  },
]

const named = (guid: string | undefined): Named | null =>
  guid === undefined ? null : { name: guid.toLowerCase() }

const addressOfCheck = login('ROPGDiscoveryURL')
const tenantOfSignIn = login('OIDCTenant')

/** Keys with the address of a provider, and those that name its tenant, the nearest first. */
const pairs: readonly (readonly [address: Place, ...tenants: Place[]])[] = [
  [login('OIDCDiscoveryURL'), tenantOfSignIn],
  [addressOfCheck, login('ROPGTenant'), tenantOfSignIn],
  [connect('IdPSettings', 'DiscoveryURL'), connect('IdPSettings', 'TenantID')],
  [connect('IdPSettings', 'OktaAuthServer'), connect('IdPSettings', 'TenantID')],
]

/** Tenants that an address shows, and another one in the key beside it. */
export const tenantInAddress: Rule = (subject) =>
  pairs.flatMap(([place, ...tenants]) => {
    const address = textOf(subject, place).trim()
    const vendor = vendorAt(address)
    const key = tenants.find((each) => textOf(subject, each).trim() !== '')
    const naming = namings.find(({ of }) => vendor !== null && of.includes(vendor))
    if (key === undefined || naming === undefined || !isOfOne(place, key, vendor, subject)) {
      return []
    }
    const tenant = textOf(subject, key).trim()
    const url = urlIn(`https://${withoutScheme(address)}`)
    const shown = url === null || isTemplate(address) ? null : naming.inAddress(url)
    const given = isTemplate(tenant) ? null : naming.inKey(tenant)
    if (shown === null || given === null || !differ(shown, given)) {
      return []
    }
    const message = `${nameOfPath(place.path)} is that of the tenant ${shown.host ?? shown.name}, and ${nameOfPath(key.path)} is ${given.host ?? given.name}. Which of the two Jamf Connect follows for what is not documented: let both name the tenant of your users.`
    return [advise('discovery-tenant', place, message)]
  })

const differ = (one: Named, other: Named): boolean =>
  one.name !== other.name || (one.host !== undefined && other.host !== undefined && one.host !== other.host)

/** Whether the tenant is one of the provider at the address: that of the sign-in need not be that of the password check. */
function isOfOne(address: Place, tenant: Place, vendor: Vendor | null, { context }: Subject): boolean {
  const elsewhere = address === addressOfCheck && tenant === tenantOfSignIn
  return !elsewhere || sameVendor(vendor, providerBehind(seenFrom(context, address.domain)))
}
