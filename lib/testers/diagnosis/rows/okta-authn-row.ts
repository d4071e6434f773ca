import type { DiagnosisFacts, DiagnosisRow, PasswordSays } from '../row'
import { OKTA_ERRORS } from '../sources'

const LOG = 'Okta Admin Console > Reports > System Log'

export type Short = readonly [
  id: string,
  code: readonly string[],
  verdict: PasswordSays,
  cause: string,
  fix: string,
  more?: Partial<DiagnosisFacts>,
]

/** A row of Okta's Authentication API, in short. */
export const oktaRow = ([id, code, verdict, cause, fix, more]: Short): DiagnosisRow => ({
  id,
  provider: 'Okta',
  match: { code },
  verdict,
  cause,
  fix,
  console: LOG,
  source: OKTA_ERRORS,
  certainty: 'documented',
  ...more,
})
