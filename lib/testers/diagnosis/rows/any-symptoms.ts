import type { DiagnosisRow } from '../row'
import { RFC_TOKEN_ERRORS } from '../sources'

/** What checks find in an answer that has no error, with any provider. */
export const anySymptoms: readonly DiagnosisRow[] = [
  {
    id: 'refused-without-reason',
    provider: 'any',
    match: { symptom: 'refused-without-reason' },
    verdict: 'may-be-wrong',
    leaves: ['client', 'grant'],
    cause:
      'The identity provider refused and gave no reason: the user name, the password, the client or a policy may be the cause.',
    spoken: 'It gives no error code: the user name, the password, the client or a policy may be the cause.',
    fix: 'Look for this sign-in in the log of the identity provider.',
    source: RFC_TOKEN_ERRORS,
    certainty: 'inferred',
  },
]
