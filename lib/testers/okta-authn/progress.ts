import type { Summary } from '../../api/report'
import type { OktaState } from './answer'

/** Something beyond the password. "enrollment": a factor that was, or is to be, added to the account. */
type Beyond = 'nothing' | 'factor' | 'enrollment'

/** How far a sign-in has come, beyond the state it is in. */
export type Progress = {
  /** What Okta asked for, and what it was given. */
  asked: Beyond
  given: Beyond
  /** How many factors the last list had to choose from; null before there was one. */
  choices: number | null
  /** What the last request did. */
  sent: string
  /** How often a state was skipped. */
  readonly skipped: Map<string, number>
}

/** Requests that answer a challenge or an activation; the others move about in the sign-in. */
const answering = ['Verify factor', 'Challenge factor', 'Poll', 'Activate factor', 'Enroll factor']

/** A state that comes back as often after it was skipped does not end. */
const mostSkips = 3

/** The progress of a sign-in that has not begun. */
export function newProgress(): Progress {
  return { asked: 'nothing', given: 'nothing', choices: null, sent: '', skipped: new Map() }
}

/** Notes what a reply means for the progress: what was passed, skipped, and what is asked for now. */
export function note(progress: Progress, before: OktaState | null, state: OktaState): void {
  const from = before?.status ?? ''
  if (progress.sent === 'Skip') {
    progress.skipped.set(from, (progress.skipped.get(from) ?? 0) + 1)
  }
  if (answering.includes(progress.sent)) {
    progress.given = passed(from, state.status) ?? progress.given
  }
  if (state.status.startsWith('MFA_')) {
    progress.asked = state.status.startsWith('MFA_ENROLL') ? 'enrollment' : 'factor'
  }
  if (state.factors.length > 0) {
    progress.choices = state.factors.filter(
      ({ status }) => state.status !== 'MFA_ENROLL' || status !== 'ACTIVE',
    ).length
  }
}

/** What the way from one state to the next has proven. */
function passed(from: string, to: string): Beyond | null {
  if (from.startsWith('MFA_ENROLL')) {
    return to === 'MFA_ENROLL_ACTIVATE' ? null : 'enrollment'
  }
  return /^MFA_(REQUIRED|CHALLENGE)$/.test(from) && !/^MFA_(REQUIRED|CHALLENGE)$/.test(to) ? 'factor' : null
}

/** The end of a sign-in whose state comes back each time it is skipped; null for any other. */
export function circleOf({ skipped }: Progress, { status }: OktaState): Summary | null {
  const count = skipped.get(status) ?? 0
  return count < mostSkips
    ? null
    : {
        verdict: 'failed',
        title: 'The password is right, but Okta asks the same again and again',
        text: `Okta accepted the password. Its state ${status} came back each of the ${count} times it was skipped, so the sign-in was not completed. Sign in at Okta’s own page once and do there what it asks for, then run the test again.`,
      }
}
