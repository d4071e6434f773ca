import type { Vendor } from '../providers/vendors'
import { NOT_RECOGNIZED, OTHER_OWNER, TYPED_IS_WRONG, WRONG_TYPED } from './wrong-words'

/** How the answer of a provider is known; the text is a regular expression, whatever the case. */
type Match = {
  readonly code?: readonly string[]
  readonly error?: string | readonly string[]
  readonly text?: string
}

/** An answer to a password check that a wrong password gets. */
export type RefusedPassword = {
  readonly provider: Vendor | 'any'
  /**
   * "password-wrong": only wrong user names and passwords get it, by what its provider documents. "may-be-wrong": other
   * causes get it too, or nobody says that none does.
   */
  readonly verdict: 'password-wrong' | 'may-be-wrong'
  readonly match: Match
  /** What the provider says with it. */
  readonly sentences?: readonly string[]
}

/** "Not wrong" says the opposite. */
const DENIED =
  '(\\b(not|never|no|neither|nor|without)|n.t)\\b[^.,;:]{0,40}\\b(incorrect|wrong|invalid|bad)\\b'
const WRONG = `(${WRONG_TYPED}|${NOT_RECOGNIZED}|${TYPED_IS_WRONG})`

/**
 * The answers to wrong passwords, by the name of the row that explains each after a test. The check of success codes
 * reads them too: as one of those, every such answer lets wrong passwords in. The pages are those of the rows.
 */
export const refusedPasswords = {
  'entra-wrong-password': {
    provider: 'EntraID',
    verdict: 'password-wrong',
    match: { code: ['AADSTS50126', 'AADSTS50064'] },
    sentences: ['Error validating credentials due to invalid username or password.'],
  },
  'okta-wrong-password': {
    provider: 'Okta',
    verdict: 'may-be-wrong',
    match: { error: 'invalid_grant', text: 'credentials provided were invalid' },
    sentences: ['The credentials provided were invalid.'],
  },
  'okta-e-wrong-password': {
    provider: 'Okta',
    verdict: 'may-be-wrong',
    match: { code: ['E0000004', 'E0000207'] },
    sentences: ['Authentication failed', 'Incorrect username or password'],
  },
  'keycloak-wrong-password': {
    provider: 'Keycloak',
    verdict: 'may-be-wrong',
    match: { error: 'invalid_grant', text: 'invalid user credentials' },
    sentences: ['Invalid user credentials'],
  },
  'auth0-wrong-password': {
    provider: 'Auth0',
    verdict: 'password-wrong',
    match: {
      error: ['invalid_grant', 'invalid_user_password'],
      // The whole of it: "Wrong email or verification code." is about no password.
      text: '^(\\S* )?wrong (e-?mail|user ?name|phone number) or password\\.?$|invalid_user_password',
    },
    sentences: ['Wrong email or password.'],
  },
  'ad-fs-wrong-password': {
    provider: 'AD FS',
    verdict: 'may-be-wrong',
    match: { code: ['MSIS9659'] },
    sentences: ["MSIS9659: Invalid 'username' or 'password'."],
  },
  'ibm-wrong-password': {
    provider: 'IBMCI',
    verdict: 'may-be-wrong',
    match: { code: ['CSIAQ0264E', 'CSIAH0303E', 'CSIBH0044E'] },
    sentences: ['Incorrect user ID or password. Enter a valid user ID or password.'],
  },
  'words-wrong-password': {
    provider: 'any',
    verdict: 'may-be-wrong',
    match: {
      error: ['invalid_grant', 'invalid_credentials', 'invalid_user_password'],
      // "or the account is locked" leaves the cause open, and others than users have credentials of their own.
      text: `^(?!.*(authorization grant|${OTHER_OWNER}|\\block|disabled|suspended|inactive|expired|\\botp\\b|one-time|factor|${DENIED})).*${WRONG}`,
    },
    sentences: ['Invalid username or password'],
  },
} as const satisfies { readonly [row: string]: RefusedPassword }

/** What the row of this name says of an answer: whose it is, how it is known, and what it means for the password. */
export function refusedPassword<Row extends keyof typeof refusedPasswords>(
  row: Row,
): Pick<(typeof refusedPasswords)[Row], 'provider' | 'verdict' | 'match'> {
  const { provider, verdict, match } = refusedPasswords[row]
  return { provider, verdict, match }
}

const all: readonly RefusedPassword[] = Object.values(refusedPasswords)
const NAMES_WRONG = new RegExp(`^(?!.*(${OTHER_OWNER}|${DENIED})).*${WRONG}`, 'i')
/** More than any list of codes holds in one text. */
const LONGEST = 4000

/** How a text stands to an answer that a wrong password gets: it is that answer, or a part of the sentence. */
export type InRefusal = {
  readonly provider: Vendor | 'any'
  readonly verdict: RefusedPassword['verdict']
  readonly partOf: string | null
}

/** The answer to a wrong password that the text is or is a part of; null when none is known. Codes are not looked at. */
export function refusalWith(text: string): InRefusal | null {
  const words = text.trim().slice(0, LONGEST)
  if (words === '') {
    return null
  }
  const whole = all.find(
    ({ match, sentences = [] }) => isAnswer(match, words) || sentences.some((each) => isSame(each, words)),
  )
  if (whole !== undefined) {
    return { provider: whole.provider, verdict: whole.verdict, partOf: null }
  }
  if (NAMES_WRONG.test(` ${words}`)) {
    return { provider: 'any', verdict: 'may-be-wrong', partOf: null }
  }
  for (const { provider, verdict, sentences = [] } of all) {
    const partOf = sentences.find((sentence) => sentence.toLowerCase().includes(words.toLowerCase()))
    if (partOf !== undefined) {
      return { provider, verdict, partOf }
    }
  }
  return null
}

function isSame(sentence: string, words: string): boolean {
  const [one, other] = [sentence, words].map((each) => each.toLowerCase().replace(/[.\s]+$/, ''))
  return one === other
}

/** "invalid_grant" comes with other answers too, and is a code of its own. In an answer the words stand behind the error. */
function isAnswer({ error = [], text }: Match, words: string): boolean {
  const errors = [error].flat().filter((each) => each !== 'invalid_grant')
  return errors.includes(words) || (text !== undefined && new RegExp(text, 'i').test(` ${words}`))
}

const CODES = /AADSTS\d{4,}|\bE\d{7}\b|\bCSI[A-Z]{2}\d{4}[A-Z]\b|\bMSIS\d{4}\b/g

/** The codes of providers that stand in a text. */
export function codesIn(text: string): string[] {
  return text.match(CODES) ?? []
}
