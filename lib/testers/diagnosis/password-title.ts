import type { Diagnosis } from './diagnosis'
import type { PasswordSays } from './row'

/** The answer to "is the password right?". */
export type PasswordAnswer = 'yes' | 'no' | 'not known'

const answers: { readonly [S in PasswordSays]: PasswordAnswer } = {
  'password-right': 'yes',
  'password-wrong': 'no',
  'may-be-wrong': 'not known',
  unknown: 'not known',
  'not-the-password': 'not known',
}

/** Which of the three answers a diagnosis carries. */
export function passwordAnswer({ verdict }: Pick<Diagnosis, 'verdict'>): PasswordAnswer {
  return answers[verdict]
}

/** What a refused password check establishes about the password, as a title: it answers yes, no or not known. */
export function passwordTitle({ verdict, clause }: Pick<Diagnosis, 'verdict' | 'clause'>): string {
  switch (verdict) {
    case 'password-right':
      return `The password is right, but ${clause ?? 'Jamf Connect may call it wrong'}`
    case 'password-wrong':
      return 'The user name or the password is wrong'
    case 'may-be-wrong':
      return 'The identity provider refused; the user name or the password may be wrong'
    default:
      return notKnown(clause ?? 'the identity provider refused')
  }
}

/** The title where the reason is a clause and no answer of the provider. */
export function notKnown(clause: string): string {
  return `Not known whether the password is right: ${clause}`
}
