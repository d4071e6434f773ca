import { counted } from '../../schema/words'
import { ProfileError } from '../errors'

/**
 * One ASN.1 element in the Basic Encoding Rules of ITU-T X.690. `tag` is the identifier octet with its class and
 * constructed bits; `bytes` the whole encoding; `body` the content octets (the elements inside, end-of-contents
 * octets left out); `children` is null for a primitive element. All are views of the bytes that were read.
 */
export type BerElement = {
  readonly tag: number
  readonly bytes: Uint8Array
  readonly body: Uint8Array
  readonly children: readonly BerElement[] | null
}

/** Deepest nesting that is read; CMS needs about ten levels. */
const MAX_DEPTH = 32
/** Most elements that are read: 8 MB in the 1,000-byte segments of Jamf Pro are about 8,000. */
const MAX_ELEMENTS = 50_000
const CONSTRUCTED = 0x20

type Cursor = { readonly bytes: Uint8Array; at: number; elements: number }
type Length = number | 'indefinite'

/**
 * The first element of `bytes`, DER or BER: definite and indefinite lengths, constructed strings. Line ends and NUL
 * bytes after it are ignored. Throws ProfileError `broken-cms` for truncated, overlong or deeply nested encodings;
 * the work is bounded by the size of the file.
 */
export function readBer(bytes: Uint8Array): BerElement {
  const cursor: Cursor = { bytes, at: 0, elements: 0 }
  const element = readElement(cursor, bytes.length, 0)
  if (bytes.subarray(cursor.at).some((byte) => byte !== 0 && byte !== 0x0a && byte !== 0x0d)) {
    const left = bytes.length - cursor.at
    throw broken(`${counted(left, 'byte')} ${left === 1 ? 'follows' : 'follow'} its end`)
  }
  return element
}

/** The octets of an OCTET STRING, its segments joined in order; null when the element is none. */
export function octets(element: BerElement | undefined): Uint8Array | null {
  if (!element || (element.tag & ~CONSTRUCTED) !== 0x04) {
    return null
  }
  if (element.children === null) {
    return element.body
  }
  const parts = element.children.map(octets)
  return parts.every((part) => part !== null) ? joined(parts) : null
}

/** The parts one after the other. */
function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** The body of an OBJECT IDENTIFIER as hexadecimal digits; empty when the element is none. */
export function objectIdentifier(element: BerElement | undefined): string {
  return element?.tag === 0x06
    ? Array.from(element.body, (byte) => byte.toString(16).padStart(2, '0')).join('')
    : ''
}

/** A definite-length element with this identifier octet around the given contents. */
export function encode(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const body = joined(contents)
  const length: number[] = []
  for (let rest = body.length; rest > 0; rest = Math.floor(rest / 256)) {
    length.unshift(rest % 256)
  }
  const header = body.length < 0x80 ? [body.length] : [0x80 | length.length, ...length]
  return joined([Uint8Array.of(tag, ...header), body])
}

function readElement(cursor: Cursor, end: number, depth: number): BerElement {
  cursor.elements += 1
  if (depth > MAX_DEPTH || cursor.elements > MAX_ELEMENTS) {
    throw broken(depth > MAX_DEPTH ? 'it is nested too deeply' : 'it has too many parts')
  }
  const start = cursor.at
  const tag = nextByte(cursor, end)
  if ((tag & 0x1f) === 0x1f) {
    throw broken('it holds a tag that CMS does not use')
  }
  const constructed = (tag & CONSTRUCTED) !== 0
  const length = readLength(cursor, end, constructed)
  const bodyStart = cursor.at
  if (length === 'indefinite') {
    const children = childrenToMarker(cursor, end, depth)
    const body = cursor.bytes.subarray(bodyStart, cursor.at)
    cursor.at += 2
    return { tag, bytes: cursor.bytes.subarray(start, cursor.at), body, children }
  }
  const bodyEnd = bodyStart + length
  const children = constructed ? childrenToEnd(cursor, bodyEnd, depth) : null
  cursor.at = bodyEnd
  const body = cursor.bytes.subarray(bodyStart, bodyEnd)
  return { tag, bytes: cursor.bytes.subarray(start, bodyEnd), body, children }
}

function childrenToEnd(cursor: Cursor, end: number, depth: number): BerElement[] {
  const children: BerElement[] = []
  while (cursor.at < end) {
    children.push(readElement(cursor, end, depth + 1))
  }
  return children
}

/** Reads up to the end-of-contents octets (00 00) and leaves the cursor on them. */
function childrenToMarker(cursor: Cursor, end: number, depth: number): BerElement[] {
  const children: BerElement[] = []
  while (cursor.at + 2 > end || cursor.bytes[cursor.at] !== 0 || cursor.bytes[cursor.at + 1] !== 0) {
    children.push(readElement(cursor, end, depth + 1))
  }
  return children
}

function readLength(cursor: Cursor, end: number, constructed: boolean): Length {
  const first = nextByte(cursor, end)
  if (first === 0x80) {
    if (!constructed) {
      throw broken('a value without length is not cut into parts')
    }
    return 'indefinite'
  }
  let length = first
  if (first > 0x80) {
    const size = first & 0x7f
    if (size > 4) {
      throw broken('a length is impossible')
    }
    length = 0
    for (let index = 0; index < size; index++) {
      length = length * 256 + nextByte(cursor, end)
    }
  }
  if (cursor.at + length > end) {
    throw broken('it ends too early')
  }
  return length
}

function nextByte(cursor: Cursor, end: number): number {
  const byte = cursor.at < end ? cursor.bytes[cursor.at] : undefined
  if (byte === undefined) {
    throw broken('it ends too early')
  }
  cursor.at += 1
  return byte
}

function broken(why: string): ProfileError {
  return new ProfileError(
    'broken-cms',
    `The signature envelope (CMS) around the profile is damaged: ${why}. Download or export the profile again.`,
  )
}
