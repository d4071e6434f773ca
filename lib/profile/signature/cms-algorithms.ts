import { Any, Null } from 'asn1js'
import {
  AlgorithmIdentifier,
  type Certificate,
  ECPublicKey,
  getCrypto,
  RSASSAPSSParams,
  type SignerInfo,
} from 'pkijs'

const RSASSA_PSS = '1.2.840.113549.1.1.10'
const MGF1 = '1.2.840.113549.1.1.8'
const EC_PUBLIC_KEY = '1.2.840.10045.2.1'

/** RSA with and without digest, RSASSA-PSS, ECDSA with and without digest, Ed25519 (RFC 3370, 5754, 5753, 4056, 8419). */
const SIGNATURES =
  /^1\.2\.840\.(?:113549\.1\.1\.(?:1|5|1[0-4])|10045\.(?:2\.1|4\.1|4\.3\.[1-4]))$|^1\.3\.101\.112$/

/** Digests that CMS may name and that are not checked here: how they are told, and their length in bytes. */
const OTHER_DIGESTS: { readonly [oid: string]: readonly [name: string, length: number] } = {
  '1.2.840.113549.2.2': ['MD2, which is weak,', 16],
  '1.2.840.113549.2.5': ['MD5, which is weak,', 16],
  '1.3.36.3.2.1': ['RIPEMD-160', 20],
  '2.16.840.1.101.3.4.2.4': ['SHA-224', 28],
  '2.16.840.1.101.3.4.2.5': ['SHA-512/224', 28],
  '2.16.840.1.101.3.4.2.6': ['SHA-512/256', 32],
  '2.16.840.1.101.3.4.2.7': ['SHA3-224', 28],
  '2.16.840.1.101.3.4.2.8': ['SHA3-256', 32],
  '2.16.840.1.101.3.4.2.9': ['SHA3-384', 48],
  '2.16.840.1.101.3.4.2.10': ['SHA3-512', 64],
}

/** Signatures and keys that are in use elsewhere and not checked here: RSA with MD5 or SHA-224, DSA, ECDSA with SHA-3, Ed448. */
const OTHER_SIGNATURES =
  /^1\.2\.840\.113549\.1\.1\.(?:4|15|16)$|^1\.2\.840\.10040\.4\.[13]$|^2\.16\.840\.1\.101\.3\.4\.3\.\d{1,2}$|^1\.2\.840\.10045\.4\.3\.1$|^1\.3\.101\.113$/

/** Curves that are in use and that browsers do not know: secp256k1, those of ANSI beside P-256, SEC 2, and Brainpool. */
const OTHER_CURVES =
  /^1\.3\.132\.0\.(?:8|9|10|3[0-3])$|^1\.2\.840\.10045\.3\.1\.[1-6]$|^1\.3\.36\.3\.3\.2\.8\.1\.1\.\d{1,2}$/

/** The name of a digest that is checked here; empty for others. */
export function digestName({ algorithmId }: AlgorithmIdentifier): string {
  const algorithm = getCrypto(true).getAlgorithmByOID(algorithmId)
  return 'name' in algorithm ? String(algorithm.name) : ''
}

/** A digest that exists and is not checked here: its name and its length; null when the file names none that exists. */
export function otherDigest({ algorithmId }: AlgorithmIdentifier) {
  const [name, length] = OTHER_DIGESTS[algorithmId] ?? []
  return name === undefined || length === undefined ? null : { name, length }
}

/** Whether signatures of this algorithm are checked here, exist elsewhere, or are in no standard for profiles. */
export function signatureKind({ algorithmId }: AlgorithmIdentifier): 'checked' | 'other' | 'unknown' {
  return SIGNATURES.test(algorithmId) ? 'checked' : OTHER_SIGNATURES.test(algorithmId) ? 'other' : 'unknown'
}

/** Whether the key of a certificate is of a kind that exists and that is not checked here. */
export function hasOtherKey({ subjectPublicKeyInfo }: Certificate): boolean {
  const { algorithm, parsedKey } = subjectPublicKeyInfo
  if (algorithm.algorithmId !== EC_PUBLIC_KEY) {
    return OTHER_SIGNATURES.test(algorithm.algorithmId)
  }
  const curve =
    parsedKey instanceof ECPublicKey ? parsedKey.namedCurve : algorithm.algorithmParams?.valueBlock.toString()
  return OTHER_CURVES.test(String(curve))
}

/** Whether the parameters of RSASSA-PSS name the digest of the signature and the mask that is made with one (RFC 4055). */
export function hasFittingMask({ digestAlgorithm, signatureAlgorithm }: SignerInfo): boolean {
  const { algorithmId, algorithmParams } = signatureAlgorithm
  if (algorithmId !== RSASSA_PSS) {
    return true
  }
  try {
    const { hashAlgorithm, maskGenAlgorithm } = new RSASSAPSSParams({ schema: algorithmParams })
    const inMask = new AlgorithmIdentifier({ schema: maskGenAlgorithm.algorithmParams })
    return (
      hashAlgorithm.algorithmId === digestAlgorithm.algorithmId &&
      maskGenAlgorithm.algorithmId === MGF1 &&
      digestName(inMask) !== ''
    )
  } catch {
    return false
  }
}

/** Digests and RSA signatures take no parameters: NULL or nothing stands there (RFC 3370, RFC 5754). RSASSA-PSS has some. */
export function hasPlainParameters({ digestAlgorithm, signatureAlgorithm }: SignerInfo): boolean {
  const plain =
    signatureAlgorithm.algorithmId === RSASSA_PSS ? [digestAlgorithm] : [digestAlgorithm, signatureAlgorithm]
  return plain.every(
    ({ algorithmParams }) =>
      algorithmParams === undefined || algorithmParams instanceof Null || algorithmParams instanceof Any,
  )
}

const ECDSA = /^1\.2\.840\.10045\.(?:2\.1|4\.)/

/**
 * Whether the bytes of a signature have the one form that DER gives them, where the algorithm has one: ECDSA's is a
 * sequence of two positive integers (RFC 5480, appendix A). Web Crypto reads others too, and OpenSSL and macOS do not.
 */
export function hasPlainValue({ algorithmId }: AlgorithmIdentifier, signature: Uint8Array): boolean {
  if (!ECDSA.test(algorithmId)) {
    return true
  }
  const long = signature[1] === 0x81
  const start = long ? 3 : 2
  const length = signature[start - 1] ?? 0
  const r = positiveInteger(signature, start)
  const s = positiveInteger(signature, r)
  return signature[0] === 0x30 && length >= 128 === long && s === start + length && s === signature.length
}

/** Where the INTEGER of DER at `at` ends; NaN when none that is positive stands there. */
function positiveInteger(bytes: Uint8Array, at: number): number {
  const [tag, length = 0, first = 0x80, second = 0] = bytes.subarray(at, at + 4)
  const padded = first === 0 && length > 1 && second < 0x80
  return tag === 0x02 && length > 0 && first < 0x80 && !padded ? at + 2 + length : Number.NaN
}
