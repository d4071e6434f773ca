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
}

const CODES = /AADSTS\d{4,}|\bE\d{7}\b|\bCSIAQ\d{4}[A-Z]\b|\bMSIS\d{4}\b/g
const LONGEST = 20_000

/** The codes, the error and the description of an answer; given members win over those in the body. Never throws. */
export function readAnswer({ error, description, text = '' }: AnswerInput): ReadAnswer {
  const body = objectOf(text.slice(0, LONGEST))
  const member = (name: string) => (typeof body[name] === 'string' ? body[name] : '')
  const said = {
    error: error ?? member('error'),
    description:
      description ??
      (member('error_description') || member('errorSummary') || (Object.keys(body).length === 0 ? text : '')),
  }
  const numbers = Array.isArray(body.error_codes) ? body.error_codes : []
  const status = /^[A-Z_]{4,}$/.test(member('status')) ? [member('status')] : []
  const words = [said.error, said.description, member('errorCode')].join(' ').slice(0, LONGEST)
  const codes = [
    ...(words.match(CODES) ?? []),
    ...numbers.filter((code) => Number.isInteger(code)).map((code) => `AADSTS${code}`),
    ...status,
    ...(/^[A-Z_]{4,}$/.test(said.error) ? [said.error] : []),
  ]
  return { ...said, codes: [...new Set(codes)] }
}

function objectOf(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
