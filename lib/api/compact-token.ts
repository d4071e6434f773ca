import { decodeBase64 } from '../plist/base64'

/** Members of a JSON object, of any names and values. */
export type Members = Readonly<Record<string, unknown>>

/** A token taken apart. Nothing in it is verified. */
export type CompactToken = { readonly header: Members; readonly claims: Members }

/** Why a token cannot be taken apart. */
export type TokenDefect = 'encrypted' | 'not-a-token'

/**
 * Takes a compact JSON Web Token apart (RFC 7519, section 3; RFC 7515, section 3.1); one in five parts is encrypted. The
 * signature is not looked at, and base64 is read as people paste it.
 */
export function readCompact(raw: string): CompactToken | TokenDefect {
  const parts = raw.split('.')
  if (parts.length === 5) {
    return 'encrypted'
  }
  const [header, claims] = [jsonPart(parts[0]), jsonPart(parts[1])]
  return parts.length !== 3 || header === null || claims === null ? 'not-a-token' : { header, claims }
}

/** The JSON object in a part of a token: base64 for URLs, with padding or without, UTF-8; null for anything else. */
export function jsonPart(part = ''): Members | null {
  const text = part.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '')
  const bytes = decodeBase64(text.padEnd(Math.ceil(text.length / 4) * 4, '='))
  try {
    return bytes === undefined ? null : objectIn(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return null
  }
}

/** The JSON object that a text is; null for anything else. */
export function objectIn(text: string): Members | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : null
  } catch {
    return null
  }
}
