import { fromBER, OctetString } from 'asn1js'
import {
  type Certificate,
  getCrypto,
  IssuerAndSerialNumber,
  SignedData as PkiSignedData,
  type SignerInfo,
} from 'pkijs'
import { sameBytes } from '../../plist/same-bytes'
import { chainOf, weaknessesOf } from './certificate-chain'
import { certificateFacts, distinguishedName, hasReadableNames } from './certificate-names'
import {
  digestName,
  hasFittingMask,
  hasOtherKey,
  hasPlainParameters,
  hasPlainValue,
  otherDigest,
  signatureKind,
} from './cms-algorithms'
import type { SignedData, Signer } from './signed-data'

/** Signers and certificates beyond these numbers are not looked at; real profiles have one signer. */
const MAX_SIGNERS = 8
const MAX_CERTIFICATES = 64
const CONTENT_TYPE = '1.2.840.113549.1.9.3'
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4'
type Verdict = Pick<Signer, 'verdict' | 'reason' | 'beyond'>

/**
 * Checks every signer of a CMS file as RFC 5652, section 5.6 says: the digest of the content equals the messageDigest
 * attribute, the content type its attribute, and the signature fits the signed attributes (or the content, when there
 * are none) under the key of the signer's certificate. Never throws: what cannot be read becomes "cannot-check", which is
 * \`beyond\` this reader only where the algorithm exists and is not checked here.
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
  const digest = digestName(info.digestAlgorithm)
  try {
    const certificate = await certificateOf(info, parsed)
    if (!certificate) {
      const name = info.sid instanceof IssuerAndSerialNumber ? distinguishedName(info.sid.issuer) : ''
      return {
        ...unknownSigner(
          certificatesIn(parsed).length === 0
            ? 'The file carries no certificate, so the signature cannot be checked.'
            : 'None of the certificates in the file is the one that the signature names.',
        ),
        issuer: name,
      }
    }
    const verdict = certificatesIn(parsed).every(hasReadableNames)
      ? await verdictOn(info, certificate, parsed, signed.content)
      : broken('A certificate in the file is damaged: a name in it is no text.')
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
  const unfit = algorithmFault(info, parsed)
  if (unfit) {
    return unfit
  }
  const digest = digestName(info.digestAlgorithm)
  const fault = await attributeFault(info, parsed.encapContentInfo.eContentType, content, digest)
  if (fault) {
    return { verdict: 'not-verified', reason: fault }
  }
  if (!hasPlainValue(info.signatureAlgorithm, info.signature.valueBlock.valueHexView)) {
    return broken('The value of the signature is damaged.')
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
    return hasOtherKey(certificate)
      ? beyond('The kind of key is not one that Latchkey checks.')
      : broken('The key in the certificate of this signer is damaged.')
  }
}

/** Why the algorithms of a signature are not gone on with; null when they are checked here and fit together. */
function algorithmFault(info: SignerInfo, parsed: PkiSignedData): Verdict | null {
  const { digestAlgorithm, signatureAlgorithm } = info
  // OpenSSL and Apple make the digests that the file announces, and look for that of the signer among them.
  if (!parsed.digestAlgorithms.some(({ algorithmId }) => algorithmId === digestAlgorithm.algorithmId)) {
    return broken('The signature names another digest than the file announces.')
  }
  if (!hasPlainParameters(info) || !hasFittingMask(info)) {
    return broken('The algorithm of the signature is damaged.')
  }
  const kind = signatureKind(signatureAlgorithm)
  const other = otherDigest(digestAlgorithm)
  if (other !== null) {
    const [stated] = digestsIn(info)
    return stated !== undefined && stated.length !== other.length
      ? broken('The digest in the signature has another length than its name says.')
      : beyond(`The digest ${other.name} is not one that Latchkey checks.`)
  }
  if (digestName(digestAlgorithm) === '' || kind === 'unknown') {
    return broken('The signature names an algorithm that no profile is signed with.')
  }
  return kind === 'other' ? beyond('The algorithm of the signature is not one that Latchkey checks.') : null
}

const beyond = (reason: string): Verdict => ({ verdict: 'cannot-check', beyond: true, reason })
const broken = (reason: string): Verdict => ({ verdict: 'not-verified', reason })

/** What the attributes say that the digest of the content is. */
function digestsIn({ signedAttrs }: SignerInfo): Uint8Array[] {
  const attributes = signedAttrs?.attributes.filter(({ type }) => type === MESSAGE_DIGEST) ?? []
  return attributes.flatMap(({ values: [value] }) =>
    value instanceof OctetString ? [new Uint8Array(value.getValue())] : [],
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
  const [expected] = digestsIn(info)
  if (types.length !== 1 || digests.length !== 1 || expected === undefined) {
    return 'The signed attributes lack the digest or the type of the content.'
  }
  if (types[0]?.values[0]?.valueBlock.toString() !== contentType) {
    return 'The signature was made for another type of content.'
  }
  const actual = new Uint8Array(await getCrypto(true).digest(digest, content.slice()))
  return sameBytes(actual, expected) ? null : 'The content was changed after it was signed.'
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
