import { seenFrom } from '../context'
import { isTemplate } from '../templates'
import { isOkta, providerBehind } from '../vendors'
import { nameOfPath } from '../words'
import { advise, type Rule, refuse, repair, text } from './rule'
import { configuredKeys } from './walk'

const LOOPBACK = /^http:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])(?=[:/]|$)/i

/** Web addresses without encryption: what the login window sends there can be read and changed on the way. */
export const clearTextAddresses: Rule = (subject) =>
  addresses(subject)
    .filter(({ address }) => /^http:/i.test(address) && !LOOPBACK.test(address))
    .map(({ place, name, address }) => {
      const secure = address.replace(/^http:/i, 'https:')
      const message = `${name} begins with http://, so anybody on the network can read and change what goes there. Use https://.`
      return advise('clear-text-address', place, message, repair(`Use ${secure}`, [place, text(secure)]))
    })

const DOCUMENT = '/.well-known/openid-configuration'

/** The address of the discovery document of an issuer. */
export function discoveryAddress(issuer: string): string {
  return `${issuer
    .trim()
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')}${DOCUMENT}`
}

/** Discovery URLs that are the issuer, or some other page, instead of the discovery document. */
export const discoveryDocument: Rule = (subject) =>
  addresses(subject)
    .filter(({ place }) => /DiscoveryURL$/.test(String(place.path.at(-1))))
    .filter(
      ({ address }) => /^https?:/i.test(address) && !address.split(/[?#]/)[0]?.includes('/.well-known/'),
    )
    .map(({ place, name, address }) => {
      const whole = discoveryAddress(address)
      const message = `${name} has to be the address of the discovery document itself, which ends in ${DOCUMENT}. Jamf Connect does not add it.`
      return advise('discovery-document', place, message, repair(`Use ${whole}`, [place, text(whole)]))
    })

const PRIVATE =
  /^https?:\/\/(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|[^/:]+\.(local|internal|intranet|lan|corp|home)(?=[:/]|$)|[^/:.]+(?=[:/]|$))/i

/** Identity providers that a Mac outside the organization's network cannot reach. */
export const privateAddresses: Rule = (subject) =>
  addresses(subject)
    .filter(({ place }) => /DiscoveryURL$/.test(String(place.path.at(-1))))
    .filter(({ address }) => PRIVATE.test(address))
    .map(({ place, name }) => {
      const message = `${name} is an address inside a network. A Mac that is elsewhere, or not on its VPN yet, cannot reach it from the login window; turn on LocalFallback or use a public address.`
      return advise('private-address', place, message)
    })

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
      const host = value.value.replace(OKTA_ADMIN, '$1$2$3')
      const message = `${nameOfPath(path)} is the host of Okta's administrator console, which signs nobody in. Use that of your organization, without -admin.`
      return [refuse('okta-admin-host', place, message, repair(`Use ${host}`, [place, text(host)]))]
    })

function addresses(subject: Parameters<Rule>[0]) {
  return configuredKeys(subject).flatMap(({ key, path, value }) => {
    const format = key.definition.kind === 'string' ? key.definition.format : undefined
    const isAddress = format === 'url' || format === 'https-url'
    return isAddress && value.type === 'string' && !isTemplate(value.value)
      ? [{ place: { domain: key.domain, path }, name: nameOfPath(path), address: value.value.trim() }]
      : []
  })
}
