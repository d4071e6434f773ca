import { isOwnCode, type ReadAnswer } from './answer'
import type { Diagnosis } from './diagnosis'
import type { DiagnosisRow } from './row'
import { diagnosisRows } from './rows'

type Explained = Pick<Diagnosis, 'verdict' | 'clause' | 'cause' | 'fix' | 'console' | 'source' | 'certainty'>

/** The address at which Microsoft explains an error of Entra ID, but for its number. */
export const lookUpAddress = 'https://login.microsoftonline.com/error?code='
const ENTRA_LOG = 'Entra ID > Monitoring & health > Sign-in logs'

const listed = new Set(diagnosisRows.flatMap(({ match }) => match.code ?? []))
const listedErrors = new Set(diagnosisRows.flatMap(({ match }) => match.error ?? []).filter(isOwnCode))

/** Whether an answer names a code that the table explains, whatever its form: one with a number, or an error that is one. */
export function namesListedCode({ codes, words }: ReadAnswer): boolean {
  return (
    codes.some((code) => /\d{4}/.test(code) && listed.has(code)) ||
    words.some((word) => listedErrors.has(word))
  )
}

/** A code of Entra ID in the answer that no row knows, while the row in hand was not found by a code; null for none. */
export function unlistedCode(row: DiagnosisRow | null, codes: readonly string[]): string | null {
  const entra = codes.filter((code) => code.startsWith('AADSTS'))
  const known = row?.match.code !== undefined || entra.some((code) => listed.has(code))
  return known ? null : (entra[0] ?? null)
}

/**
 * What can be said about a code that is not in the table: that it is not, and where its maker explains it. What the
 * error around it says stays true.
 */
export function withUnlistedCode(code: string, row: DiagnosisRow | null): Explained {
  const number = code.slice('AADSTS'.length)
  const cause = `Entra ID gives the code ${code}, which is not in Latchkey’s table.`
  const fix = `Microsoft explains it at ${lookUpAddress}${number}.`
  return {
    verdict: 'unknown',
    clause: `Entra ID answers ${code}, which is not in Latchkey’s table`,
    cause: row === null ? cause : `${row.cause} ${cause}`,
    fix: row === null ? `${fix} Look for this sign-in in the log too.` : `${fix} ${row.fix}`,
    console: ENTRA_LOG,
    source: `${lookUpAddress}${number}`,
    certainty: 'inferred',
  }
}
