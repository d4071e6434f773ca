import type { KnownKey } from '../../../schema/keys'
import type { Settings } from '../../../schema/settings'
import { urlIn } from '../../../schema/web-address'
import { CONNECT_DOMAIN, type JamfContext, LOGIN_DOMAIN, providerNamed, seenFrom } from '../context'
import { exactTextOf, textOf } from '../keys'
import type { KeyId } from '../manifests/key-ids'
import { discoveryUrl } from '../providers/discovery-url'
import { passwordProviderBehind, providerBehind } from '../providers/provider-behind'
import { OKTA_SPELLING } from '../providers/provider-options'
import { rowOf } from '../providers/providers'
import { namedVendor, sameVendor, traitsOf, type Vendor } from '../providers/vendors'

/** Linked keys of the login window that are about the check of passwords, which another provider may do. */
const OF_THE_CHECK: readonly string[] = [
  'login/OIDCROPGID',
  'login/ROPGTenant',
  'login/ROPGSuccessCodes',
  'login/ChangePasswordURL',
] satisfies readonly KeyId[]

/** Keys that are the same whichever provider stands behind them, and those that name it. */
const OF_NO_PROVIDER: readonly string[] = [
  'login/OIDCProvider',
  'connect/IdPSettings/Provider',
  'login/LicenseFile',
  'connect/LicenseFile',
] satisfies readonly KeyId[]

/** Whether the login window checks passwords at another place than people sign in at. */
export function checksElsewhere({ settings }: Pick<JamfContext, 'settings'>): boolean {
  const ids = ['login/ROPGProvider', 'login/ROPGDiscoveryURL'] as const
  return ids.some((id) => textOf({ settings }, id) !== '')
}

/**
 * The provider that people sign in at, seen from the domain of the context. An address that is made of the tenant tells
 * nothing: a tenant of another provider must not pass for its own.
 */
export function signInProvider(context: JamfContext): Vendor | null {
  return discoveryUrl(context)?.source === 'computed' ? context.provider : providerBehind(context)
}

/**
 * Whether two linked keys belong to one provider, so that a value of one can be one of the other: the menu bar app may
 * ask another provider than the login window, and that one another for the password than for the sign-in. What cannot
 * be told goes by the names.
 */
export function belongTogether(one: KnownKey, other: KnownKey, context: JamfContext): boolean {
  if (OF_NO_PROVIDER.includes(one.id)) {
    return true
  }
  if (SECRETS.includes(one.id) && SECRETS.includes(other.id) && !isOneApplication(context)) {
    return false
  }
  const [a, b] = [sideOf(one, context), sideOf(other, context)]
  const hosts = a.host !== null && b.host !== null
  if (hosts && a.host === b.host) {
    return true
  }
  if (a.vendor !== null && b.vendor !== null) {
    const same = sameVendor(a.vendor, b.vendor)
    // Two servers of a product that organizations run themselves are two providers.
    return same && (!hosts || traitsOf(a.vendor)?.hosts !== undefined)
  }
  return !hosts && !a.elsewhere && !b.elsewhere && sameProvider(context)
}

const SECRETS: readonly string[] = [
  'login/OIDCClientSecret',
  'connect/IdPSettings/ClientSecret',
] satisfies readonly KeyId[]

/**
 * Whether the sign-in and the menu bar app use one registered application, which has one secret. A menu bar
 * app that asks over LDAP has none.
 */
function isOneApplication(context: JamfContext): boolean {
  const signIn = textOf(context, 'login/OIDCClientID').toLowerCase()
  const asked = textOf(context, 'connect/IdPSettings/ROPGID') || textOf(context, 'login/OIDCROPGID')
  const check = asked.toLowerCase()
  const ldap = rowOf(seenFrom(context, CONNECT_DOMAIN).provider)?.ldap !== undefined
  return !ldap && (signIn === '' || check === '' || signIn === check)
}

/** A provider, as far as settings show it. */
type Side = {
  readonly vendor: Vendor | null
  /** Of the discovery document that is configured. */
  readonly host: string | null
  readonly elsewhere: boolean
}

/** The few sides of each state of the settings: the form asks for those of every linked key at every key press. */
const known = new WeakMap<Settings, Map<string, Side>>()

function sideOf({ id, domain }: Pick<KnownKey, 'id' | 'domain'>, context: JamfContext): Side {
  const ofCheck = OF_THE_CHECK.includes(id)
  const name = `${context.provider} ${domain} ${ofCheck}`
  const sides = known.get(context.settings) ?? new Map<string, Side>()
  const side = sides.get(name) ?? foundSide(domain, ofCheck, context)
  known.set(context.settings, sides.set(name, side))
  return side
}

function foundSide(domain: string, ofCheck: boolean, context: JamfContext): Side {
  const seen = seenFrom(context, domain)
  if (ofCheck && checksElsewhere(context)) {
    const address = textOf(context, 'login/ROPGDiscoveryURL')
    return { vendor: passwordProviderBehind(seen), host: hostOf(address), elsewhere: true }
  }
  const found = discoveryUrl(seen)
  const host = found?.source === 'configured' ? hostOf(found.url) : null
  return { vendor: namedVendor(signInProvider(seen)), host, elsewhere: false }
}

/** Where the app of a domain checks passwords. */
export function passwordPlace(domain: string, context: JamfContext): Omit<Side, 'elsewhere'> {
  const id = domain === LOGIN_DOMAIN ? 'login/OIDCROPGID' : 'connect/IdPSettings/ROPGID'
  const { vendor, host } = sideOf({ id, domain }, context)
  return { vendor: namedVendor(vendor), host }
}

function hostOf(address: string): string | null {
  return urlIn(address.trim())?.hostname.toLowerCase() || null
}

/**
 * Whether login window and menu bar app name the same provider; also while one of them names none. Okta's interfaces
 * count as one provider.
 */
export function sameProvider(context: JamfContext): boolean {
  const ids = [
    exactTextOf(context, 'login/OIDCProvider'),
    exactTextOf(context, 'connect/IdPSettings/Provider'),
  ]
  const [first, second] = ids.map((id) => (id.trim() === '' ? null : (providerNamed(id) ?? id)))
  const okta = [first, second].every((id) => id?.startsWith(OKTA_SPELLING) === true)
  return first === null || second === null || first === second || okta
}
