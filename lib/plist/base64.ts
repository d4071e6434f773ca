const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const PAD = 61
const SPACE = 64
const BAD = 65

const VALUES = new Uint8Array(128).fill(BAD)
for (let index = 0; index < ALPHABET.length; index++) {
  VALUES[ALPHABET.charCodeAt(index)] = index
}
for (const space of ' \t\n\r') {
  VALUES[space.charCodeAt(0)] = SPACE
}

/**
 * The bytes of a base64 text (RFC 4648 section 4, white space anywhere), or undefined when the text holds another
 * character or is not padded to whole groups. Bits left over after the last byte are dropped, as CPython does.
 */
export function decodeBase64(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(Math.ceil((text.length * 3) / 4))
  let length = 0
  let group = 0
  let digits = 0
  let at = 0
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const value = code < 128 ? (VALUES[code] as number) : BAD
    if (value < SPACE) {
      group = (group << 6) | value
      if (++digits === 4) {
        bytes[length++] = group >> 16
        bytes[length++] = group >> 8
        bytes[length++] = group
        group = 0
        digits = 0
      }
    } else if (value === BAD) {
      break
    }
  }
  const padding = text.slice(at).replaceAll(/[ \t\r\n]/g, '')
  if (digits === 0) {
    return padding === '' ? bytes.slice(0, length) : undefined
  }
  return lastGroup(bytes, length, { group, digits, padding })
}

function lastGroup(
  bytes: Uint8Array,
  length: number,
  rest: { group: number; digits: number; padding: string },
): Uint8Array | undefined {
  const { group, digits, padding } = rest
  if (digits === 2 && padding === '==') {
    bytes[length] = group >> 4
    return bytes.slice(0, length + 1)
  }
  if (digits === 3 && padding === '=') {
    bytes[length] = group >> 10
    bytes[length + 1] = group >> 2
    return bytes.slice(0, length + 2)
  }
  return undefined
}

const CODES = new Uint8Array(64)
for (let index = 0; index < 64; index++) {
  CODES[index] = ALPHABET.charCodeAt(index)
}

/** Base64 with padding, in one line. */
export function encodeBase64(bytes: Uint8Array): string {
  const out = new Uint8Array(Math.ceil(bytes.length / 3) * 4)
  let to = 0
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    out[to++] = CODES[group >> 18] as number
    out[to++] = CODES[(group >> 12) & 63] as number
    out[to++] = at + 1 < bytes.length ? (CODES[(group >> 6) & 63] as number) : PAD
    out[to++] = at + 2 < bytes.length ? (CODES[group & 63] as number) : PAD
  }
  return asciiString(out)
}

const CHUNK = 8192

/** A string of the bytes, one code unit each; every chunk is small enough to be passed as arguments. */
export function asciiString(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += CHUNK) {
    text += String.fromCharCode.apply(null, bytes.subarray(at, at + CHUNK) as unknown as number[])
  }
  return text
}
