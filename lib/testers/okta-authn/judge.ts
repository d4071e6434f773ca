import type { AttemptOutcome } from '@/lib/api/attempts'
import { diagnose } from '../diagnosis/diagnose'
import { type Diagnosis, rowOf } from '../diagnosis/diagnosis'
import { notKnown, type PasswordAnswer, passwordAnswer, passwordTitle } from '../diagnosis/password-title'
import type { OktaFault, OktaState } from './answer'

/** What an answer of Okta says about the password, by the rows with which every test explains answers. */
export type Judgement = {
  readonly right: PasswordAnswer
  readonly title: string
  /** How the attempt is noted. */
  readonly attempt: AttemptOutcome
  /** What is so, behind "The password is right, but"; undefined for an answer that nobody has described. */
  readonly clause?: string
  /** The row that says so. */
  readonly row?: string
}

/** What the state says that Okta answers with; one that nobody has described says nothing. */
export function judgeState({ status }: Pick<OktaState, 'status'>): Judgement {
  if (status === 'SUCCESS') {
    return { right: 'yes', title: 'The password is right', attempt: 'accepted' }
  }
  const diagnosis = diagnose({ provider: 'Okta', text: JSON.stringify({ status }) })
  return diagnosis.id === null
    ? {
        right: 'not known',
        title: notKnown('Latchkey does not know this state of Okta’s'),
        attempt: 'failed',
      }
    : judged(diagnosis)
}

/** What the error says with which Okta answers the password. */
export function judgeFault(
  { code, summary }: Pick<OktaFault, 'code' | 'summary'>,
  status: number,
): Judgement {
  const text = JSON.stringify({ errorCode: code, errorSummary: summary })
  const diagnosis = diagnose({ provider: 'Okta', status, text })
  const known = diagnosis.id !== null || diagnosis.clause !== undefined
  return judged(known ? diagnosis : { ...diagnosis, clause: 'Latchkey does not know this error of Okta’s' })
}

function judged(diagnosis: Pick<Diagnosis, 'id' | 'verdict' | 'clause'>): Judgement {
  const { clause } = diagnosis
  return {
    right: passwordAnswer(diagnosis),
    title: passwordTitle(diagnosis),
    attempt: attempts[diagnosis.verdict],
    ...(clause === undefined ? {} : { clause }),
    ...rowOf(diagnosis),
  }
}

const attempts: { readonly [S in Diagnosis['verdict']]: AttemptOutcome } = {
  'password-right': 'accepted',
  'password-wrong': 'refused',
  // Mostly it is: the same one is not sent again.
  'may-be-wrong': 'refused',
  'not-the-password': 'not-checked',
  unknown: 'failed',
}
