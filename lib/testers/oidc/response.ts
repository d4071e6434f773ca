import type { ResponseMode } from '../../api/sign-in-flow'

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
  if (isProse(brought.address)) {
    return null
  }
  const text = withoutQuotes(brought.address.replace(/\s+/g, ''))
  const [beforeHash = '', fragment = ''] = split(text, '#')
  const [address = '', query = ''] = split(beforeHash, '?')
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : null
  return (
    withParameters('fragment', whole, fragment) ??
    withParameters('query', whole, query) ??
    (whole === null ? withParameters('query', null, address) : null)
  )
}

/** Text without what people copy along around an address. Long runs of quotation marks cost no more than other text. */
export function withoutQuotes(text: string): string {
  let [start, end] = [0, text.length]
  while (start < end && `"'<(`.includes(text.charAt(start))) {
    start++
  }
  while (end > start && `"'>)`.includes(text.charAt(end - 1))) {
    end--
  }
  return text.slice(start, end)
}

/** The text of a page: words, where an address that was copied with line breaks has pieces. */
function isProse(text: string): boolean {
  const words = text.trim().split(/\s+/)
  return words.length > 1 && words.filter((word) => /^\p{L}{2,}[.,:;!?]?$/u.test(word)).length >= 2
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
  const names = all.map(([name]) => name)
  if (!names.some((name) => telling.includes(name)) || isRequest(names)) {
    return null
  }
  const repeated = [...new Set(names.filter((name, index) => names.indexOf(name) !== index))]
  return { mode, address, parameters: new Map([...all].reverse()), repeated }
}

/** The address of the sign-in page itself carries what was asked, and the state with it. */
function isRequest(names: readonly string[]): boolean {
  const answered = ['code', 'id_token', 'error', 'response'].some((name) => names.includes(name))
  return !answered && ['client_id', 'redirect_uri', 'response_type'].some((name) => names.includes(name))
}

function split(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}
