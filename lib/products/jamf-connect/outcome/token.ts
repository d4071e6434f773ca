import { objectIn, readCompact } from '../../../api/compact-token'
import type { Claims } from './statement'

/** A token as it was pasted, decoded. The signature was not looked at: nothing here says that the token is genuine. */
export type PastedToken = { readonly header: Claims | null; readonly claims: Claims }

/** Why a pasted text is no token that can be read, as a sentence. */
export type Unreadable = { readonly fault: string }

/** Longer texts are no ID token; Entra ID's stay below 20 KB. */
const LONGEST = 200_000

/**
 * Decodes a pasted ID token (RFC 7519, compact form), the answer of a token endpoint that holds one, or claims that
 * are already decoded. Never throws.
 */
export function decodeToken(pasted: string): PastedToken | Unreadable {
  const text = pasted.trim().replace(/^(bearer\s+|["'`])|["'`]$/gi, '')
  if (text === '' || text.length > LONGEST) {
    return { fault: text === '' ? 'Paste an ID token.' : 'This text is too long for an ID token.' }
  }
  return text.startsWith('{') ? fromJson(text) : fromCompact(text.replace(/\s+/g, ''))
}

function fromCompact(text: string): PastedToken | Unreadable {
  const token = readCompact(text)
  if (typeof token !== 'string') {
    return token
  }
  return {
    fault:
      token === 'encrypted'
        ? 'This token is encrypted; only the application it was issued to can read it.'
        : 'This is no ID token: it takes three parts with dots between them, the first two of them JSON.',
  }
}

function fromJson(text: string): PastedToken | Unreadable {
  const value = objectIn(text)
  if (value === null) {
    return { fault: 'This text starts like JSON but cannot be read as such.' }
  }
  return typeof value.id_token === 'string' ? fromCompact(value.id_token) : { header: null, claims: value }
}
