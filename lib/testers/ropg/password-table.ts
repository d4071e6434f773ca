import type { PlistDict } from '@/lib/plist/value'
import { LOGIN_DOMAIN } from '@/lib/products/jamf-connect/context'
import type { ProviderId } from '@/lib/products/jamf-connect/providers/provider-rows'
import { providers } from '@/lib/products/jamf-connect/providers/providers'
import { traitsOf, type Vendor } from '@/lib/products/jamf-connect/providers/vendors'
import type { Settings } from '@/lib/schema/settings'
import type { LoginPath } from '../../products/jamf-connect/manifests/key-ids'
import { diagnose } from '../diagnosis/diagnose'
import type { DiagnosisInput } from '../diagnosis/diagnosis'
import { examplesOf } from '../diagnosis/examples'
import { notKnown, type PasswordAnswer, passwordAnswer, passwordTitle } from '../diagnosis/password-title'
import { type DiagnosisRow, requestsOf } from '../diagnosis/row'
import { diagnosisRows } from '../diagnosis/rows'
import { OKTA_AUTHN, RFC_TOKEN_ERRORS } from '../diagnosis/sources'
import { successCodeFor } from '../diagnosis/success-code'
import { noAnswers } from './no-answer'

/** What one answer to a password check leads to. */
export type PasswordTableRow = {
  /** Name of the diagnosis row, or of an answer that needs none. */
  readonly row: string
  /** Whose answer: "Keycloak"; "any provider". */
  readonly provider: string
  /** The answer, as its code, or its error and description. */
  readonly answer: string
  /** Is the password right? */
  readonly right: PasswordAnswer
  readonly title: string
  /** The change of the success codes that is offered; null for none. */
  readonly repair: string | null
  readonly certainty: 'documented' | 'inferred'
  readonly source: string
}

const always = {
  provider: 'any provider',
  repair: null,
  certainty: 'documented',
  source: RFC_TOKEN_ERRORS,
} as const

const nothingKnown = (row: string, answer: string, clause: string): PasswordTableRow => ({
  ...always,
  row,
  answer,
  right: 'not known',
  title: notKnown(clause),
})

/** Answers that are no errors of OAuth. */
const plain: readonly PasswordTableRow[] = [
  {
    ...always,
    row: 'tokens',
    answer: '200 with tokens',
    right: 'yes',
    title: 'The password is right',
    source: 'https://www.rfc-editor.org/rfc/rfc6749#section-5.1',
  },
  {
    ...always,
    row: 'okta-s-success',
    provider: labelOf('Okta'),
    answer: 'SUCCESS',
    right: 'yes',
    title: 'The password is right',
    source: OKTA_AUTHN,
  },
  {
    ...nothingKnown(
      'unlisted-code',
      'AADSTS with a number that is not in this table',
      'Entra ID answers AADSTS…, which is not in Latchkey’s table',
    ),
    provider: labelOf('EntraID'),
    source: 'https://login.microsoftonline.com/error',
  },
  nothingKnown('unreachable', 'no answer', noAnswers.unreachable.clause),
  nothingKnown('redirect', 'a redirect', noAnswers.redirect.clause),
  nothingKnown('overloaded', 'status 429 or 5xx without an error code', noAnswers.overloaded.clause),
  nothingKnown(
    'without-tokens',
    'status 200 without tokens and without an error',
    noAnswers.withoutTokens.clause,
  ),
  nothingKnown('page', 'a web page', noAnswers.page.clause),
  nothingKnown('foreign', 'another answer without an error code', noAnswers.foreign.clause),
]

/**
 * The truth table of the password check: for every answer that Latchkey knows, whether the password is right, what the
 * title says and which repair is offered. It is read from the rows with which the tests themselves explain answers, those
 * of Okta's Authentication API included.
 */
export function passwordTable(): readonly PasswordTableRow[] {
  const rows = diagnosisRows.filter((row) => requestsOf(row).includes('password-check') && isAnswer(row))
  return [...plain, ...rows.flatMap((row) => examplesOf(row).map((example) => tableRow(row, example)))]
}

/** Whether a row is about an answer, and not about what is seen without one. */
function isAnswer({ match: { symptom } }: DiagnosisRow): boolean {
  return symptom === undefined || symptom === 'refused-without-reason'
}

function tableRow(row: DiagnosisRow, example: DiagnosisInput): PasswordTableRow {
  const diagnosis = diagnose({ ...example, request: 'password-check' })
  const code = successCodeFor(diagnosis, settingsFor(row.provider))
  const secret = example.secret === undefined ? '' : ` (client secret: ${example.secret})`
  return {
    row: row.id,
    provider: labelOf(row.provider),
    answer: `${diagnosis.code ?? (diagnosis.said || '400, 401 or 403 without an error code')}${secret}`,
    right: passwordAnswer(diagnosis),
    title: passwordTitle(diagnosis),
    repair: code?.repair.title ?? null,
    certainty: diagnosis.certainty,
    source: row.source,
  }
}

function labelOf(vendor: DiagnosisRow['provider']): string {
  return vendor === 'any' ? 'any provider' : (traitsOf(vendor)?.label ?? vendor)
}

/** A login window of this provider without success codes. */
function settingsFor(vendor: Vendor | 'any'): Settings {
  const id: ProviderId = providers.find((each) => each.id === vendor)?.id ?? 'Custom'
  const login: PlistDict = {
    type: 'dict',
    entries: [{ key: 'OIDCProvider' satisfies LoginPath, value: { type: 'string', value: id } }],
  }
  return new Map([[LOGIN_DOMAIN, login]])
}
