import { holds } from '../../../schema/condition'
import { series } from '../../../schema/condition-words'
import { CONNECT_DOMAIN, type JamfContext, LOGIN_DOMAIN, seenFrom } from '../context'
import { keyWithId } from '../keys'
import { checksElsewhere, passwordPlace } from '../links/sides'
import { unclearPasswordCheck } from '../passwords/password-check'
import { sameVendor, traitsOf } from '../providers/vendors'
import { advise, connect, has, login, type Rule, switchOf } from './rule'

/**
 * A login window that checks passwords at one place, and a menu bar app that checks them at another: after a change of the
 * password one of them calls it wrong. To copy a value would only move the fault.
 * https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Configuring_Jamf_Connect_with_AD_FS
 */
export const halfHybrid: Rule = (subject) => {
  const { settings, context } = subject
  if (!settings.has(LOGIN_DOMAIN) || !has(subject, connect('IdPSettings', 'Provider'))) {
    return []
  }
  const inMenuBar = passwordPlace(CONNECT_DOMAIN, context)
  const checks =
    checksElsewhere(context) ||
    traitsOf(inMenuBar.vendor)?.hybridPasswords === true ||
    (has(subject, login('OIDCROPGID')) && switchOf(subject, login('OIDCNewPassword')) !== true)
  const atLogin = passwordPlace(LOGIN_DOMAIN, context)
  if (!checks || !areApart(atLogin, inMenuBar)) {
    return []
  }
  const message = `The login window checks passwords with ${labelOf(atLogin)}, and Self Service+ with ${labelOf(inMenuBar)}. Both have to ask the same place: configure ${loginKeys(context)} for the login window, and Provider, DiscoveryURL and ROPGID in IdPSettings, for one of the two.${isCertain(atLogin, inMenuBar) ? '' : INFERRED}`
  return [advise('half-hybrid', connect('IdPSettings', 'Provider'), message)]
}

/** An address of another provider beside Entra ID that ROPGProvider does not name; what has no effect is said by itself. */
export const unnamedHybrid: Rule = ({ settings }) => {
  const found = settings.has(LOGIN_DOMAIN) ? unclearPasswordCheck(settings) : null
  return found?.kind === 'half' || found?.kind === 'contradiction'
    ? [advise('unnamed-hybrid', login('ROPGDiscoveryURL'), `${found.means} ${found.change}`)]
    : []
}

/** The keys by which the login window asks a place of its own, of those that are heeded with the provider. */
function loginKeys(context: JamfContext): string {
  const ids = ['login/ROPGProvider', 'login/ROPGDiscoveryURL', 'login/OIDCROPGID'] as const
  const seen = seenFrom(context, LOGIN_DOMAIN)
  const heeded = ids
    .map(keyWithId)
    .filter((key) => key !== undefined)
    .filter(({ appliesWhen }) => appliesWhen === undefined || holds(appliesWhen, seen))
  return series(
    heeded.map(({ name }) => name),
    'and',
  )
}

/** Which products organizations give hosts of their own is no vendor's statement about this host. */
const INFERRED =
  ' That these are two places is inferred from their addresses: leave it as it is if both lead to one identity provider.'

const isCertain = (one: Place, other: Place): boolean => one.vendor !== null && other.vendor !== null

type Place = ReturnType<typeof passwordPlace>

/**
 * Whether it is known that two places are not one: by the products, or by the hosts where no product can have a host of
 * the organization's own.
 */
function areApart(one: Place, other: Place): boolean {
  const known = [one, other].every(({ vendor, host }) => vendor !== null || host !== null)
  if (!known || (one.host !== null && one.host === other.host)) {
    return false
  }
  if (isCertain(one, other)) {
    return !sameVendor(one.vendor, other.vendor)
  }
  return [one, other].every(({ vendor, host }) => {
    const { hosts, ownHosts } = traitsOf(vendor) ?? {}
    return ownHosts !== true && (host !== null || hosts !== undefined)
  })
}

/**
 * Whether one of the two places has a host that tells nothing, and the other is a product that organizations give hosts
 * of their own: two addresses that may lead to one place.
 */
export function mayBeOnePlace(context: JamfContext): boolean {
  const [one, other] = [LOGIN_DOMAIN, CONNECT_DOMAIN].map((domain) => passwordPlace(domain, context))
  const ownHost = (place?: Place) => place?.vendor === null && place.host !== null
  const named = (place?: Place) => traitsOf(place?.vendor ?? null)?.ownHosts === true
  return (ownHost(one) && named(other)) || (ownHost(other) && named(one))
}

function labelOf({ vendor, host }: Place): string {
  return vendor === null ? (host ?? '') : (traitsOf(vendor)?.label ?? vendor)
}
