import { decodeBase64 } from './base64'
import { PlistError } from './errors'

/** What the first bytes of a file say it is. `cms` is a signed profile, to be unwrapped before it is read. */
export type FileKind = 'xml' | 'binary' | 'openstep' | 'cms' | 'archive' | 'empty' | 'unknown'

/** ZIP, RAR, gzip, 7-Zip, xz, bzip2 and xar (installer packages), by their first bytes. */
const ARCHIVES = [
  'PK\u0003\u0004',
  'PK\u0005\u0006',
  'Rar!',
  '\u001f\u008b',
  '7z\u00bc\u00af',
  '\u00fd7zXZ',
  'BZh',
  'xar!',
]
const HEAD_LENGTH = 512

/** Looks at the first bytes of a file, not at its name. */
export function sniff(bytes: Uint8Array): FileKind {
  const head = latin1(bytes.subarray(0, HEAD_LENGTH))
  if (head.startsWith('bplist')) {
    return 'binary'
  }
  if (ARCHIVES.some((magic) => head.startsWith(magic))) {
    return 'archive'
  }
  if (isContentInfo(bytes)) {
    return 'cms'
  }
  const first = firstSign(bytes)
  if (first < 0) {
    return bytes.every((byte) => isSpace(byte)) ? 'empty' : 'unknown'
  }
  if (isSignedData(bytes.subarray(first))) {
    return 'unknown'
  }
  // Zeros and byte order marks fall away, so that UTF-16 and UTF-32 look like ASCII.
  const start = latin1(bytes.subarray(first, first + HEAD_LENGTH))
    .replaceAll(MARKS, '')
    .trimStart()
  if (/^(?:[{(]|<[0-9a-fA-F\s]*>|<\*|\/\/|\/\*)/.test(start)) {
    return isJson(start) ? 'unknown' : 'openstep'
  }
  return start.startsWith('<') || /<\?xml|<plist|<!DOCTYPE|&lt;/.test(start) ? 'xml' : 'unknown'
}

const MARKS = /[\0\u00ff\u00fe\u00ef\u00bb\u00bf]/g

/** Where something other than white space, zeros and byte order marks stands first; -1 when nothing does. */
function firstSign(bytes: Uint8Array): number {
  return bytes.findIndex((byte) => !isSpace(byte) && ![0, 0xff, 0xfe, 0xef, 0xbb, 0xbf].includes(byte))
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d)
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}

const SIGNED_DATA = '\u002a\u0086\u0048\u0086\u00f7\u000d\u0001\u0007\u0002'

/** A CMS ContentInfo starts with SEQUENCE and the object identifier of its content (RFC 5652 section 3), or is PEM. */
function isContentInfo(bytes: Uint8Array): boolean {
  const head = latin1(bytes.subarray(0, 32))
  return isSignedData(bytes) || /^\s*-----BEGIN (?:CMS|PKCS7|PKCS #7)/.test(head)
}

function isSignedData(bytes: Uint8Array): boolean {
  return bytes[0] === 0x30 && latin1(bytes.subarray(0, 32)).includes(SIGNED_DATA)
}

/** Whether a text is the Base64 of a property list or of a signed profile, going by its beginning. */
function isBase64(text: string): boolean {
  const signs = text.replaceAll(/\s/g, '')
  const whole = signs.slice(0, signs.length - (signs.length % 4))
  const bytes = /^[A-Za-z0-9+/]{40,}={0,2}$/.test(signs) ? decodeBase64(whole) : undefined
  return bytes !== undefined && ['xml', 'binary', 'cms'].includes(sniff(bytes))
}

function isJson(start: string): boolean {
  return /^\{\s*"(?:[^"\\]|\\.)*"\s*:/.test(start)
}

/** The error for a file that is no property list, by what it is. */
export function notReadable(kind: FileKind, bytes: Uint8Array): PlistError {
  const place = { line: kind === 'binary' ? 0 : 1, column: 1, offset: 0, excerpt: printable(bytes) }
  switch (kind) {
    case 'empty':
      return new PlistError('empty-file', 'The file is empty; export it again.', place)
    case 'archive':
      return new PlistError(
        'archive',
        'This is an archive, not a profile; unpack it and choose the file inside.',
        place,
      )
    case 'cms':
      return new PlistError('signed', 'This profile is signed; take it out of its signature first.', place)
    default:
      break
  }
  const first = Math.max(0, firstSign(bytes))
  const text = latin1(bytes.subarray(first, first + HEAD_LENGTH)).trimStart()
  if (isSignedData(bytes.subarray(first))) {
    const message =
      'A signed profile stands in this file behind white space or zeros. Take away what is before it, or export the profile again.'
    return new PlistError('signed', message, place)
  }
  if (isBase64(text)) {
    const message =
      'This is a profile in Base64, as interfaces of servers send it. Decode it, for instance with “base64 -d”, and open the result.'
    return new PlistError('base64', message, place)
  }
  if (isJson(text) || text.startsWith('[')) {
    return new PlistError(
      'json',
      'This is JSON in which no profile is found. Open the .mobileconfig or .plist file that it was made from; settings alone are read as JSON when the name of the file tells their domain, such as com.jamf.connect.login.json.',
      place,
    )
  }
  return new PlistError(
    'not-a-plist',
    'This is not a property list; choose a .mobileconfig or .plist file.',
    place,
  )
}

function printable(bytes: Uint8Array): string {
  return latin1(bytes.subarray(0, 40))
    .replaceAll(/[^ -~]+/g, ' ')
    .trim()
}
