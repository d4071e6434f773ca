/** Encodings of one byte a character that macOS reads when the XML declaration names them. */
export type SingleByteEncoding = 'iso-8859-1' | 'windows-1252'

/**
 * The characters of windows-1252 from 0x80 to 0x9F; 0 where it has none. ISO-8859-1 has the control characters of the same
 * numbers there, which `TextDecoder` does not give: it takes both names for windows-1252.
 */
const WINDOWS: readonly number[] = [
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
  0x017d, 0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a,
  0x0153, 0, 0x017e, 0x0178,
]
const FROM_WINDOWS: ReadonlyMap<number, number> = new Map(
  WINDOWS.flatMap((code, index) => (code === 0 ? [] : [[code, 0x80 + index]])),
)

const CHUNK = 8192

/** The text of the bytes, or the offset of the first byte that stands for no character. */
export function decodeSingleByte(bytes: Uint8Array, encoding: SingleByteEncoding): string | number {
  let text = ''
  for (let at = 0; at < bytes.length; at += CHUNK) {
    const codes = Array.from(bytes.subarray(at, at + CHUNK), (byte) => characterOf(byte, encoding))
    const none = codes.indexOf(-1)
    if (none >= 0) {
      return at + none
    }
    text += String.fromCharCode.apply(null, codes)
  }
  return text
}

function characterOf(byte: number, encoding: SingleByteEncoding): number {
  if (encoding === 'iso-8859-1' || byte < 0x80 || byte > 0x9f) {
    return byte
  }
  return WINDOWS[byte - 0x80] || -1
}

/**
 * The bytes of an XML text. A character that the encoding lacks becomes a reference, which is the same text to every
 * reader; undefined when one stands where XML has no references, in a comment or in CDATA.
 */
export function encodeSingleByte(text: string, encoding: SingleByteEncoding): Uint8Array | undefined {
  const bytes = plainBytes(text, encoding)
  const referenced = bytes ? undefined : withReferences(text, encoding)
  return bytes ?? (referenced === undefined ? undefined : plainBytes(referenced, encoding))
}

function plainBytes(text: string, encoding: SingleByteEncoding): Uint8Array | undefined {
  const bytes = new Uint8Array(text.length)
  for (let index = 0; index < text.length; index++) {
    const byte = byteOf(text.charCodeAt(index), encoding)
    if (byte < 0) {
      return undefined
    }
    bytes[index] = byte
  }
  return bytes
}

function byteOf(code: number, encoding: SingleByteEncoding): number {
  if (code < 0x80 || (code > 0x9f && code <= 0xff)) {
    return code
  }
  return encoding === 'iso-8859-1' ? (code <= 0xff ? code : -1) : (FROM_WINDOWS.get(code) ?? -1)
}

/** What of an XML text is no character data, and each run of character data. */
const PARTS = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<[^>]*>|[^<]+/g

function withReferences(text: string, encoding: SingleByteEncoding): string | undefined {
  let result = ''
  for (const [part] of text.matchAll(PARTS)) {
    if (part.startsWith('<')) {
      result += part
      continue
    }
    for (const character of part) {
      const fits = character.length === 1 && byteOf(character.charCodeAt(0), encoding) >= 0
      result += fits ? character : `&#${character.codePointAt(0)};`
    }
  }
  return result
}
