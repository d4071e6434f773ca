import { createHmac, randomUUID } from 'node:crypto'
import {
  type AttemptDecision,
  type AttemptLimit,
  type AttemptOutcome,
  attemptMemory,
  decideAttempt,
} from './attempt-budget'
import type { Library } from './open'

/** A password that is about to be sent. It is hashed on the way in and kept nowhere. */
export type Attempt = {
  /** Who asks for it. */
  readonly person: string
  /** Where it goes: the identity provider's issuer, or its host. */
  readonly issuer: string
  readonly userName: string
  readonly password: string
}

/** `failures`: how many of this user's attempts failed lately. `until` in milliseconds since 1970. */
export type AttemptGrant =
  | { readonly granted: true; readonly id: string; readonly failures: number }
  | { readonly granted: false; readonly limit: AttemptLimit; readonly until: number }

/**
 * Asks whether a password may be sent, and counts it as sent before the answer, in one transaction that is on disk when
 * it returns: neither many at once nor a restart gets past a limit. `now` in milliseconds since 1970.
 */
export function reserveAttempt(library: Library, attempt: Attempt, now: number): Promise<AttemptGrant> {
  const { db, key } = library
  const id = randomUUID()
  const hashed = hashAttempt(key, attempt)
  forgetLater(library)
  return db.transaction().execute(async (transaction) => {
    await transaction
      .deleteFrom('attempts')
      .where('at', '<', iso(now - attemptMemory))
      .execute()
    const rows = await transaction.selectFrom('attempts').selectAll().execute()
    const past = rows.map((row) => ({ ...row, user: row.user_name, at: Date.parse(row.at) }))
    const decision: AttemptDecision = decideAttempt(past, hashed, now)
    if (!decision.allowed) {
      return { granted: false, limit: decision.limit, until: decision.until }
    }
    const { person, issuer, user, password } = hashed
    const row = { id, at: iso(now), person, issuer, user_name: user, password, outcome: 'pending' as const }
    await transaction.insertInto('attempts').values(row).execute()
    return { granted: true, id, failures: decision.failures }
  })
}

/** Notes how a granted attempt ended. One that never is noted counts as a failure. */
export async function settleAttempt({ db }: Library, id: string, outcome: AttemptOutcome): Promise<void> {
  await db.updateTable('attempts').set({ outcome }).where('id', '=', id).execute()
}

/** Deletes the attempts that no limit looks at any more. */
export async function forgetAttempts({ db }: Pick<Library, 'db'>, now: number): Promise<void> {
  await db
    .deleteFrom('attempts')
    .where('at', '<', iso(now - attemptMemory))
    .execute()
}

/** Without a next attempt nothing else would delete the last ones; a library that is closed by then has nothing to do. */
function forgetLater(library: Library): void {
  const forget = () => forgetAttempts(library, Date.now()).catch(() => undefined)
  setTimeout(forget, attemptMemory + 1000).unref()
}

/**
 * Equal values give equal hashes, and nobody without the instance's key finds out what they were. The same password
 * has one hash for all users, or spraying would not be seen; that is why rows live for an hour only.
 */
function hashAttempt(key: Uint8Array, { person, issuer, userName, password }: Attempt) {
  const own = createHmac('sha256', key).update('latchkey attempts').digest()
  const hash = (field: string, value: string) =>
    createHmac('sha256', own)
      .update(`${field}\u0000${value.normalize('NFC')}`)
      .digest('base64url')
  return {
    person: hash('person', person),
    issuer: hash('issuer', issuer.trim().toLowerCase()),
    user: hash('user', userName.trim().toLowerCase()),
    password: hash('password', password),
  }
}

function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}
