import type { AttemptLimit, AttemptOutcome } from '../api/attempts'

/**
 * How often passwords may be tried. Well below what locks accounts: Entra ID locks after ten failures
 * (https://learn.microsoft.com/entra/identity/authentication/howto-password-smart-lockout), directories often after five.
 */
const minute = 60_000
export const attemptMemory = 60 * minute
const failureWindow = 15 * minute
export const failuresPerUser = 3
const failuresPerIssuer = 10
const attemptsPerPerson = 20
const usersPerPassword = 3
const atOnce = 4
/** No test runs longer; an attempt that is still open after it belongs to a process that is gone. */
const longestRun = minute

/**
 * An attempt as it is remembered; names and password as keyed hashes. `at` in milliseconds since 1970. `family` is the
 * password without regard to case, width and invisible characters.
 */
export type PastAttempt = {
  readonly at: number
  readonly person: string
  readonly issuer: string
  readonly user: string
  readonly password: string
  readonly family: string
  /** "pending": sent, and nothing is known yet. */
  readonly outcome: AttemptOutcome | 'pending'
}

export type NextAttempt = Omit<PastAttempt, 'at' | 'outcome'>

export type AttemptDecision =
  /** `failures`: how many of this user's attempts failed lately. */
  | { readonly allowed: true; readonly failures: number }
  /** `until`: when the limit no longer holds, in milliseconds since 1970. */
  | { readonly allowed: false; readonly limit: AttemptLimit; readonly until: number }

/** What makes an attempt the same as another. */
const sameFields = ['user', 'issuer', 'password'] as const

/** Whether an attempt may be made at `now`, given those of the last hour in any order. */
export function decideAttempt(past: readonly PastAttempt[], next: NextAttempt, now: number): AttemptDecision {
  const recent = past
    .filter(({ at, outcome }) => at > now - attemptMemory && outcome !== 'not-sent')
    .sort((left, right) => left.at - right.at)
  const failed = oncePerPassword(recent.filter((each) => counts(each) && each.at > now - failureWindow))
  const ofUser = failed.filter((each) => each.user === next.user && !isForgiven(each, recent))
  const same = recent.filter((each) => sameFields.every((field) => each[field] === next[field]))
  const repeats = same.filter(({ outcome }) => outcome === 'refused')
  const sprayed = recent.filter(({ user, family }) => family === next.family && user !== next.user)
  const open = recent.filter(({ outcome, at }) => outcome === 'pending' && at > now - longestRun)
  const limits: readonly (readonly [AttemptLimit, boolean, readonly PastAttempt[], number])[] = [
    ['repeat', repeats.length > 0, repeats, attemptMemory],
    ['spraying', distinctUsers(sprayed) >= usersPerPassword, sprayed, attemptMemory],
    ['user', ofUser.length >= failuresPerUser, ofUser.slice(-failuresPerUser), failureWindow],
    ...among('issuer', failed.filter(sameBy(next, 'issuer')), failuresPerIssuer, failureWindow),
    ...among('person', recent.filter(sameBy(next, 'person')), attemptsPerPerson, attemptMemory),
    ['busy', open.length >= atOnce || open.some((each) => same.includes(each)), open, longestRun],
  ]
  const reached = limits.find(([, isReached]) => isReached)
  if (reached === undefined) {
    return { allowed: true, failures: ofUser.length }
  }
  const [limit, , [oldest], window] = reached
  return { allowed: false, limit, until: (oldest?.at ?? now) + window }
}

/** Whatever the answer, or without one, the provider may have counted it: only a right password is no failure. */
function counts({ outcome }: PastAttempt): boolean {
  return outcome !== 'accepted'
}

/** Sending the same password again, once the application is mended, is no further guess. */
function oncePerPassword(failed: readonly PastAttempt[]): readonly PastAttempt[] {
  return failed.filter(
    (each, index) =>
      each.outcome !== 'not-checked' ||
      !failed.some((other, at) => at > index && sameFields.every((field) => other[field] === each[field])),
  )
}

/** A right password ends the count, as it does at the provider: for this user there, and nobody and nowhere else. */
function isForgiven(failure: PastAttempt, all: readonly PastAttempt[]): boolean {
  return all.some(
    ({ at, outcome, user, issuer }) =>
      outcome === 'accepted' && user === failure.user && issuer === failure.issuer && at > failure.at,
  )
}

function among(limit: AttemptLimit, attempts: readonly PastAttempt[], most: number, window: number) {
  return [[limit, attempts.length >= most, attempts.slice(-most), window] as const]
}

function distinctUsers(attempts: readonly PastAttempt[]): number {
  return new Set(attempts.map(({ user }) => user)).size
}

function sameBy(next: NextAttempt, field: keyof NextAttempt) {
  return (each: NextAttempt) => each[field] === next[field]
}
