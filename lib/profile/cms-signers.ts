import { Any, fromBER, Null, OctetString } from 'asn1js'
import {
  type Certificate,
  getCrypto,
  IssuerAndSerialNumber,
  SignedData as PkiSignedData,
  type SignerInfo,
} from 'pkijs'
import { chainOf, weaknessesOf } from './certificate-chain'
import { certificateFacts, distinguishedName } from './certificate-names'
import type { SignedData, Signer } from './cms'

/** Signers and certificates beyond these numbers are not looked at; real profiles have one signer. */
const MAX_SIGNERS = 8
const MAX_CERTIFICATES = 64
const CONTENT_TYPE = '1.2.840.113549.1.9.3'
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4'
const RSASSA_PSS = '1.2.840.113549.1.1.10'
/** RSA with and without digest, RSASSA-PSS, ECDSA with and without digest, Ed25519 (RFC 3370, 5754, 5753, 4056, 8419). */
const SIGNATURES =
  /^1\.2\.840\.(?:113549\.1\.1\.(?:1|5|1[0-4])|10045\.(?:2\.1|4\.1|4\.3\.[1-4]))$|^1\.3\.101\.112$/

/** Digests that nothing should be signed with any more, by their object identifiers. */
const DIGESTS: { readonly [oid: string]: string } = {
  '1.2.840.113549.2.2': 'MD2, which is weak,',
  '1.2.840.113549.2.5': 'MD5, which is weak,',
}

type Verdict = Pick<Signer, 'verdict' | 'reason'>

/**
 * Checks every signer of a CMS file as RFC 5652, section 5.6 says: the digest of the content equals the messageDigest
 * attribute, the content type its attribute, and the signature fits the signed attributes (or the content, when there
 * are none) under the key of the signer's certificate. Never throws: what cannot be read becomes "cannot-check".
 */
export async function checkSigners(signed: SignedData): Promise<Signer[]> {
  let parsed: PkiSignedData
  try {
    const { result, offset } = fromBER(signed.withoutContent.slice().buffer, { maxDepth: 32 })
    if (offset < 0) {
      throw new Error(result.error)
    }
    parsed = new PkiSignedData({ schema: result })
  } catch {
    return [unknownSigner('The certificates or the signature in the file cannot be read.')]
  }
  if (parsed.signerInfos.length === 0) {
    return [unknownSigner('The file has the form of a signed profile, but nobody signed it.')]
  }
  const checked = await Promise.all(
    parsed.signerInfos.slice(0, MAX_SIGNERS).map((info) => checkSigner(info, parsed, signed)),
  )
  const more = parsed.signerInfos.length - MAX_SIGNERS
  return more > 0
    ? [...checked, unknownSigner(`The file has ${more} more signers than Latchkey looks at.`)]
    : checked
}

async function checkSigner(info: SignerInfo, parsed: PkiSignedData, signed: SignedData): Promise<Signer> {
  const digest = digestName(info)
  try {
    const certificate = await certificateOf(info, parsed)
    if (!certificate) {
      const name = info.sid instanceof IssuerAndSerialNumber ? distinguishedName(info.sid.issuer) : ''
      return {
        ...unknownSigner(
          'The file carries no certificate of this signer, so the signature cannot be checked.',
        ),
        issuer: name,
      }
    }
    const verdict = await verdictOn(info, certificate, parsed, signed.content)
    const facts = certificateFacts(certificate)
    return {
      ...facts,
      algorithm: `${facts.algorithm} with ${digest || 'an unknown digest'}`,
      ...verdict,
      chain: await chainOf(certificate, certificatesIn(parsed)),
      weaknesses: weaknessesOf(certificate, digest),
    }
  } catch {
    return unknownSigner('The certificate of this signer cannot be read.')
  }
}

async function verdictOn(
  info: SignerInfo,
  certificate: Certificate,
  parsed: PkiSignedData,
  content: Uint8Array,
): Promise<Verdict> {
  const digest = digestName(info)
  if (!digest) {
    return {
      verdict: 'cannot-check',
      reason: `The digest ${DIGESTS[info.digestAlgorithm.algorithmId] ?? info.digestAlgorithm.algorithmId} is not one that Latchkey checks.`,
    }
  }
  if (!SIGNATURES.test(info.signatureAlgorithm.algorithmId) || !hasPlainParameters(info)) {
    return {
      verdict: 'cannot-check',
      reason: 'The algorithm of the signature is not one that Latchkey knows.',
    }
  }
  const fault = await attributeFault(info, parsed.encapContentInfo.eContentType, content, digest)
  if (fault) {
    return { verdict: 'not-verified', reason: fault }
  }
  const data = info.signedAttrs ? info.signedAttrs.encodedValue : content.slice().buffer
  try {
    const fits = await getCrypto(true).verifyWithPublicKey(
      data,
      info.signature,
      certificate.subjectPublicKeyInfo,
      info.signatureAlgorithm,
      digest,
    )
    return fits
      ? { verdict: 'verified' }
      : {
          verdict: 'not-verified',
          reason: 'The signature does not belong to this content and this certificate.',
        }
  } catch {
    return { verdict: 'cannot-check', reason: 'The kind of key or signature is not supported.' }
  }
}

/** Digests and RSA signatures take no parameters: NULL or nothing stands there (RFC 3370, RFC 5754). RSASSA-PSS has some. */
function hasPlainParameters({ digestAlgorithm, signatureAlgorithm }: SignerInfo): boolean {
  const plain =
    signatureAlgorithm.algorithmId === RSASSA_PSS ? [digestAlgorithm] : [digestAlgorithm, signatureAlgorithm]
  return plain.every(
    ({ algorithmParams }) =>
      algorithmParams === undefined || algorithmParams instanceof Null || algorithmParams instanceof Any,
  )
}

/** What is wrong with the signed attributes; null when they fit, or when there are none. */
async function attributeFault(
  info: SignerInfo,
  contentType: string,
  content: Uint8Array,
  digest: string,
): Promise<string | null> {
  if (!info.signedAttrs) {
    return null
  }
  const attributes = info.signedAttrs.attributes
  const types = attributes.filter(({ type }) => type === CONTENT_TYPE)
  const digests = attributes.filter(({ type }) => type === MESSAGE_DIGEST)
  const stated = digests[0]?.values[0]
  if (types.length !== 1 || digests.length !== 1 || !(stated instanceof OctetString)) {
    return 'The signed attributes lack the digest or the type of the content.'
  }
  if (types[0]?.values[0]?.valueBlock.toString() !== contentType) {
    return 'The signature was made for another type of content.'
  }
  const actual = new Uint8Array(await getCrypto(true).digest(digest, content.slice()))
  const expected = new Uint8Array(stated.getValue())
  return actual.length === expected.length && actual.every((byte, index) => byte === expected[index])
    ? null
    : 'The content was changed after it was signed.'
}

async function certificateOf(info: SignerInfo, parsed: PkiSignedData): Promise<Certificate | undefined> {
  const certificates = certificatesIn(parsed)
  const { sid } = info
  if (sid instanceof IssuerAndSerialNumber) {
    return certificates.find(
      ({ issuer, serialNumber }) => issuer.isEqual(sid.issuer) && serialNumber.isEqual(sid.serialNumber),
    )
  }
  const wanted = String(sid.valueBlock.valueHexView ?? '')
  for (const certificate of certificates) {
    const identifier = new Uint8Array(await certificate.getKeyHash())
    if (String(identifier) === wanted) {
      return certificate
    }
  }
  return undefined
}

function certificatesIn({ certificates = [] }: PkiSignedData): Certificate[] {
  return certificates
    .filter((item): item is Certificate => 'subjectPublicKeyInfo' in item)
    .slice(0, MAX_CERTIFICATES)
}

function digestName(info: SignerInfo): string {
  const algorithm = getCrypto(true).getAlgorithmByOID(info.digestAlgorithm.algorithmId)
  return 'name' in algorithm ? String(algorithm.name) : ''
}

function unknownSigner(reason: string): Signer {
  return {
    name: 'Unknown signer',
    issuer: '',
    validFrom: '',
    validTo: '',
    algorithm: '',
    verdict: 'cannot-check',
    reason,
  }
}
