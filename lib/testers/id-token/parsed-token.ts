import { isObject } from '../discovery/metadata'

/** A signed token taken apart. Nothing in it is verified yet. */
export type ParsedToken = {
  /** The token as it was received; never shown. */
  readonly raw: string
  readonly header: Readonly<Record<string, unknown>>
  readonly claims: Readonly<Record<string, unknown>>
}

/** Why a token cannot be taken apart. */
export type TokenDefect = 'encrypted' | 'not-a-token'

/** Takes a compact JWS apart (RFC 7515, section 3.1). A token in five parts is encrypted. */
export function parseToken(raw: string): ParsedToken | TokenDefect {
  const parts = raw.split('.')
  if (parts.length === 5) {
    return 'encrypted'
  }
  const [header, claims] = parts.length === 3 ? [decode(parts[0]), decode(parts[1])] : [null, null]
  // An unsigned token has nothing behind its last dot.
  const signed = parts[2] === '' || isBase64url(parts[2] ?? '')
  return header === null || claims === null || !signed ? 'not-a-token' : { raw, header, claims }
}

/** The header of a token of any kind, signed or encrypted; null when it cannot be read. */
export function headerOf(raw: string): Readonly<Record<string, unknown>> | null {
  return decode(raw.split('.', 1)[0])
}

/** RFC 7515, section 2: no padding, no other characters, no bits that are left over and not zero. */
function isBase64url(text: string): boolean {
  return /^[\w-]+$/.test(text) && Buffer.from(text, 'base64url').toString('base64url') === text
}

function decode(part = ''): Readonly<Record<string, unknown>> | null {
  try {
    const bytes = Buffer.from(part, 'base64url')
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return isBase64url(part) && isObject(value) ? value : null
  } catch {
    return null
  }
}
