import { compactVerify, importJWK, type JWK } from 'jose'
import { counted } from '../../schema/words'
import { allowsVerifying, minRsaBits, type PublishedKeys, publicPart, rsaBits } from '../discovery/key-set'
import { written } from '../json-text'
import type { KeySource } from './key-source'
import type { ParsedToken } from './parsed-token'

/** Algorithms that a public key verifies (RFC 7518, section 3.1; RFC 8037; RFC 9864). "none" is in no list. */
const familyOf: Readonly<Record<string, string>> = {
  RS256: 'RSA',
  RS384: 'RSA',
  RS512: 'RSA',
  PS256: 'RSA',
  PS384: 'RSA',
  PS512: 'RSA',
  ES256: 'EC',
  ES384: 'EC',
  ES512: 'EC',
  EdDSA: 'OKP',
  Ed25519: 'OKP',
}

/** Algorithms keyed with the client secret. */
export const isSecretAlgorithm = (alg: string) => /^HS(256|384|512)$/.test(alg)
/** Algorithms this tester verifies. */
export const isKnownAlgorithm = (alg: string) => Object.hasOwn(familyOf, alg) || isSecretAlgorithm(alg)

export type SignatureVerdict =
  | {
      readonly kind: 'verified'
      readonly key: string
      readonly guessed: boolean
      readonly refetched: boolean
    }
  | { readonly kind: 'invalid' | 'no-key' | 'no-keys' | 'weak-key'; readonly message: string }

/**
 * Verifies the signature of a token. The key is chosen by kid, type, use and algorithm from the provider's own set;
 * addresses and keys inside the token (jku, x5u, jwk, x5c) count for nothing. A kid that the set lacks makes it be
 * asked for once more.
 */
export async function verifySignature(
  token: ParsedToken,
  keys: KeySource,
  clientSecret: string | null,
): Promise<SignatureVerdict> {
  const alg = String(token.header.alg)
  if (isSecretAlgorithm(alg)) {
    const valid = clientSecret !== null && (await verifies(token, Buffer.from(clientSecret), alg))
    return valid
      ? { kind: 'verified', key: 'the client secret', guessed: false, refetched: false }
      : { kind: 'invalid', message: 'The client secret does not verify the signature.' }
  }
  const first = await keys.current()
  const set = 'keys' in first && candidates(first, token, alg).length === 0 ? await keys.again() : first
  if ('failure' in set) {
    return { kind: 'no-keys', message: set.failure }
  }
  const found = candidates(set, token, alg)
  const refetched = set !== first
  if (found.length === 0) {
    return { kind: 'no-key', message: noKey(token, alg, set.keys) }
  }
  for (const key of found) {
    if (await verifies(token, key, alg)) {
      const name = key.kid === undefined ? 'a key without kid' : `key ${written(key.kid)}`
      return {
        kind: 'verified',
        key: name,
        guessed: token.header.kid === undefined && found.length > 1,
        refetched,
      }
    }
  }
  const weak = found.find((key) => key.kty === 'RSA' && rsaBits(key.n) < minRsaBits)
  return weak === undefined
    ? { kind: 'invalid', message: 'The provider’s key does not verify the signature.' }
    : { kind: 'weak-key', message: `a key of ${rsaBits(weak.n)} bits` }
}

function noKey({ header: { kid } }: ParsedToken, alg: string, keys: readonly JWK[]): string {
  const listed = typeof kid === 'string' ? keys.find((key) => key.kid === kid) : undefined
  if (listed !== undefined) {
    return `The token names the key ${kid}, which the provider lists, but not for signatures with ${alg}: ${obstacle(listed, alg)}.`
  }
  const [named, missing] =
    typeof kid === 'string' ? [`the key ${kid}`, 'of that name'] : ['no key', `for signatures with ${alg}`]
  const count = counted(keys.length, 'key')
  return `The token names ${named}. The provider lists ${count}, and none ${missing}, also after asking again.`
}

/** Why a key verifies no signature of this algorithm; null when it may. */
function obstacle(key: JWK, alg: string): string | null {
  if (key.kty !== familyOf[alg]) {
    return `its type is ${written(key.kty)}`
  }
  if (key.use !== undefined && key.use !== 'sig') {
    return `its use is ${written(key.use)}`
  }
  if (key.alg !== undefined && key.alg !== alg) {
    return `its algorithm is ${written(key.alg)}`
  }
  return allowsVerifying(key) ? null : 'its key_ops are without verify'
}

function candidates({ keys }: PublishedKeys, { header }: ParsedToken, alg: string): JWK[] {
  const named = keys.filter((key) => familyOf[alg] !== undefined && obstacle(key, alg) === null)
  // A set with one key may leave out its kid, and so may the tokens (OpenID Connect Core, section 10.1).
  return typeof header.kid === 'string'
    ? named.filter(({ kid }) => kid === header.kid || (kid === undefined && named.length === 1))
    : named
}

async function verifies({ raw }: ParsedToken, key: JWK | Uint8Array, alg: string): Promise<boolean> {
  try {
    const material = key instanceof Uint8Array ? key : await importJWK(publicPart(key), alg)
    await compactVerify(raw, material, { algorithms: [alg] })
    return true
  } catch {
    return false
  }
}
