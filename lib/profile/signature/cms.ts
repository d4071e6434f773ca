import { decodeBase64 } from '../../plist/base64'
import { ProfileError } from '../errors'
import { type BerElement, encode, objectIdentifier, octets, readBer } from './ber'
import type { SignatureReport, SignedData } from './signed-data'

/** Content types of RFC 5652 and RFC 5083, as the bodies of their object identifiers. */
const SIGNED_DATA = '2a864886f70d010702'
const ENCRYPTED = new Set(['2a864886f70d010703', '2a864886f70d010706', '2a864886f70d0109100117'])
const KNOWN_PREFIX = '2a864886f70d01'

/** Largest CMS file that is read, in bytes. */
const MAX_BYTES = 8_000_000

/**
 * Takes the content out of CMS SignedData without looking at the signature. Throws ProfileError: `encrypted` for
 * EnvelopedData and its kin, `detached-signature` when there is no content, `not-cms` for other DER, `broken-cms`
 * for damaged files, `too-large` beyond 8 MB.
 */
function readSignedData(bytes: Uint8Array): SignedData {
  if (bytes.length > MAX_BYTES) {
    throw new ProfileError('too-large', 'The signed file is larger than 8 MB, which no profile is.')
  }
  const isText = bytes[0] !== 0x30
  const outer = readBer(isText ? withoutArmor(bytes) : bytes)
  const { version, digests, contentType, contentWrapper, rest } = partsOf(outer)
  const content = has(contentWrapper, 0xa0) ? octets(contentWrapper.children?.[0]) : null
  if (content === null) {
    throw new ProfileError(
      'detached-signature',
      'The file holds a signature without the profile it belongs to. Open the profile itself.',
    )
  }
  const kept = rest.filter((element) => element.tag !== 0xa1).map(definite)
  const slim = encode(0x30, definite(version), definite(digests), encode(0x30, contentType.bytes), ...kept)
  return {
    content,
    withoutContent: slim,
    encoding: isText ? 'PEM' : outer.bytes[1] === 0x80 || isSegmented(contentWrapper) ? 'BER' : 'DER',
  }
}

/** The elements of ContentInfo and SignedData, each under the tag that RFC 5652 gives it. */
function partsOf(outer: BerElement) {
  const [type, wrapper] = outer.children ?? []
  refuseOtherTypes(objectIdentifier(type))
  const signed = wrapper?.children?.[0]
  const [version, digests, encapsulated, ...rest] = signed?.children ?? []
  const [contentType, contentWrapper] = encapsulated?.children ?? []
  const framed = has(outer, 0x30) && has(wrapper, 0xa0) && has(signed, 0x30) && has(encapsulated, 0x30)
  if (
    framed &&
    has(version, 0x02) &&
    has(digests, 0x31) &&
    has(contentType, 0x06) &&
    has(rest.at(-1), 0x31)
  ) {
    return { version, digests, contentType, contentWrapper, rest }
  }
  throw new ProfileError('broken-cms', 'The signature envelope (CMS) lacks parts. Export the profile again.')
}

/**
 * Unwraps a signed profile: its content, and a report on every signer. The content is given even when no signature
 * fits, since an administrator wants to see what was changed. Throws as `readSignedData` does.
 */
export async function unwrapCms(
  bytes: Uint8Array,
): Promise<{ content: Uint8Array; signature: SignatureReport }> {
  const signed = readSignedData(bytes)
  const { checkSigners } = await import('./cms-signers')
  const signers = await checkSigners(signed)
  return { content: signed.content, signature: { signers, encoding: signed.encoding } }
}

/** Whether the element is there and has this identifier octet. */
function has(element: BerElement | undefined, tag: number): element is BerElement {
  return element?.tag === tag
}

function refuseOtherTypes(type: string): void {
  if (type === SIGNED_DATA) {
    return
  }
  if (ENCRYPTED.has(type)) {
    throw new ProfileError(
      'encrypted',
      'The profile is encrypted for one device and cannot be shown. Open the profile it was made from.',
    )
  }
  throw new ProfileError(
    'not-cms',
    type.startsWith(KNOWN_PREFIX)
      ? 'The file is a CMS or PKCS file, but not a signed profile. Open the .mobileconfig or .plist file.'
      : 'The file is binary data (DER), such as a certificate, and not a profile. Open the .mobileconfig or .plist file.',
  )
}

function withoutArmor(bytes: Uint8Array): Uint8Array {
  const text = new TextDecoder('latin1').decode(bytes)
  const body = /-----BEGIN [^-]+-----([A-Za-z0-9+/=\s]+)-----END /.exec(text)?.[1] ?? ''
  const decoded = decodeBase64(body)
  if (decoded === undefined) {
    throw new ProfileError('broken-cms', 'The Base64 of the signed profile is damaged. Export it again.')
  }
  return decoded
}

function isSegmented(wrapper: BerElement | undefined): boolean {
  return wrapper?.children?.[0]?.children !== null
}

/** The same element with definite lengths throughout; DER parts stay byte for byte as they were signed. */
function definite(element: BerElement): Uint8Array {
  if (element.children === null || !hasIndefinite(element)) {
    return element.bytes
  }
  return encode(element.tag, ...element.children.map(definite))
}

function hasIndefinite(element: BerElement): boolean {
  return element.bytes[1] === 0x80 || (element.children?.some(hasIndefinite) ?? false)
}
