import { createHash } from 'node:crypto'
import type { Continuation, Finding } from '../../api/report'
import { slot } from '../../process/slot'
import type { KeySet } from '../discovery/key-set'
import type { Metadata } from '../discovery/metadata'
import { type Ticket, ticketLifetime } from './flow'

/** A sign-in that was begun here and has not come back. */
export type PendingSignIn = {
  /** That of its ticket. */
  readonly id: string
  /** What discovery said when the sign-in began; the issuer in it is the one that may answer. */
  readonly metadata: Metadata
  /** The signing keys that discovery found, once they are there. */
  readonly keys?: KeySet
  /** What the person was told to do, to be told again after something that was no answer. */
  readonly next?: Continuation
  /** What failed before the sign-in, though it did not stand in its way. */
  readonly failed?: readonly Finding[]
  readonly redirectUri: string
  /** The listener of this machine waits for the answer. */
  readonly caught?: boolean
  /** Origin of the page that waits for the answer. */
  readonly home: string
  readonly createdAt: number
}

/** Most sign-ins that may be under way; the oldest is dropped for a further one. */
const maxPending = 1000

const held = slot<Map<string, PendingSignIn>>('sign-ins')

/** Remembers a sign-in under the digest of its state. */
export function begin(
  ticket: Ticket,
  pending: Omit<PendingSignIn, 'id' | 'createdAt' | 'redirectUri'>,
): void {
  const all = signIns(ticket.createdAt)
  const { id, createdAt, redirectUri } = ticket
  all.set(digest(ticket.state), { ...pending, id, createdAt, redirectUri })
  for (const oldest of [...all.keys()].slice(0, Math.max(0, all.size - maxPending))) {
    all.delete(oldest)
  }
}

/** Adds what became known of a sign-in after it began; it may have come back meanwhile. */
export function extend(
  ticket: Ticket,
  more: Pick<PendingSignIn, 'keys' | 'failed' | 'next' | 'caught'>,
): void {
  const all = signIns(ticket.createdAt)
  const pending = all.get(digest(ticket.state))
  if (pending !== undefined) {
    all.set(digest(ticket.state), { ...pending, ...more })
  }
}

/** The sign-in that a state belongs to, for the last time: whoever asks again gets null. */
export function takePending(state: string, now: number): PendingSignIn | null {
  const all = signIns(now)
  const found = all.get(digest(state)) ?? null
  all.delete(digest(state))
  return found
}

/** The same without taking it: for handing an answer to the page that waits for it. */
export function findPending(state: string, now: number): PendingSignIn | null {
  return signIns(now).get(digest(state)) ?? null
}

/** Ends the sign-in with this id, because nobody waits for its answer any more. */
export function endPending(id: string, now: number): void {
  const all = signIns(now)
  for (const [state, pending] of all) {
    if (pending.id === id) {
      all.delete(state)
    }
  }
}

/** Every sign-in that has not come back yet. */
export function allPending(now: number): readonly PendingSignIn[] {
  return [...signIns(now).values()]
}

function signIns(now: number): Map<string, PendingSignIn> {
  const all = held.orMake(() => new Map())
  for (const [state, { createdAt }] of all) {
    if (now - createdAt > ticketLifetime) {
      all.delete(state)
    }
  }
  return all
}

function digest(state: string): string {
  return createHash('sha256').update(state).digest('base64url')
}
