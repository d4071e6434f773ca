import { byteError, lineAndColumn, PlistError } from './errors'

export type UnicodeEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be'

/** The text of bytes that stand `offset` bytes behind the start of the file. Throws PlistError for invalid ones. */
export function decodeUnicode(bytes: Uint8Array, encoding: UnicodeEncoding, offset: number): string {
  if (encoding === 'utf-32le' || encoding === 'utf-32be') {
    return decodeUtf32(bytes, encoding === 'utf-32le', offset)
  }
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw invalidBytes(bytes, encoding, offset)
  }
}

function decodeUtf32(bytes: Uint8Array, little: boolean, offset: number): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let text = ''
  for (let at = 0; at < bytes.length; at += 4) {
    const code = at + 4 <= bytes.length ? view.getUint32(at, little) : -1
    if (code < 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) {
      const message = 'These bytes are no UTF-32 character; save the file as UTF-8.'
      throw byteError('invalid-encoding', message, at + offset)
    }
    text += String.fromCodePoint(code)
  }
  return text
}

/** Finds the first invalid place: everything before it decodes to the same text with and without replacement. */
function invalidBytes(bytes: Uint8Array, encoding: UnicodeEncoding, offset: number): PlistError {
  let valid = 0
  let invalid = bytes.length
  while (valid < invalid) {
    const middle = Math.ceil((valid + invalid) / 2)
    if (decodes(bytes.subarray(0, middle), encoding)) {
      valid = middle
    } else {
      invalid = middle - 1
    }
  }
  const decoder = new TextDecoder(encoding, { ignoreBOM: true })
  const before = decoder.decode(bytes.subarray(0, valid), { stream: true })
  const start = encoding === 'utf-8' ? new TextEncoder().encode(before).length : before.length * 2
  const { line, column } = lineAndColumn(before, before.length)
  const excerpt = Array.from(bytes.subarray(start, start + 4), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join(' ')
  const message = `These bytes are not valid ${encoding.toUpperCase()}; save the file as UTF-8.`
  return new PlistError('invalid-encoding', message, { line, column, offset: start + offset, excerpt })
}

/** Whether the bytes are valid so far; a character that is cut off at the end counts as valid. */
function decodes(bytes: Uint8Array, encoding: UnicodeEncoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

/** The bytes of a text. */
export function encodeUnicode(text: string, encoding: UnicodeEncoding): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return new TextEncoder().encode(text)
    case 'utf-16le':
    case 'utf-16be':
      return encodeUnits(text, 2, encoding === 'utf-16le')
    default:
      return encodeUnits(text, 4, encoding === 'utf-32le')
  }
}

function encodeUnits(text: string, width: 2 | 4, little: boolean): Uint8Array {
  const units = width === 4 ? Array.from(text, (character) => character.codePointAt(0) as number) : undefined
  const length = units?.length ?? text.length
  const bytes = new Uint8Array(length * width)
  const view = new DataView(bytes.buffer)
  for (let index = 0; index < length; index++) {
    if (units) {
      view.setUint32(index * 4, units[index] as number, little)
    } else {
      view.setUint16(index * 2, text.charCodeAt(index), little)
    }
  }
  return bytes
}
