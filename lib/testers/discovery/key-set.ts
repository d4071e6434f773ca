import { importJWK, type JWK } from 'jose'
import type { Egress } from '../../egress/egress'
import { counted } from '../../schema/words'
import { written } from '../json-text'
import { isObject, jsonObject } from './metadata'

/** Most keys a set may hold; no provider publishes more than a dozen. */
export const maxKeys = 100
/** Fewest bits of an RSA key (RFC 7518, section 3.3). */
export const minRsaBits = 2048
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
  /** "unusable": no key of the set verifies anything. */
  readonly kind: 'private' | 'forgeable' | 'weak' | 'unusable' | 'unreadable' | 'ambiguous'
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
    return { failure: `The set holds more than ${maxKeys} keys.`, received: counted(keys.length, 'key') }
  }
  return { keys: keys as readonly JWK[] }
}

/** A key as one line: "RS256, kid 4f1c…". */
export function describeKey({ kid, alg, kty, crv }: JWK): string {
  return `${written(alg ?? crv ?? kty ?? 'unknown type')}${kid === undefined ? '' : `, kid ${written(kid)}`}`
}

async function defectsOf(keys: readonly JWK[]): Promise<KeySetDefect[]> {
  const each = await Promise.all(keys.map(defectOf))
  const kids = keys.map(({ kid }) => kid)
  const twice = kids.find((kid, index) => kid !== undefined && kids.indexOf(kid) !== index)
  const ambiguous: KeySetDefect[] =
    twice === undefined
      ? []
      : [
          {
            kind: 'ambiguous',
            message: `Several keys have the kid ${written(twice)}, so a token cannot name one.`,
          },
        ]
  const unusable: KeySetDefect[] =
    keys.length === 0 || keys.some(verifies)
      ? []
      : [
          {
            kind: 'unusable',
            message: `No key verifies signatures: ${keys.slice(0, 5).map(whyNot).join('; ')}.`,
          },
        ]
  return [...each.flat(), ...unusable, ...ambiguous].sort((left, right) => order(left) - order(right))
}

const order = ({ kind }: KeySetDefect) =>
  ['private', 'forgeable', 'weak', 'unusable', 'unreadable', 'ambiguous'].indexOf(kind)

/** Types of keys that verify signatures; others are to be ignored (RFC 7517, section 5). */
const signing = ['RSA', 'EC', 'OKP']

function verifies(key: JWK): boolean {
  return (
    signing.includes(key.kty ?? '') && (key.use === undefined || key.use === 'sig') && allowsVerifying(key)
  )
}

/** Whether key_ops leaves a key to verify with (RFC 7517, section 4.3). A member of another shape than it has says nothing. */
export function allowsVerifying({ key_ops: operations }: { readonly key_ops?: unknown }): boolean {
  const named = typeof operations === 'string' ? [operations] : operations
  return !Array.isArray(named) || named.includes('verify')
}

function whyNot(key: JWK): string {
  const { kty, use } = key
  if (!signing.includes(kty ?? '')) {
    return `type ${written(kty)}`
  }
  return use !== undefined && use !== 'sig' ? `use ${written(use)}` : 'key_ops without verify'
}

async function defectOf(key: JWK): Promise<KeySetDefect[]> {
  const name = describeKey(key)
  if (key.kty === 'oct' || privateMembers.some((member) => Object.hasOwn(key, member))) {
    const message = `A secret key is published (${name}): whoever reads it can forge tokens.`
    return [{ kind: 'private', message }]
  }
  if (key.kty === 'RSA' && isWeakExponent(key.e)) {
    const message = `A key has the exponent 1 or an even one (${name}): whoever reads it can forge tokens.`
    return [{ kind: 'forgeable', message }]
  }
  const bits = key.kty === 'RSA' ? rsaBits(key.n) : minRsaBits
  if (bits < minRsaBits) {
    return [
      { kind: 'weak', message: `A key has ${bits} bits (${name}); fewer than ${minRsaBits} are too few.` },
    ]
  }
  const readable = !verifies(key) || (await canImport(key))
  return readable
    ? []
    : [{ kind: 'unreadable', message: `A key cannot be read, or is not on its curve (${name}).` }]
}

/** Algorithms of curves, for a key that does not say its own. Others are not known here and not judged. */
const algorithmOf: Readonly<Record<string, string>> = {
  'P-256': 'ES256',
  'P-384': 'ES384',
  'P-521': 'ES512',
  Ed25519: 'EdDSA',
}

async function canImport(key: JWK): Promise<boolean> {
  const usual = key.kty === 'RSA' ? 'RS256' : algorithmOf[written(key.crv)]
  if (usual === undefined) {
    return true
  }
  try {
    await importJWK(publicPart(key), usual)
    return true
  } catch {
    return false
  }
}

/** What a key verifies with; what else it says of itself is judged elsewhere, or is of a shape that nobody reads. */
export function publicPart({ kty, crv, n, e, x, y }: JWK): JWK {
  const members = Object.entries({ kty, crv, n, e, x, y }).filter(([, value]) => value !== undefined)
  return Object.fromEntries(members) as JWK
}

/** An exponent has to be odd and greater than 1 (RFC 8017, section 3.1). */
function isWeakExponent(exponent: unknown): boolean {
  const bytes = Buffer.from(typeof exponent === 'string' ? exponent : '', 'base64url')
  const last = bytes.at(-1)
  return (
    last !== undefined &&
    (last % 2 === 0 || (last === 1 && bytes.subarray(0, -1).every((byte) => byte === 0)))
  )
}

/** The length of a modulus in bits; 0 for what is none. */
export function rsaBits(modulus: unknown): number {
  const bytes = Buffer.from(typeof modulus === 'string' ? modulus : '', 'base64url')
  const start = bytes.findIndex((byte) => byte !== 0)
  const first = bytes[start]
  return first === undefined ? 0 : (bytes.length - start) * 8 - Math.clz32(first) + 24
}
