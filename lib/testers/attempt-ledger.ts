import type { AttemptGrant, AttemptLimit, AttemptOutcome } from '../api/attempts'

/** Counts the passwords that are sent, so that nobody is locked out and nobody sprays. Whoever runs a tester has it. */
export type AttemptLedger = {
  /** Counts an attempt before it is made, or says why it must not be. */
  readonly reserve: (attempt: {
    readonly issuer: string
    readonly userName: string
    readonly password: string
  }) => Promise<AttemptGrant>
  readonly settle: (id: string, outcome: AttemptOutcome) => Promise<void>
}

type LimitWords = { readonly received: string; readonly means: string; readonly change: string }

/** What a limit means for the person at the screen; `until` and `now` in milliseconds since 1970. */
export function limitInWords(limit: AttemptLimit, until: number, now: number): LimitWords {
  const minutes = Math.max(1, Math.ceil((until - now) / 60_000))
  const change = `Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`
  return { ...words[limit], change: `${alternatives[limit] ?? ''} ${change}`.trim() }
}

const words: { readonly [L in AttemptLimit]: Omit<LimitWords, 'change'> } = {
  repeat: {
    received: 'Already tried',
    means: 'This password was refused for this user within the last hour. It is not sent again.',
  },
  user: {
    received: 'Three failures for this user within 15 minutes',
    means: 'One more could lock the account at the identity provider.',
  },
  issuer: {
    received: 'Ten failures at this identity provider within 15 minutes',
    means: 'More would look like an attack to the identity provider, which may then block this server.',
  },
  person: {
    received: 'Twenty attempts within an hour',
    means: 'Latchkey tries no more than that for one administrator.',
  },
  spraying: {
    received: 'The same password for a fourth user within an hour',
    means: 'One password tried for many users is how accounts are broken into; identity providers block it.',
  },
  busy: {
    received: 'Other attempts are under way',
    means: 'Latchkey sends four passwords at a time, and one password for one user once.',
  },
}

const alternatives: { readonly [L in AttemptLimit]?: string } = {
  repeat: 'Check the password, or try another one.',
  spraying: 'Use another password for this user.',
}
