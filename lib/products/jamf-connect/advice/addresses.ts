import type { Issue, Repair } from '../../../api/issue'
import { shownAddress } from '../../../schema/shown-address'
import { isTemplate } from '../../../schema/templates'
import { schemeFlaw, urlIn, withoutScheme } from '../../../schema/web-address'
import { nameOfPath } from '../../../schema/words'
import { LOGIN_DOMAIN, seenFrom } from '../context'
import {
  DISCOVERY_PATH,
  discoveryDocumentOf,
  isOtherPlace,
  missingPath,
} from '../providers/discovery-address'
import { providerBehind } from '../providers/provider-behind'
import { isOkta, vendorAt } from '../providers/vendors'
import { configuredKeys } from './looked-up'
import { advise, login, type Place, type Rule, refuse, repair, type Subject, switchOf, text } from './rule'

const LOOPBACK = /^http:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])(?=[:/]|$)/i

/** Web addresses without encryption: what the login window sends there can be read and changed on the way. */
export const clearTextAddresses: Rule = (subject) =>
  addresses(subject)
    .filter(({ address }) => /^http:/i.test(address) && !LOOPBACK.test(address))
    .map(({ place, name, address }) => {
      const wrong = `${name} begins with http://, so anybody on the network can read and change what goes there.`
      const secure = encrypted(address)
      return secure === null
        ? advise(
            'clear-text-address',
            place,
            `${wrong} Use https://, at the port where the server answers encrypted; that is seldom the same one.`,
          )
        : advise('clear-text-address', place, `${wrong} Use https://.`, toAddress(place, secure))
    })

/** The same address with encryption; null where the port is one of the server's own, which answers without it. */
function encrypted(address: string): string | null {
  const port = urlIn(address)?.port ?? ''
  return port === '' || port === '443'
    ? address.replace(/^http:/i, 'https:').replace(/^(https:\/\/[^/?#]*):80(?=[/?#]|$)/, '$1')
    : null
}

/** Discovery URLs that are the issuer, an endpoint or some other page instead of the discovery document. */
export const discoveryDocument: Rule = (subject) =>
  discoveryAddresses(subject).flatMap(({ place, name, address }) => {
    const meant = discoveryDocumentOf(address)
    const without = withoutPart(place, name, address)
    if (without !== null) {
      return [without]
    }
    // The console's host is a mistake of its own, and its repair leads to the document.
    if (meant === address || !/^https?:/i.test(address) || OKTA_ADMIN.test(address)) {
      return []
    }
    const wrong = `${name} has to be the address of the discovery document itself, which ends in ${DISCOVERY_PATH}.`
    if (meant === null) {
      const message = `${wrong} This one does not show where the document is: copy its address, or that of the issuer, from your identity provider.`
      return [advise('discovery-document', place, message)]
    }
    const isIssuer = meant.startsWith(address.replace(/\/?([?#].*)?$/, DISCOVERY_PATH))
    const message = `${wrong} ${isIssuer ? 'Jamf Connect does not add it.' : 'This is another address of the same provider.'}`
    const say = isOtherPlace(address) ? refuse : advise
    return [say('discovery-document', place, message, toAddress(place, meant))]
  })

/** What is said of an address that names no realm, application or user flow, though its product has documents for each only. */
function withoutPart(place: Place, name: string, address: string): Issue | null {
  const missing = missingPath(address)
  if (missing !== null) {
    const { product, path, sure } = missing
    const who = sure ? `${product} has` : `The name of the host is that of ${product}, which has`
    const message = `${name} names no document below the host. ${who} its documents at ${path}${DISCOVERY_PATH}: copy the whole address from there.`
    return advise('discovery-document', place, message)
  }
  const { hostname = '', pathname = '', search = '' } = urlIn(address) ?? {}
  const isB2c = vendorAt(`https://${hostname}`) === 'Azure AD B2C'
  const message = `${name} names no user flow. Azure AD B2C has a discovery document for each of its user flows only: copy the address of the one that users sign in with.`
  return isB2c && !/\/b2c_1/i.test(pathname) && !/[?&]p=/i.test(search)
    ? refuse('discovery-document', place, message)
    : null
}

/** The repair by another address, named by it unless it holds a password. */
function toAddress(place: Place, address: string): Repair {
  const title = credentials(address) ? 'Use the corrected address' : `Use ${shownAddress(address)}`
  return repair(title, [place, text(address)])
}

const credentials = (address: string) => /^[a-z]+:\/\/[^/?#]*@/i.test(address)

function discoveryAddresses(subject: Subject) {
  return addresses(subject).filter(({ place }) => /DiscoveryURL$/.test(String(place.path.at(-1))))
}

/** Hosts of loopback, of private networks and of names that only a network of one's own knows. */
const PRIVATE = [
  /^(127|10|192\.168|169\.254|172\.(1[6-9]|2\d|3[01]))(\.\d+)+$/,
  /^\[(::1\]|f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:)/,
  /\.(local|internal|intranet|lan|corp|home|home\.arpa)\.?$/,
  /^[^.[{}<>%]+$/,
]

/** The machine that asks. */
const LOOPBACK_HOST = /^(localhost|127(\.\d+){3}|\[::1\])$/

/** Identity providers that a Mac outside the organization's network cannot reach. */
export const privateAddresses: Rule = (subject) =>
  discoveryAddresses(subject)
    .filter(({ address }) => /^https?:\/\//i.test(address))
    .filter(({ address }) => PRIVATE.some((host) => host.test(urlIn(address)?.hostname ?? '.')))
    .map(({ place, name, address }) => {
      const own = LOOPBACK_HOST.test(urlIn(address)?.hostname ?? '')
      const message = own
        ? `${name} is an address of the Mac itself, so each Mac looks for the identity provider on itself. Use the address at which Macs reach it.`
        : `${name} is an address inside a network. ${elsewhere(place, subject)}`
      return advise('private-address', place, message)
    })

/** What a Mac does that cannot reach the address, and what helps. */
function elsewhere({ domain }: Place, subject: Subject): string {
  if (domain !== LOGIN_DOMAIN) {
    return 'A Mac that is elsewhere, or not on its VPN, cannot ask it, so nobody can check a password there. Use a public address if people work outside.'
  }
  const unreachable = 'A Mac that is elsewhere, or not on its VPN yet, cannot reach it from the login window'
  if (switchOf(subject, login('LocalFallback')) === true || switchOf(subject, login('DenyLocal')) !== true) {
    return `${unreachable}: whoever has a local account can sign in with it, and nobody else. Use a public address if people sign in outside for the first time.`
  }
  return `${unreachable}; turn on LocalFallback or use a public address.`
}

const OKTA_ADMIN = /(^|\/\/)([a-z0-9-]+)-admin((?:\.[a-z0-9-]*okta[a-z0-9-]*\.(?:com|mil|gov))(?=[:/]|$)|$)/i

/** The host of Okta's administrator console in place of the organization's. */
export const oktaAdminHost: Rule = (subject) =>
  configuredKeys(subject)
    .filter(({ key }) =>
      /^(AuthServer|OktaAuthServer|OIDCAuthServer|OIDCTenant|TenantID|.*DiscoveryURL)$/.test(key.name),
    )
    .flatMap(({ key, path, value }) => {
      const found = value.type === 'string' ? OKTA_ADMIN.exec(value.value) : null
      // A tenant such as "acme-admin" of another provider is a name like any other.
      if (
        value.type !== 'string' ||
        found === null ||
        (found[3] === '' && !isOkta(providerBehind(seenFrom(subject.context, key.domain))))
      ) {
        return []
      }
      const place = { domain: key.domain, path }
      const address = value.value.replace(OKTA_ADMIN, '$1$2$3')
      const meant = /DiscoveryURL$/.test(key.name)
        ? discoveryDocumentOf(address)
        : withoutScheme(address.trim()).replace(/[/?#].*$/, '')
      const message = `${nameOfPath(path)} is the host of Okta's administrator console, which signs nobody in. Use that of your organization, without -admin.`
      return [refuse('okta-admin-host', place, message, meant === null ? undefined : toAddress(place, meant))]
    })

function addresses(subject: Parameters<Rule>[0]) {
  return configuredKeys(subject).flatMap(({ key, path, value }) => {
    const format = key.definition.kind === 'string' ? key.definition.format : undefined
    const isAddress = format === 'url' || format === 'https-url'
    // Of an address whose scheme is wrong, that is said: what else it shows is not known.
    return isAddress &&
      value.type === 'string' &&
      !isTemplate(value.value) &&
      schemeFlaw(value.value.trim()) === null
      ? [{ place: { domain: key.domain, path }, name: nameOfPath(path), address: value.value.trim() }]
      : []
  })
}
