import { keyWithId } from '@/lib/products/jamf-connect/keys'
import { sameVendor, type Vendor, vendorOf } from '@/lib/products/jamf-connect/providers/vendors'
import { isOwnCode, type ReadAnswer, readAnswer } from './answer'
import { logOf, quotedWords, saidInWords, unknownAnswer } from './consoles'
import type { Diagnosis, DiagnosisInput } from './diagnosis'
import { passwordAnswer } from './password-title'
import { type DiagnosisRow, requestsOf } from './row'
import { diagnosisRows } from './rows'
import { leavesOpen } from './several-causes'
import { unlistedCode, withUnlistedCode } from './unlisted-code'

/** Finds the cause of a failed sign-in: by its code first, then by what the provider said. Never throws. */
export function diagnose(input: DiagnosisInput): Diagnosis {
  const vendor = vendorOf(input.provider, input.issuer)
  const answer = readAnswer(input)
  const row = bestRow(vendor, answer, input)
  const said = saidIn(answer)
  const facts = { code: answer.codes[0] ?? null, said: shorten(said) }
  if (row === null) {
    const code = unlistedCode(null, answer.codes)
    const other = unknownAnswer(vendor, shorten(said), input.status)
    return { id: null, ...facts, ...other, ...(code === null ? {} : withUnlistedCode(code, null)) }
  }
  const code = unlistedCode(row, answer.codes)
  if (code !== null && row.verdict !== 'not-the-password' && row.verdict !== 'unknown') {
    return { id: null, ...facts, code, ...withUnlistedCode(code, null) }
  }
  const { id, verdict, clause, about, asks, leaves, source, certainty } = row
  const { cause, fix } =
    code === null ? { ...row, cause: causeOf(row, answer.description) } : withUnlistedCode(code, row)
  const key = row.key === undefined ? undefined : keyWithId(row.key)
  const console = consoleOf(row, vendor)
  return {
    id,
    ...facts,
    code: row.match.code?.find((code) => answer.codes.includes(code)) ?? facts.code,
    verdict,
    ...(clause === undefined ? {} : { clause }),
    ...(about === undefined ? {} : { about }),
    ...(asks === undefined ? {} : { asks }),
    ...(leaves === undefined ? {} : { leaves }),
    cause,
    fix,
    ...(key === undefined ? {} : { key: { domain: key.domain, path: key.path } }),
    ...(console === undefined ? {} : { console }),
    source,
    certainty,
  }
}

/** The forms in which a diagnosis quotes what the provider said. */
export function formsOfSaid(answer: ReadAnswer): readonly string[] {
  return [saidIn(answer), answer.description].map((said) => quotedWords(shorten(said)))
}

function saidIn({ error, description }: ReadAnswer): string {
  return [error, description].filter((part) => part !== '').join(': ')
}

/** The cause, behind the words of the provider where they are not known. */
function causeOf({ cause, spoken }: DiagnosisRow, description: string): string {
  const words = shorten(description)
  return spoken === undefined || words === '' ? cause : `${saidInWords(words)} ${spoken}`
}

function consoleOf(row: DiagnosisRow, vendor: Vendor | null): string | undefined {
  return row.console ?? logOf(vendor)
}

function bestRow(vendor: Vendor | null, answer: ReadAnswer, seen: Seen): DiagnosisRow | null {
  let best: DiagnosisRow[] = []
  let most = 1
  for (const row of diagnosisRows) {
    const weight = weightOf(row, vendor, answer, seen)
    if (weight >= most) {
      best = weight === most ? [...best, row] : [row]
      most = weight
    }
  }
  return leastSaying(best)
}

/** Of rows that fit equally well, which several codes in one answer do, the first, unless another doubts what it concludes. */
function leastSaying(rows: readonly DiagnosisRow[]): DiagnosisRow | null {
  const concluded = new Set(rows.map(passwordAnswer).filter((answer) => answer !== 'not known'))
  const doubt = rows.find(({ verdict }) => verdict === 'unknown' || verdict === 'may-be-wrong')
  if (concluded.size > 0 && doubt !== undefined) {
    return doubt
  }
  return (concluded.size > 1 ? diagnosisRows.find(({ id }) => id === 'words-several') : rows[0]) ?? null
}

/** What was observed beside the answer. */
type Seen = Pick<DiagnosisInput, 'request' | 'symptom' | 'secret'>

/**
 * How specifically a row fits; 0 when it does not. A code outweighs everything, and so does an error that is a code of
 * its own, in another place than that of the error; a row of the provider one for all, and an error with words either
 * alone. Exported for the test that no two rows fit equally well.
 */
export function weightOf(
  row: DiagnosisRow,
  vendor: Vendor | null,
  answer: ReadAnswer,
  { request = 'password-check', symptom, secret }: Seen = {},
): number {
  const { provider, match } = row
  const { codes, error, description } = answer
  const errors = [match.error ?? []].flat()
  const elsewhere =
    !errors.includes(error) && errors.some((each) => isOwnCode(each) && answer.words.includes(each))
  const fits =
    requestsOf(row).includes(request) &&
    (match.code === undefined || match.code.some((code) => codes.includes(code))) &&
    (match.error === undefined || errors.includes(error) || elsewhere) &&
    (match.text === undefined || new RegExp(match.text, 'i').test(`${error} ${description}`)) &&
    (match.symptom === undefined || match.symptom === symptom) &&
    !(concludes(row) && leavesOpen(description, match.text ?? '')) &&
    (match.secret === undefined || match.secret === secret)
  if (!fits || !speaksFor({ provider, match }, vendor)) {
    return 0
  }
  const code = match.code || elsewhere
  const parts = [code && 32, match.symptom && 32, match.text && 8, match.error && 4, match.secret && 1]
  const own = provider === 'any' ? 0 : provider === vendor ? 15 : 14
  return parts.reduce<number>((sum, part) => sum + (part || 0), own)
}

/**
 * Whether a row concludes from a provider's words alone that the password is right or wrong: they have to name one
 * cause. The rows for words of any provider look at the rest of the sentence themselves.
 */
function concludes({ provider, match, verdict }: DiagnosisRow): boolean {
  const decides = verdict === 'password-right' || verdict === 'password-wrong'
  return decides && provider !== 'any' && match.text !== undefined && match.code === undefined
}

/**
 * A row of a provider speaks where that provider answers. Codes of one provider's own form tell whose they are
 * wherever they appear; words and standard errors never do.
 */
function speaksFor(
  { provider, match }: Pick<DiagnosisRow, 'provider' | 'match'>,
  vendor: Vendor | null,
): boolean {
  if (provider === 'any' || sameVendor(provider, vendor)) {
    return true
  }
  return match.code?.some((code) => /\d{4}/.test(code)) ?? false
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 600 ? `${line.slice(0, 599)}…` : line
}
