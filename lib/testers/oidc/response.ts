import type { ResponseMode } from './flow'

/** The answer of the authorization endpoint, as the browser brought it. */
export type AuthorizationResponse = {
  readonly mode: ResponseMode
  /** The address without query and fragment; null for a form and for bare parameters. */
  readonly address: string | null
  /** The first value of each parameter. */
  readonly parameters: ReadonlyMap<string, string>
  /** Names that came more than once (RFC 6749, section 3.1 forbids it). */
  readonly repeated: readonly string[]
}

/** What the browser brought: an address, pasted or caught, or the body of a form. */
export type BroughtAnswer = { readonly address: string } | { readonly form: string }

/** The answer as a request brings it: an address, or "form:" and the body of a form. */
export function broughtAs(text: string): BroughtAnswer {
  return text.startsWith('form:') ? { form: text.slice('form:'.length) } : { address: text }
}

/** Parameters that only an answer of an authorization endpoint has. */
const telling = ['code', 'id_token', 'error', 'state', 'response']

/**
 * Reads an answer. A pasted address may have quotation marks or line breaks around it, or be the part after "?" or
 * "#" alone. Null when there is nothing of an answer in it.
 */
export function readResponse(brought: BroughtAnswer): AuthorizationResponse | null {
  if ('form' in brought) {
    return withParameters('form_post', null, brought.form)
  }
  const text = brought.address.replace(/\s+/g, '').replace(/^["'<(]+|["'>)]+$/g, '')
  const [beforeHash = '', fragment = ''] = split(text, '#')
  const [address = '', query = ''] = split(beforeHash, '?')
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : null
  return (
    withParameters('fragment', whole, fragment) ??
    withParameters('query', whole, query) ??
    (whole === null ? withParameters('query', null, address) : null)
  )
}

/**
 * Whether what the browser brought is no answer but asks to begin a sign-in: an identity provider names itself in "iss"
 * (OpenID Connect Core, section 4).
 */
export function asksToBegin(brought: BroughtAnswer): boolean {
  const encoded = 'form' in brought ? brought.form : brought.address.trim().split(/[?#]/).slice(1).join('&')
  return readResponse(brought) === null && new URLSearchParams(encoded).has('iss')
}

function withParameters(
  mode: ResponseMode,
  address: string | null,
  encoded: string,
): AuthorizationResponse | null {
  const all = [...new URLSearchParams(encoded)]
  if (!all.some(([name]) => telling.includes(name))) {
    return null
  }
  const names = all.map(([name]) => name)
  const repeated = [...new Set(names.filter((name, index) => names.indexOf(name) !== index))]
  return { mode, address, parameters: new Map([...all].reverse()), repeated }
}

function split(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}
