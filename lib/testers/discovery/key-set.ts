import { importJWK, type JWK } from 'jose'
import type { Egress } from '../../egress/egress'
import { isObject, jsonObject } from './metadata'

/** Most keys a set may hold; no provider publishes more than a dozen. */
export const maxKeys = 100
/** Fewest bits of an RSA key (RFC 7518, section 3.3). */
const minRsaBits = 2048
/** Members that only a private or symmetric key has (RFC 7518, section 6). */
const privateMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k']

/** The signing keys of a provider, as it publishes them. */
export type PublishedKeys = { readonly keys: readonly JWK[] }

/** The signing keys of a provider, judged. */
export type KeySet = PublishedKeys & {
  /** What is wrong with the set, the worst first; sentences. */
  readonly defects: readonly KeySetDefect[]
}

export type KeySetDefect = {
  readonly kind: 'private' | 'weak' | 'unreadable' | 'ambiguous'
  readonly message: string
}

/** Why there is no key set: a sentence, and how the answer began. */
export type KeySetFailure = { readonly failure: string; readonly received?: string }

/** Asks for a key set and looks at each key. Throws EgressError when there is no answer. */
export async function fetchKeySet(egress: Egress, url: string): Promise<KeySet | KeySetFailure> {
  const found = await fetchKeys(egress, url)
  return 'failure' in found ? found : { ...found, defects: await defectsOf(found.keys) }
}

/** Asks for a key set, to verify something with it. Throws EgressError when there is no answer. */
export async function fetchKeys(egress: Egress, url: string): Promise<PublishedKeys | KeySetFailure> {
  const headers = { accept: 'application/json, application/jwk-set+json' }
  const answer = await egress.request({ name: 'Signing keys', method: 'GET', url, headers })
  if (answer.status !== 200) {
    const target = answer.headers.get('location')
    const received = `${answer.status}${target === null ? '' : ` to ${target}`}`
    return { failure: 'The address of the signing keys does not answer with the keys.', received }
  }
  const { keys } = jsonObject(answer.text()) ?? {}
  if (!Array.isArray(keys) || !keys.every(isObject)) {
    return { failure: 'The answer is not a set of keys.', received: answer.text().slice(0, 120) }
  }
  if (keys.length > maxKeys) {
    return { failure: `The set holds more than ${maxKeys} keys.`, received: `${keys.length} keys` }
  }
  return { keys: keys as readonly JWK[] }
}

/** A key as one line: "RS256, kid 4f1c…". */
export function describeKey({ kid, alg, kty, crv }: JWK): string {
  return `${alg ?? crv ?? kty ?? 'unknown type'}${kid === undefined ? '' : `, kid ${kid}`}`
}

async function defectsOf(keys: readonly JWK[]): Promise<KeySetDefect[]> {
  const each = await Promise.all(keys.map(defectOf))
  const kids = keys.map(({ kid }) => kid)
  const twice = kids.find((kid, index) => kid !== undefined && kids.indexOf(kid) !== index)
  const ambiguous: KeySetDefect[] =
    twice === undefined
      ? []
      : [{ kind: 'ambiguous', message: `Several keys have the kid ${twice}, so a token cannot name one.` }]
  return [...each.flat(), ...ambiguous].sort((left, right) => order(left) - order(right))
}

const order = ({ kind }: KeySetDefect) => ['private', 'weak', 'unreadable', 'ambiguous'].indexOf(kind)

async function defectOf(key: JWK): Promise<KeySetDefect[]> {
  const name = describeKey(key)
  if (key.kty === 'oct' || privateMembers.some((member) => Object.hasOwn(key, member))) {
    const message = `A secret key is published (${name}): whoever reads it can forge tokens.`
    return [{ kind: 'private', message }]
  }
  const bits = key.kty === 'RSA' ? rsaBits(key.n) : minRsaBits
  if (bits < minRsaBits) {
    return [
      { kind: 'weak', message: `A key has ${bits} bits (${name}); fewer than ${minRsaBits} are too few.` },
    ]
  }
  const known = key.kty === 'RSA' || key.kty === 'EC' || key.kty === 'OKP'
  const readable = known && key.use !== 'enc' ? await canImport(key) : true
  return readable ? [] : [{ kind: 'unreadable', message: `A key cannot be read (${name}).` }]
}

async function canImport(key: JWK): Promise<boolean> {
  try {
    await importJWK(key, key.alg ?? (key.kty === 'RSA' ? 'RS256' : key.crv === 'P-256' ? 'ES256' : undefined))
    return true
  } catch {
    return key.alg === undefined && key.kty !== 'RSA'
  }
}

function rsaBits(modulus: string | undefined): number {
  const bytes = Buffer.from(modulus ?? '', 'base64url')
  const start = bytes.findIndex((byte) => byte !== 0)
  const first = bytes[start]
  return first === undefined ? 0 : (bytes.length - start) * 8 - Math.clz32(first) + 24
}
