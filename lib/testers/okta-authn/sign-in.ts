import type { Summary } from '../../api/report'
import type { Settings } from '../../schema/settings'
import type { AttemptLedger } from '../attempt-ledger'
import type { TestTools } from '../tools'
import type { OktaFactor, OktaState } from './answer'
import type { Progress } from './progress'
import type { OktaTarget } from './target'

export type OktaTools = TestTools & {
  /** Counts the passwords that are sent, and refuses further ones. */
  readonly attempts: AttemptLedger
  /** Milliseconds between two looks at a push; 4 s at least, 2 s for a stand-in on this machine. */
  readonly pollMs?: number
  /** Waits; ends early by throwing when the signal is aborted. */
  readonly wait?: (milliseconds: number, signal: AbortSignal) => Promise<void>
  /** Milliseconds a sign-in lives on after the request that moved it was aborted. */
  readonly graceMs?: number
}

/** What the person is asked between two states of Okta's. */
export type LocalStep =
  | { readonly kind: 'state' }
  | { readonly kind: 'code' | 'confirm' | 'phone'; readonly factor: OktaFactor }

/**
 * A sign-in under way at Okta. It lives in this process's memory only and never holds the password; the state token
 * is in `state` and nowhere else.
 */
export type OktaSignIn = {
  readonly target: OktaTarget
  readonly settings: Settings
  readonly userName: string
  readonly tools: OktaTools
  /** '' until it is kept. */
  handle: string
  state: OktaState | null
  step: LocalStep
  /** What Okta said about the password has been told. */
  told: boolean
  /** Okta has said that the password is right. */
  passwordRight: boolean
  /** The person has agreed to enroll a factor in the account. */
  enrolls: boolean
  /** The QR code as a data: URI. */
  picture: string | null
  /** Something of the configuration that the summary of a sign-in must not leave out. */
  concern: Summary | null
  readonly progress: Progress
  /** When Okta was asked last, in milliseconds since 1970. */
  askedAt: number
  /** Answers wait for each other. */
  turn: Promise<void>
  /** Ends the sign-in at Okta, once; nothing is recorded. */
  readonly end: () => Promise<void>
}

/** Milliseconds between two looks at a push. */
export function pollInterval({ target, tools }: Pick<OktaSignIn, 'target' | 'tools'>): number {
  return Math.max(target.loopback ? 2000 : 4000, tools.pollMs ?? 4000)
}
