import { METHODS, type Showing } from './claim-facts'

const LONGEST = 240
const SECRET_NAME = /(token|secret|password|assertion)$/i
/** Two parts of Base64 for URLs with a dot between them, the first of which starts like a JSON object. */
const JWT = /^eyJ[\w-]{8,}\.[\w-]{8,}/

/** The value of a claim for showing: on one line, shortened, tokens left out. */
export function shownValue(name: string, value: unknown): string {
  if (hides(name, value)) {
    return '(not shown)'
  }
  const text = typeof value === 'string' ? value : (safeJson(value) ?? String(value))
  const line = text.replace(/\s+/g, ' ')
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line
}

/** What the value means, as a clause that follows what the claim is; '' when it says so itself. */
export function valueInWords(showing: Showing | undefined, value: unknown): string {
  if (showing === 'time') {
    return typeof value === 'number' ? timeInWords(value) : ''
  }
  const items = Array.isArray(value) ? value : []
  return showing === 'methods'
    ? items
        .filter((item) => typeof item === 'string')
        .map((method) => (Object.hasOwn(METHODS, method) ? METHODS[method] : method))
        .join(', ')
    : ''
}

/** Seconds since 1970 (NumericDate, RFC 7519 section 2) as "2026-11-18 09:52:01 UTC"; '' when no calendar has it. */
export function timeInWords(seconds: number): string {
  const date = new Date(seconds * 1000)
  return Number.isNaN(date.getTime()) ? '' : `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`
}

function hides(name: string, value: unknown): boolean {
  return typeof value === 'string' && (SECRET_NAME.test(name) || JWT.test(value))
}

/** JSON in which tokens and secrets inside dictionaries are left out; undefined for what JSON cannot hold. */
function safeJson(value: unknown): string | undefined {
  try {
    return JSON.stringify(value, (name, inner: unknown) => (hides(name, inner) ? '(not shown)' : inner))
  } catch {
    return undefined
  }
}
