import { type Declared, declaredEncoding, declaredInBytes } from './declared-encoding'
import { applyRepair, lineAndColumn, PlistError, type TextRepair, textError } from './errors'
import { replacement } from './repairs'
import { decodeSingleByte, encodeSingleByte, isSingleByte, type SingleByteEncoding } from './single-byte'
import { decodeUnicode, encodeUnicode, type UnicodeEncoding } from './unicode'

export type TextEncoding = UnicodeEncoding | SingleByteEncoding

/** A text and how its file spells it; `bom` says whether a byte order mark stands before it (not in `text`). */
export type DecodedText = { readonly text: string; readonly encoding: TextEncoding; readonly bom: boolean }

/**
 * The text of an XML or OpenStep file in the encoding in which macOS reads it (`encodingForXMLData` in CFPropertyList.c):
 * that of the byte order mark, else the declared one, else UTF-8. Throws PlistError for bytes that are not valid in it,
 * for UTF-16 and UTF-32 without a mark, and when the XML declaration names another encoding.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const decoded = decodeUndeclared(bytes)
  const fault = markFault(decoded) ?? declarationFault(decoded)
  if (fault) {
    throw fault
  }
  return decoded
}

/**
 * The bytes of a text in its encoding. A declaration that allows ASCII only is changed to UTF-8 when the text outgrows it;
 * so is one of one byte a character when a comment or CDATA holds a character that these lack. Elsewhere such a
 * character becomes a reference.
 */
export function encodeText({ text, encoding, bom }: DecodedText): Uint8Array {
  if (isSingleByte(encoding)) {
    const declared = declaredEncoding(text)
    const bytes =
      declared?.seen && declared.encoding === encoding ? encodeSingleByte(text, encoding) : undefined
    return bytes ?? encodeText({ text, encoding: 'utf-8', bom })
  }
  return encodeUnicode((bom ? BYTE_ORDER_MARK : '') + widenDeclaration(text, encoding), encoding)
}

/** The bytes of a file after a repair of its text. Throws PlistError when the bytes are no text. */
export function repairBytes(bytes: Uint8Array, repair: TextRepair): Uint8Array {
  const decoded = decodeUndeclared(bytes)
  return encodeText({ ...decoded, text: applyRepair(decoded.text, repair) })
}

const BYTE_ORDER_MARK = '\ufeff'

function decodeUndeclared(bytes: Uint8Array): DecodedText {
  const { encoding, bom } = detect(bytes)
  const content = bom === 0 ? bytes : bytes.subarray(bom)
  const single = encoding === 'utf-8' && bom === 0 ? singleByte(bytes) : undefined
  return single ?? { text: decodeNamed(content, encoding, bom), encoding, bom: bom > 0 }
}

/** The text of bytes; of those that are no text, the error names the encoding that the file claims to have. */
function decodeNamed(content: Uint8Array, encoding: UnicodeEncoding, bom: number): string {
  try {
    return decodeUnicode(content, encoding, bom)
  } catch (error) {
    const declared = encoding === 'utf-8' && bom === 0 ? declaredInBytes(content) : undefined
    if (!(error instanceof PlistError) || declared === undefined || declared.encoding !== undefined) {
      throw error
    }
    const message = `The XML declaration names the encoding ${declared.name.slice(0, 60)}, which is not read here, and these bytes are not valid UTF-8. Save the file as UTF-8, and declare that.`
    throw new PlistError('unsupported-encoding', message, error)
  }
}

/** The text when it declares an encoding of one byte a character, unless its other characters are valid UTF-8. */
function singleByte(bytes: Uint8Array): DecodedText | undefined {
  const encoding = declaredInBytes(bytes)?.encoding
  if (!isSingleByte(encoding) || isUtf8BeyondAscii(bytes)) {
    return undefined
  }
  const text = decodeSingleByte(bytes, encoding)
  if (typeof text === 'string') {
    return { text, encoding, bom: false }
  }
  const before = decodeSingleByte(bytes.subarray(0, text), encoding) as string
  const excerpt = (bytes[text] as number).toString(16)
  const message = `${encoding} has no character for the byte 0x${excerpt}; save the file as UTF-8.`
  const place = { ...lineAndColumn(before, text), offset: text, excerpt }
  throw new PlistError('invalid-encoding', message, place)
}

function isUtf8BeyondAscii(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return text.length < bytes.length
  } catch {
    return false
  }
}

/** Encoding and length of the byte order mark. Without one, where the zeros are in the first character tells. */
function detect(bytes: Uint8Array): { encoding: UnicodeEncoding; bom: number } {
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

/**
 * UTF-16 or UTF-32 without a byte order mark, of which the reader of macOS drops the first character, and a second mark
 * behind the first, which it takes for an unexpected character.
 */
function markFault({ text, encoding, bom }: DecodedText): PlistError | undefined {
  if (bom && text.startsWith(BYTE_ORDER_MARK)) {
    const message = 'The file starts with more than one byte order mark, which macOS refuses.'
    const end = text.search(/[^\ufeff]/)
    const repair = replacement('Leave one byte order mark', 0, end < 0 ? text.length : end, '')
    return textError('several-marks', message, { text, start: 0, end: 1 }, repair)
  }
  if (bom || !encoding.startsWith('utf-') || encoding === 'utf-8') {
    return undefined
  }
  const name = encoding.slice(0, 6).toUpperCase()
  const message = `The file is ${name} text without a byte order mark, which macOS refuses; put one at its start.`
  const repair = replacement('Put a byte order mark at the start', 0, 0, BYTE_ORDER_MARK)
  return textError('missing-mark', message, { text, start: 0, end: 40 }, repair)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII
const ASCII_ONLY = /^[\u0000-\u007f]*$/
/** Encodings besides those that are read, in which the characters of ASCII are the same bytes as in UTF-8. */
const OVER_ASCII = /^(iso-8859-\d+|windows-125\d)$/i

function declarationFault({ text, encoding }: DecodedText): PlistError | undefined {
  const declared = declaredEncoding(text)
  if (!declared || agrees(declared, encoding)) {
    return undefined
  }
  const where = { text, start: declared.start, end: declared.end }
  if (declared.encoding === encoding) {
    return unseenDeclaration(text, declared)
  }
  const overAscii = declared.encoding !== 'utf-16' && declared.encoding !== 'utf-32'
  const known = declared.encoding !== undefined || OVER_ASCII.test(declared.name)
  if (encoding === 'utf-8' && overAscii && known && ASCII_ONLY.test(text)) {
    return undefined
  }
  const actual = encoding.toUpperCase()
  const repair = replacement(`Declare ${actual}`, where.start, where.end, actual)
  const message = `The XML declaration names the encoding ${declared.name}, but the file is in ${actual}; declare ${actual}.`
  return textError(known ? 'encoding-mismatch' : 'unsupported-encoding', message, where, repair)
}

function agrees({ encoding: declared, seen }: Declared, encoding: TextEncoding): boolean {
  if (isSingleByte(declared)) {
    return declared === encoding && seen
  }
  return declared !== undefined && encoding.startsWith(declared)
}

function unseenDeclaration(text: string, { name, start, end }: Declared): PlistError | undefined {
  if (ASCII_ONLY.test(text)) {
    return undefined
  }
  const from = text.lastIndexOf('encoding', start)
  const plain = `encoding=${text.charAt(start - 1)}${name}`
  const message = `macOS does not see the declared encoding ${name} because of the white space beside "="; remove it.`
  const repair = replacement('Remove the white space', from, end, plain)
  return textError('encoding-mismatch', message, { text, start: from, end }, repair)
}

function widenDeclaration(text: string, encoding: UnicodeEncoding): string {
  const fault = declarationFault({ text, encoding, bom: false })
  return fault?.repair ? applyRepair(text, fault.repair) : text
}
