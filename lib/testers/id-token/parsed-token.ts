import { type CompactToken, jsonPart, readCompact, type TokenDefect } from '../../api/compact-token'

/** A signed token taken apart. Nothing in it is verified yet. */
export type ParsedToken = CompactToken & {
  /** The token as it was received; never shown. */
  readonly raw: string
}

/** Takes a compact JWS apart (RFC 7515, section 3.1). A token in five parts is encrypted. */
export function parseToken(raw: string): ParsedToken | TokenDefect {
  const token = readCompact(raw)
  if (typeof token === 'string') {
    return token
  }
  const [header = '', claims = '', signature = ''] = raw.split('.')
  // An unsigned token has nothing behind its last dot.
  const parts = signature === '' ? [header, claims] : [header, claims, signature]
  return parts.every(isBase64url) ? { raw, ...token } : 'not-a-token'
}

/** The header of a token of any kind, signed or encrypted; null when it cannot be read. */
export function headerOf(raw: string): CompactToken['header'] | null {
  const [part = ''] = raw.split('.', 1)
  return isBase64url(part) ? jsonPart(part) : null
}

/** RFC 7515, section 2: no padding, no other characters, no bits that are left over and not zero. */
function isBase64url(text: string): boolean {
  return /^[\w-]+$/.test(text) && Buffer.from(text, 'base64url').toString('base64url') === text
}
