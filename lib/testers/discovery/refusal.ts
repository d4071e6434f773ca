import { diagnose } from '../diagnosis/diagnose'
import { rowOf } from '../diagnosis/diagnosis'
import { wordsOf } from '../diagnosis/page-words'
import { diagnosisRows } from '../diagnosis/rows'
import { type CheckResult, failed } from '../run-checks'
import { addressRemedy, isDocumentAddress } from './address'
import { type DiscoveryContext, vendorBehind } from './context'

/** Rows that speak of a discovery document. */
const ofDocuments = diagnosisRows
  .filter(({ match }) => match.symptom === 'discovery-refused')
  .map(({ id }) => id)

/** Rows with a code that only one thing is meant with. */
const ofCodes = diagnosisRows
  .filter(({ match }) => match.code?.some((code) => /\d{4}/.test(code)))
  .map(({ id }) => id)

/**
 * What an answer says that stands in place of a discovery document: the finding that the table of causes has for its
 * words; null when it has none.
 */
export function readRefusal(context: DiscoveryContext): CheckResult | null {
  const { answer, address } = context
  if (answer === undefined) {
    return null
  }
  const { error, description } = wordsOf(answer.text())
  const found = diagnose({
    provider: vendorBehind(context),
    issuer: address?.url ?? '',
    symptom: 'discovery-refused',
    status: answer.status,
    description,
    ...(error === undefined ? {} : { error }),
  })
  // Where the address is that of something else, a code speaks of a question that was not meant.
  const telling = isDocumentAddress(address?.url ?? '') ? [...ofDocuments, ...ofCodes] : ofDocuments
  if (found.id === null || !telling.includes(found.id)) {
    return null
  }
  const { said, cause, fix, console, source, certainty } = found
  return failed({
    title: 'The provider refuses to show its discovery document',
    received: `${answer.status}: ${said.slice(0, 300)}`,
    means: cause,
    change: console === undefined ? fix : `${fix} In the console: ${console}.`,
    certainty,
    ...rowOf(found),
    remedy: addressRemedy(context),
    ...(source === undefined ? {} : { reference: { label: new URL(source).hostname, url: source } }),
  })
}
