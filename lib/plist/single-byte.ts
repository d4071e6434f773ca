/** Encodings of one byte a character that macOS reads when the XML declaration names them. */
export type SingleByteEncoding = (typeof singleByteEncodings)[number]

const singleByteEncodings = ['iso-8859-1', 'iso-8859-15', 'windows-1252', 'macintosh'] as const

/** Whether an encoding is one of one byte a character. */
export function isSingleByte(encoding: string | undefined): encoding is SingleByteEncoding {
  return (singleByteEncodings as readonly (string | undefined)[]).includes(encoding)
}

const UPPER = Array.from({ length: 128 }, (_, index) => 0x80 + index)

/**
 * The characters of windows-1252 from 0x80 to 0x9F; 0 where it has none. `TextDecoder` is no help: it takes ISO-8859-1 for
 * windows-1252, and that of Node 20 windows-1252 for ISO-8859-1.
 */
const WINDOWS: readonly number[] = [
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
  0x017d, 0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a,
  0x0153, 0, 0x017e, 0x0178,
]

/** What the platform reads the bytes from 0x80 on as (https://encoding.spec.whatwg.org/#legacy-single-byte-encodings). */
const readAs = (label: string) =>
  Array.from(new TextDecoder(label).decode(Uint8Array.from(UPPER)), (character) => character.charCodeAt(0))

/** By encoding the characters of the bytes from 0x80 on; 0 where it has none. */
const TABLES: { readonly [E in SingleByteEncoding]: readonly number[] } = {
  'iso-8859-1': UPPER,
  'iso-8859-15': readAs('iso-8859-15'),
  'windows-1252': UPPER.map((byte) => WINDOWS[byte - 0x80] ?? byte),
  macintosh: readAs('macintosh'),
}

const bytesOf = (table: readonly number[]) =>
  new Map(table.flatMap((code, index) => (code === 0 ? [] : [[code, 0x80 + index] as const])))
const BYTES: { readonly [E in SingleByteEncoding]: ReadonlyMap<number, number> } = {
  'iso-8859-1': bytesOf(TABLES['iso-8859-1']),
  'iso-8859-15': bytesOf(TABLES['iso-8859-15']),
  'windows-1252': bytesOf(TABLES['windows-1252']),
  macintosh: bytesOf(TABLES.macintosh),
}

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
  return byte < 0x80 ? byte : TABLES[encoding][byte - 0x80] || -1
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
  return code < 0x80 ? code : (BYTES[encoding].get(code) ?? -1)
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
