import { DISCOVERY_PATH } from '@/lib/products/jamf-connect/providers/discovery-address'
import { urlIn } from '@/lib/schema/web-address'
import { type IssuerRelation, issuerRelations } from './issuer-relations'

/** How an issuer relates to the address of its discovery document. */
export type IssuerVerdict =
  | { readonly kind: 'equal' }
  /** The same but for capital letters of the host, or a default port, which no client can tell apart. */
  | { readonly kind: 'same-host' }
  /** Another issuer, which the provider documents for this address. */
  | { readonly kind: 'documented' | 'many-tenants'; readonly relation: IssuerRelation }
  /** `how` says where they differ, as a sentence. */
  | { readonly kind: 'different'; readonly how: string }

/**
 * Compares an issuer with the address that its document came from: issuer without a final slash, plus the well-known
 * path, is the address (OpenID Connect Discovery 1.0, section 4.1). Where the provider documents another issuer for
 * its address, that one is right.
 */
export function judgeIssuer(issuer: string, address: string): IssuerVerdict {
  const base = baseOf(address)
  if (issuer !== '' && issuer.replace(/\/$/, '') === base.replace(/\/$/, '')) {
    return { kind: 'equal' }
  }
  const [left, right] = [canonical(issuer), canonical(base)]
  if (left !== null && left === right) {
    return { kind: 'same-host' }
  }
  const relation = issuerRelations.find(({ holds }) => holds(left ?? issuer, right ?? base))
  if (relation !== undefined) {
    return { kind: /\{tenantid\}/i.test(issuer) ? 'many-tenants' : 'documented', relation }
  }
  return { kind: 'different', how: differenceOf(issuer, base) }
}

/** Host in small letters, no default port, no final slash; null for what is no web address or has a query. */
function canonical(text: string): string | null {
  const url = urlIn(text)
  return url === null || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== ''
    ? null
    : `${url.origin}${decodedBraces(url.pathname).replace(/\/$/, '')}`
}

function decodedBraces(path: string): string {
  return path.replaceAll('%7B', '{').replaceAll('%7D', '}')
}

/** Where an issuer and the base of its address part, so that a difference that is hard to see is seen. */
function differenceOf(issuer: string, base: string): string {
  const [one, other] = [urlIn(issuer), urlIn(base)]
  if (one === null || other === null) {
    return issuer === '' ? 'The document names no issuer.' : 'The issuer is no web address.'
  }
  if (one.hostname !== other.hostname) {
    return `The issuer is on ${one.hostname}, the address on ${other.hostname}.`
  }
  if (one.origin !== other.origin) {
    return `The issuer begins with ${one.origin}, the address with ${other.origin}.`
  }
  return differenceOfPaths(one.pathname, other.pathname)
}

function differenceOfPaths(issuer: string, address: string): string {
  const both = `“${issuer}” in the issuer, “${address}” in the address`
  if (issuer.toLowerCase() === address.toLowerCase()) {
    return `The paths differ in capital letters: ${both}.`
  }
  const single = (path: string) => path.replace(/\/{2,}/g, '/').replace(/\/$/, '')
  if (single(issuer) === single(address)) {
    return `The paths differ in slashes: ${both}.`
  }
  const [long, short] = issuer.length > address.length ? [issuer, address] : [address, issuer]
  const rest = single(long).startsWith(`${single(short)}/`) ? single(long).slice(single(short).length) : ''
  return rest === ''
    ? `The paths differ: ${both}.`
    : `“${rest}” at the end is in the ${long === issuer ? 'issuer' : 'address'} only.`
}

/** The part of a discovery address before the well-known path; the address itself when it does not end in it. */
export function baseOf(address: string): string {
  const plain = address.split(/[?#]/, 1)[0] ?? ''
  return plain.endsWith(DISCOVERY_PATH) ? plain.slice(0, -DISCOVERY_PATH.length) : plain
}

/** The address that the document of an issuer has. */
export function discoveryAddressOf(issuer: string): string {
  return `${issuer.replace(/\/+$/, '')}${DISCOVERY_PATH}`
}

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * The issuer a token must name: that of the discovery document, with the token's own tenant in it where Entra ID
 * leaves a placeholder (https://learn.microsoft.com/entra/identity-platform/access-tokens#validate-the-issuer).
 */
export function expectedIssuer(issuer: string, claims: Readonly<Record<string, unknown>>): string {
  const tenant = claims.tid
  return typeof tenant === 'string' && guid.test(tenant) ? issuer.replace('{tenantid}', tenant) : issuer
}
