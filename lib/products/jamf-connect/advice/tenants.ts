import { urlIn, withoutScheme } from '../../../schema/web-address'
import { nameOfPath, quoted } from '../../../schema/words'
import { seenFrom } from '../context'
import { passwordProviderBehind, providerBehind } from '../providers/provider-behind'
import { traitsOf, type Vendor, vendorAt } from '../providers/vendors'
import { removal } from './move'
import { advise, connect, login, type Rule, textOf } from './rule'

const tenants = [
  { place: login('OIDCTenant'), providerOf: providerBehind },
  { place: login('ROPGTenant'), providerOf: passwordProviderBehind },
  { place: connect('IdPSettings', 'TenantID'), providerOf: providerBehind },
]
const discoveries = [
  login('OIDCDiscoveryURL'),
  login('ROPGDiscoveryURL'),
  connect('IdPSettings', 'DiscoveryURL'),
]

/**
 * A tenant of Entra ID that is none, by itself or in an address. The password check cannot use it, and single-tenant
 * apps refuse it. A tenant beside an address of another provider is left alone, whatever the value of the provider.
 */
export const sharedEntraTenant: Rule = (subject) => {
  const named = tenants
    .map(({ place, providerOf }) => ({
      place,
      vendor: providerOf(seenFrom(subject.context, place.domain)),
      tenant: textOf(subject, place).trim(),
    }))
    .filter(isShared)
  const inAddress = discoveries
    .map((place) => ({ place, address: textOf(subject, place) }))
    .map(({ place, address }) => ({
      place,
      vendor: vendorAt(address),
      tenant: urlIn(address)?.pathname.split('/')[1] ?? '',
    }))
    .filter(isShared)
  return [...named, ...inAddress].map(({ place, tenant }) => {
    const holds = named.some((each) => each.place === place) ? 'is' : 'names'
    const message = `${nameOfPath(place.path)} ${holds} ${quoted(tenant)}, which stands for every organization. An app that is registered for one tenant is refused there (AADSTS50194); use your directory (tenant) ID.`
    return advise('shared-entra-tenant', place, message)
  })
}

function isShared({ vendor, tenant }: { readonly vendor: Vendor | null; readonly tenant: string }): boolean {
  return traitsOf(vendor)?.sharedTenants?.test(tenant) === true
}

/** OIDCAuthServer is for a custom authorization server; the org's own needs no key. */
export const sameOktaServer: Rule = (subject) => {
  const place = login('OIDCAuthServer')
  const host = (text: string) => withoutScheme(text.trim().toLowerCase()).replace(/\/+$/, '')
  const custom = host(textOf(subject, place))
  if (custom === '' || custom !== host(textOf(subject, login('AuthServer')))) {
    return []
  }
  const message =
    'OIDCAuthServer names the same host as AuthServer. It is meant for a custom authorization server of Okta only; remove it.'
  return [advise('same-okta-server', place, message, removal(place))]
}
