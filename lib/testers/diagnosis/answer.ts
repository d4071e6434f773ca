import { codesIn } from '@/lib/products/jamf-connect/passwords/refused-passwords'
import { leavesOpen } from './several-causes'

/** What a provider answered, as far as it is known: members of an OAuth error, an Okta error, or the body as text. */
export type AnswerInput = {
  readonly status?: number
  readonly error?: string
  readonly description?: string
  /** The body, JSON or not. */
  readonly text?: string
}

export type ReadAnswer = {
  readonly codes: readonly string[]
  readonly error: string
  readonly description: string
  /** Words in the form of an OAuth error in other places than `error`: in a member for codes, or first in the description. */
  readonly words: readonly string[]
}

/** A body is read this far, in characters; what an error says is looked at up to the second figure. */
const LONGEST = 20_000
const LONGEST_WORDS = 4000

/** Members that describe an error: those of OAuth, of Okta, of IBM, and of gateways in front of a provider. */
const descriptions = [
  'error_description',
  'errorSummary',
  'messageDescription',
  'message',
  'detail',
  'description',
]

/** The codes, the error and the description of an answer; given members win over those in the body. Never throws. */
export function readAnswer({ error, description, text = '' }: AnswerInput): ReadAnswer {
  const body = objectOf(text.slice(0, LONGEST))
  const member = (name: string) => (typeof body[name] === 'string' ? body[name] : '')
  const summary = descriptions.map(member).find((said) => said !== '') ?? ''
  const sentence = description ?? (summary || (Object.keys(body).length === 0 ? text : ''))
  const said = {
    error: inLowerCase(error ?? (member('error') || standardError(body.errorCode))).slice(0, LONGEST_WORDS),
    description: sentence.slice(0, LONGEST_WORDS),
  }
  const numbers = Array.isArray(body.error_codes) ? body.error_codes : []
  const status = /^[A-Z_]{4,}$/.test(member('status')) ? [member('status')] : []
  const all = [said.error, said.description, member('errorCode'), member('messageId')].join(' ')
  const told = codesIn(all)
  const codes = [
    // Gateways put what a provider said into members of their own.
    ...(told.length > 0 ? told : codesIn(text.slice(0, LONGEST))),
    ...numbers.filter((code) => Number.isInteger(code)).map((code) => `AADSTS${code}`),
    ...status,
    ...(/^[A-Z_]{4,}$/.test(said.error) ? [said.error] : []),
  ]
  const words = [...codeMembers.map((name) => standardError(body[name])), firstWord(said.description)]
  return { ...said, codes: [...new Set(codes)], words: words.filter((word) => word !== '') }
}

/** Members that hold a code, beside `error`. */
const codeMembers = ['errorCode', 'error_code', 'code', 'name']

/** "mfa_required: Multifactor authentication required" names a code, where nothing behind it takes that back. */
function firstWord(description: string): string {
  const [, word = ''] = /^\s*([a-z]+(?:_[a-z]+)+)(?=[.:]|\s*$)/.exec(description) ?? []
  return word !== '' && !leavesOpen(description, `^\\s*${word}`) ? word : ''
}

/** Errors under which providers put what they mean: those of RFC 6749, and some that servers use for anything. */
const envelopes = new Set([
  ...['invalid_request', 'invalid_client', 'invalid_grant', 'unauthorized_client', 'unsupported_grant_type'],
  ...[
    'invalid_scope',
    'access_denied',
    'unsupported_response_type',
    'server_error',
    'temporarily_unavailable',
  ],
  ...['unauthorized', 'login_failed', 'invalid_credentials'],
])

/** "INVALID_GRANT" is the error of OAuth, which some servers write so; other words in capitals are codes of providers. */
function inLowerCase(error: string): string {
  const lower = error.trim().toLowerCase()
  return envelopes.has(lower) ? lower : error
}

/** Whether an error is a code of its own, which means the same wherever in an answer it stands. */
export function isOwnCode(error: string): boolean {
  return !envelopes.has(error)
}

/** An error in the form of OAuth's ("invalid_client"), as Okta puts it into a member of its own; '' for any other value. */
export function standardError(value: unknown): string {
  return typeof value === 'string' && /^[a-z]+(_[a-z]+)+$/.test(value) ? value : ''
}

function objectOf(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
