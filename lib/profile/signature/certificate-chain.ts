import { type Certificate, getCrypto, RSAPublicKey } from 'pkijs'
import { distinguishedName } from './certificate-names'
import { hasOtherKey, hasPlainValue, signatureKind } from './cms-algorithms'
import type { Chain, Weakness } from './signed-data'

/** More certificates than these above a signer are not looked at. */
const MAX_LINKS = 8
/** What NIST SP 800-131A calls acceptable for RSA signatures. */
const LEAST_RSA_BITS = 2048
const RSA = '1.2.840.113549.1.1.1'
const RSA_PSS = '1.2.840.113549.1.1.10'
const WEAK_DIGESTS = ['SHA-1', 'MD5']

/**
 * Where the certificates above a signer lead, as far as the file carries them. No authority is known here, so that the
 * best answer is that each certificate is signed by the next and the last one by itself.
 */
export async function chainOf(certificate: Certificate, others: readonly Certificate[]): Promise<Chain> {
  let current = certificate
  for (let link = 0; link < MAX_LINKS; link++) {
    if (current.issuer.isEqual(current.subject)) {
      const own = await isSignedBy(current, current)
      const top = distinguishedName(current.subject)
      if (own === false) {
        return { ends: 'broken', top }
      }
      return link === 0 ? { ends: 'self-signed' } : { ends: own === null ? 'unknown' : 'own-root', top }
    }
    const top = distinguishedName(current.issuer)
    const issuers = others.filter(({ subject }) => subject.isEqual(current.issuer))
    if (issuers.length === 0) {
      return { ends: 'unknown', top }
    }
    const answers = await Promise.all(issuers.map((issuer) => isSignedBy(current, issuer)))
    const found = issuers[answers.indexOf(true)]
    if (found === undefined) {
      return { ends: answers.includes(null) ? 'unknown' : 'broken', top }
    }
    current = found
  }
  return { ends: 'unknown', top: distinguishedName(current.issuer) }
}

/** What of a signature is too weak to count on today: a digest or a key that can be forged or found out. */
export function weaknessesOf(certificate: Certificate, digest: string): Weakness[] {
  const { algorithm } = certificate.subjectPublicKeyInfo
  const bits = [RSA, RSA_PSS].includes(algorithm.algorithmId) ? modulusBits(certificate) : LEAST_RSA_BITS
  return [
    ...(WEAK_DIGESTS.includes(digest) ? ([{ kind: 'digest', what: digest }] as const) : []),
    ...(bits < LEAST_RSA_BITS ? ([{ kind: 'key', what: `RSA with ${bits} bits` }] as const) : []),
  ]
}

function modulusBits({ subjectPublicKeyInfo }: Certificate): number {
  const key = subjectPublicKeyInfo.parsedKey
  const modulus = key instanceof RSAPublicKey ? [...key.modulus.valueBlock.valueHexView] : []
  const start = modulus.findIndex((byte) => byte !== 0)
  return start < 0 ? 0 : (modulus.length - start) * 8 - Math.clz32(modulus[start] ?? 0) + 24
}

/** Whether the issuer signed the certificate; null where the algorithm or the key is not one that is checked here. */
async function isSignedBy(certificate: Certificate, issuer: Certificate): Promise<boolean | null> {
  // RFC 5280, section 4.1.1.2: the certificate says twice how it was signed, once inside what is signed.
  const { signatureAlgorithm, signatureValue } = certificate
  if (
    !certificate.signature.isEqual(signatureAlgorithm) ||
    !hasPlainValue(signatureAlgorithm, signatureValue.valueBlock.valueHexView)
  ) {
    return false
  }
  try {
    return await getCrypto(true).verifyWithPublicKey(
      certificate.tbsView.slice(),
      signatureValue,
      issuer.subjectPublicKeyInfo,
      signatureAlgorithm,
    )
  } catch {
    return hasOtherKey(issuer) || signatureKind(signatureAlgorithm) === 'other' ? null : false
  }
}
