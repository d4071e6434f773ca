import { oktaAuthn } from '../diagnosis/rows/okta-authn'
import { oktaAuthnLater } from '../diagnosis/rows/okta-authn-later'

/** What an error code means and how the test goes on. */
export type FaultMeaning = {
  readonly means: string
  readonly change?: string
  /** What Okta refuses with it, once the password is behind. */
  readonly refuses?: 'factor'
  /**
   * "end": the sign-in is over. "again": the same question can be answered once more. "wait": the same, after a pause.
   * "reload": Okta is somewhere else than was thought.
   */
  readonly next: 'end' | 'again' | 'wait' | 'reload'
}

type Course = Pick<FaultMeaning, 'next' | 'refuses'>

const again: Course = { next: 'again' }
const wrong: Course = { next: 'again', refuses: 'factor' }
const wait: Course = { next: 'wait' }

/**
 * How a sign-in goes on after the codes that do not end it; what each means is said in the rows of the diagnosis.
 * https://developer.okta.com/docs/reference/error-codes/
 */
const courses: Readonly<Record<string, Course>> = {
  E0000001: again,
  E0000047: wait,
  E0000067: wait,
  E0000068: wrong,
  E0000070: wait,
  E0000073: wrong,
  E0000074: wait,
  E0000079: { next: 'reload' },
  E0000082: wrong,
  E0000083: wrong,
  E0000087: wrong,
  E0000098: again,
  E0000109: wait,
  E0000118: wait,
  E0000133: wait,
}

/** What a code means. One that is not known ends the sign-in unless Okta says that the request was at fault. */
export function faultMeaning(code: string, status: number): FaultMeaning {
  const row = [...oktaAuthn, ...oktaAuthnLater].find(({ match }) => match.code?.includes(code) === true)
  if (row !== undefined) {
    const course = Object.hasOwn(courses, code) ? courses[code] : undefined
    return { means: row.cause, change: row.fix, ...(course ?? { next: 'end' }) }
  }
  return {
    means: 'Latchkey does not know this error.',
    change: 'Look the code up in Okta’s list of errors, and the error id in its System Log.',
    next: status === 400 || status === 403 ? 'again' : 'end',
  }
}
