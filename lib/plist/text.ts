import { applyRepair, byteError, lineAndColumn, PlistError, type TextRepair, textError } from './errors'
import { replacement } from './repairs'

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be'

/** A text and how its file spells it; `bom` says whether a byte order mark stands before it (not in `text`). */
export type DecodedText = { readonly text: string; readonly encoding: TextEncoding; readonly bom: boolean }

/**
 * The text of an XML or OpenStep file in UTF-8, UTF-16 or UTF-32, found out as XML 1.0 appendix F describes.
 * Throws PlistError for bytes that are not valid in the encoding, and when the XML declaration names another one.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const decoded = decodeUndeclared(bytes)
  const fault = declarationFault(decoded)
  if (fault) {
    throw fault
  }
  return decoded
}

/** The bytes of a text in its encoding. A declaration that allows ASCII only is changed when the text outgrows it. */
export function encodeText({ text, encoding, bom }: DecodedText): Uint8Array {
  const whole = (bom ? BYTE_ORDER_MARK : '') + widenDeclaration(text, encoding)
  switch (encoding) {
    case 'utf-8':
      return new TextEncoder().encode(whole)
    case 'utf-16le':
    case 'utf-16be':
      return encodeUnits(whole, 2, encoding === 'utf-16le')
    default:
      return encodeUnits(whole, 4, encoding === 'utf-32le')
  }
}

/** The bytes of a file after a repair of its text. Throws PlistError when the bytes are no text. */
export function repairBytes(bytes: Uint8Array, repair: TextRepair): Uint8Array {
  const decoded = decodeUndeclared(bytes)
  return encodeText({ ...decoded, text: applyRepair(decoded.text, repair) })
}

const BYTE_ORDER_MARK = '\ufeff'
const DECLARED = /^<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/

function decodeUndeclared(bytes: Uint8Array): DecodedText {
  const { encoding, bom } = detect(bytes)
  const content = bom === 0 ? bytes : bytes.subarray(bom)
  return { text: decode(content, encoding, bom), encoding, bom: bom > 0 }
}

/** Encoding and length of the byte order mark. Without one, where the zeros are in the first character tells. */
function detect(bytes: Uint8Array): { encoding: TextEncoding; bom: number } {
  const [a = -1, b = -1, c = -1, d = -1] = bytes
  if (a === 0xff && b === 0xfe) {
    return c === 0 && d === 0 ? { encoding: 'utf-32le', bom: 4 } : { encoding: 'utf-16le', bom: 2 }
  }
  if (a === 0xfe && b === 0xff) {
    return { encoding: 'utf-16be', bom: 2 }
  }
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) {
    return { encoding: 'utf-32be', bom: 4 }
  }
  if (a === 0xef && b === 0xbb && c === 0xbf) {
    return { encoding: 'utf-8', bom: 3 }
  }
  if (a > 0 && b === 0) {
    return { encoding: c === 0 && d === 0 ? 'utf-32le' : 'utf-16le', bom: 0 }
  }
  if (a === 0 && b > 0) {
    return { encoding: 'utf-16be', bom: 0 }
  }
  return { encoding: a === 0 && b === 0 && c === 0 && d > 0 ? 'utf-32be' : 'utf-8', bom: 0 }
}

function decode(bytes: Uint8Array, encoding: TextEncoding, offset: number): string {
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
function invalidBytes(bytes: Uint8Array, encoding: TextEncoding, offset: number): PlistError {
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
function decodes(bytes: Uint8Array, encoding: TextEncoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

const NAMES: Readonly<Record<TextEncoding, readonly string[]>> = {
  'utf-8': ['utf-8', 'utf8'],
  'utf-16le': ['utf-16', 'utf-16le'],
  'utf-16be': ['utf-16', 'utf-16be'],
  'utf-32le': ['utf-32', 'utf-32le', 'ucs-4'],
  'utf-32be': ['utf-32', 'utf-32be', 'ucs-4'],
}

/** Encodings in which the characters of ASCII are the same bytes as in UTF-8. */
const OVER_ASCII = /^(us-ascii|ascii|iso-8859-\d+|latin-?1|windows-125\d|macintosh|x-mac-roman)$/
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII
const ASCII_ONLY = /^[\u0000-\u007f]*$/

function declarationFault({ text, encoding }: DecodedText): PlistError | undefined {
  const match = DECLARED.exec(text.slice(0, 200))
  const name = match?.[1]?.toLowerCase()
  if (!match || name === undefined || NAMES[encoding].includes(name)) {
    return undefined
  }
  const known = OVER_ASCII.test(name)
  if (known && encoding === 'utf-8' && ASCII_ONLY.test(text)) {
    return undefined
  }
  const end = match[0].length - 1
  const start = end - name.length
  const actual = encoding.toUpperCase()
  const repair = replacement(`Declare ${actual}`, start, end, actual)
  const anyKnown = known || Object.values(NAMES).some((names) => names.includes(name))
  const message = `The XML declaration names the encoding ${match[1]}, but the file is in ${actual}; declare ${actual}.`
  return textError(
    anyKnown ? 'encoding-mismatch' : 'unsupported-encoding',
    message,
    { text, start, end },
    repair,
  )
}

function widenDeclaration(text: string, encoding: TextEncoding): string {
  const fault = declarationFault({ text, encoding, bom: false })
  return fault?.repair ? applyRepair(text, fault.repair) : text
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
