import { diagnose } from '../diagnosis/diagnose'
import { wordsOf } from '../diagnosis/page-words'
import { diagnosisRows } from '../diagnosis/rows'
import { type CheckResult, failed } from '../run-checks'
import { addressRemedy } from './address'
import { type DiscoveryContext, vendorBehind } from './context'

/** Rows that speak of a discovery document: by their symptom, or by a code that only one thing is meant with. */
const telling = new Set(
  diagnosisRows
    .filter(
      ({ match }) => match.symptom === 'discovery-refused' || match.code?.some((code) => /\d{4}/.test(code)),
    )
    .map(({ id }) => id),
)

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
  if (found.id === null || !telling.has(found.id)) {
    return null
  }
  const { said, cause, fix, console, source, certainty } = found
  return failed({
    title: 'The provider refuses to show its discovery document',
    received: `${answer.status}: ${said.slice(0, 300)}`,
    means: cause,
    change: console === undefined ? fix : `${fix} In the console: ${console}.`,
    certainty,
    remedy: addressRemedy(context),
    ...(source === undefined ? {} : { reference: { label: new URL(source).hostname, url: source } }),
  })
}
