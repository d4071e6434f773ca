import { schemeFlaw, urlIn } from '../../../schema/web-address'
import { type DiscoveryForms, discoveryForms, notIssuers, rootless } from './discovery-forms'
import { vendorAt } from './vendors'

/** End of the address of a discovery document (OpenID Connect Discovery 1.0, section 4). */
export const DISCOVERY_PATH = '/.well-known/openid-configuration'

/**
 * The address of the discovery document that an address stands for: the address itself when it is one, else that of
 * the issuer which it shows. The query stays, because some providers choose the user flow or the application by it.
 * Null when the address shows no issuer: those of endpoints and pages do so only in the forms of known products.
 */
export function discoveryDocumentOf(address: string): string | null {
  const parsed = parse(address)
  if (parsed === null) {
    return null
  }
  const { whole, origin, query, fragment, base, known } = parsed
  // Two addresses in one: which of them is meant cannot be told.
  if (/:\/{1,2}/.test(base)) {
    return null
  }
  if (known === 'inserted') {
    return whole
  }
  const page = known === 'none' ? fragment : ''
  const found = known === 'other' ? null : issuerAt(origin, base, page, known === 'none')
  if (found !== null) {
    return `${found.issuer}${DISCOVERY_PATH}${query}`
  }
  const place = known !== 'document' && isKnownPlace(origin, base)
  const unclear =
    known === 'none'
      ? place || isPage(base, page, query) || missingPath(address) !== null
      : known === 'nearly' && !place && isPage(base, page, query)
  return unclear || known === 'other' ? null : `${origin}${base}${DISCOVERY_PATH}${query}`
}

/** Whether an address is that of an endpoint or a console, by the forms of the product that it shows. */
export function isOtherPlace(address: string): boolean {
  const parsed = parse(address)
  if (parsed === null || parsed.known !== 'none') {
    return false
  }
  const { origin, base, fragment } = parsed
  const found = issuerAt(origin, base, fragment, true)
  return found !== null && !found.bare && !found.issuer.endsWith(base)
}

/** What the path of a document lacks that stands at the root of a host; null where nothing is known to be missing. */
export function missingPath(address: string): (typeof rootless)[number] | null {
  const parsed = parse(address)
  if (parsed === null || parsed.base !== '' || !['none', 'document', 'nearly'].includes(parsed.known)) {
    return null
  }
  return rootless.find(({ host }) => host.test(hostOf(parsed.origin))) ?? null
}

function parse(address: string) {
  const misspelt = schemeFlaw(address.trim())
  const text = misspelt === null ? address.trim() : (misspelt.meant ?? '')
  const [whole, origin = '', written = '', query = '', fragment = ''] = ADDRESS.exec(text) ?? []
  return whole === undefined ? null : { whole, origin, query, fragment, ...split(plain(written)) }
}

const ADDRESS = /^(https?:\/\/[^/?#]+)([^?#]*)(\?[^#]*)?(#.*)?$/i

/** A path without needless escapes (RFC 3986, section 2.3) and slashes. */
function plain(path: string): string {
  return path.replace(/%(2d|2e|5f)/gi, (escaped) => decodeURIComponent(escaped)).replace(/\/{2,}/g, '/')
}

type Split = {
  readonly base: string
  /** What of the well-known path there is: all, something that means it or stands beside it, another one, nothing. */
  readonly known: 'document' | 'nearly' | 'inserted' | 'other' | 'none'
}

const WELL_KNOWN = /^(.*?)\/[._-]?well[-_ ]?known(?=\/|$)(.*)$/i
const WITHOUT_FOLDER = /^(.*)\/open[-_]?id[-_]?config(?:uration)?(?:\.json)?[^a-z0-9]*$/i
/** Names of the document as people misspell them, and of what lies in the same folder. */
const BESIDE = /^\/?(open|jwks?|keys|certs|oauth|$)/i
/** Metadata whose issuer stands behind the well-known path (RFC 8414, section 3). */
const BEHIND = /^\/oauth-authorization-server(\/.+?)\/?$/i

function split(path: string): Split {
  const [, base = '', rest] = WELL_KNOWN.exec(path) ?? []
  if (rest === undefined) {
    const [, folder] = WITHOUT_FOLDER.exec(path) ?? []
    return folder === undefined
      ? { base: path.replace(/\/$/, ''), known: 'none' }
      : { base: folder, known: 'nearly' }
  }
  if (path === `${base}${DISCOVERY_PATH}`) {
    return { base, known: 'document' }
  }
  if (base === '' && path.startsWith(`${DISCOVERY_PATH}/`) && !WELL_KNOWN.test(rest) && rest.length > 23) {
    return { base, known: 'inserted' }
  }
  const [, behind] = base === '' ? (BEHIND.exec(rest) ?? []) : []
  return behind === undefined
    ? { base, known: BESIDE.test(rest) ? 'nearly' : 'other' }
    : { base: behind, known: 'nearly' }
}

/** The issuer by the forms of known products, without a slash at the end; `bare` when the address may be the issuer's. */
function issuerAt(
  origin: string,
  base: string,
  fragment: string,
  bare: boolean,
): { readonly issuer: string; readonly bare: boolean } | null {
  const shown = `${base}${fragment}`
  for (const { forms, host } of discoveryForms.filter((each) => countsAt(each, origin))) {
    const form = forms.find((each) => (bare || each.bare !== true) && each.from.test(shown))
    if (form !== undefined) {
      const groups = form.from.exec(shown) ?? []
      const path = form.issuer.replace(/\$(\d)/g, (_, group) => groups[Number(group)] ?? '')
      const issuer = `${host === undefined ? origin : `https://${host}`}${path.replace(/\/{2,}/g, '/')}`
      return { issuer, bare: form.bare === true }
    }
  }
  return null
}

/** Whether the forms of a product count at an origin: a host of another product has none of their paths. */
function countsAt({ vendor, at, host: own }: DiscoveryForms, origin: string): boolean {
  const host = hostOf(origin)
  if (own === undefined && notIssuers.test(host)) {
    return false
  }
  const shown = vendorAt(origin)
  if (typeof at === 'string') {
    return shown === vendor || (at === 'any host' && shown === null)
  }
  return at.test(host)
}

/** Places where a path that fits no form of the product says nothing about its issuer. */
function isKnownPlace(origin: string, base: string): boolean {
  return notIssuers.test(hostOf(origin)) || vendorAt(`${origin}${base}`) !== null
}

const hostOf = (origin: string) => (urlIn(origin)?.hostname ?? '').toLowerCase().replace(/\.$/, '')

const ENDPOINT =
  /\/(authori[sz]e|authorization|auth|(access_?)?token|user_?-?info|me|introspect(ion)?|revoke|revocation|log-?out|end_?-?session|log-?in|sign[-_]?in|keys|certs|jwks?|device(_authorization)?|par|regist(er|ration)|metadata|discovery|callback|token_endpoint)$/i
const PAGE =
  /\/(admin[^/]*|console|dashboard|portal|manage(ment)?|ui|apps?|accounts?|settings|if|realms)(\/|$)/i
const FILE = /\.(html?|json|xml|aspx?|php|jsp|jsf|do|oauth2|openid|ping|saml2?)$/i
const REQUEST = /[?&](response_type|client_id|redirect_uri|state|nonce)=/i

/** Whether an address is that of an endpoint or a page, behind which no path of an issuer can be put. */
function isPage(base: string, fragment: string, query: string): boolean {
  const named = [ENDPOINT, PAGE, FILE].some((each) => each.test(base))
  return named || REQUEST.test(query) || fragment.length > 1
}
