import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import Database from 'libsql'
import type { AttemptGrant, AttemptOutcome } from '../api/attempts'
import { type AttemptDecision, attemptMemory, decideAttempt, type PastAttempt } from './attempt-budget'
import { foldAddress, foldName } from './attempt-names'
import { makeFolder } from './folder'

/** A password that is about to be sent. It is hashed on the way in and kept nowhere. */
export type Attempt = {
  /** Who asks for it. */
  readonly person: string
  /** Where it goes: the address of the token endpoint, or the identity provider's host. */
  readonly issuer: string
  readonly userName: string
  readonly password: string
}

/** The count of sent passwords of one person on one machine. */
export type AttemptFile = { readonly database: Database.Database; readonly key: Buffer }

/** How long another process may hold the file: each does so for one transaction. Milliseconds. */
const patience = 5000

/**
 * Opens the count in `folder`, and makes both on first use. Several processes may have it open: a transaction waits for
 * those of the others. Throws the system's or the database's error where the folder cannot be used.
 */
export async function openAttempts(folder: string): Promise<AttemptFile> {
  await makeFolder(folder)
  const database = new Database(join(folder, 'attempts.db'))
  try {
    prepare(database)
    return { database, key: keyOf(database) }
  } catch (error) {
    database.close()
    throw error
  }
}

function prepare(database: Database.Database): void {
  const pragmas = [
    `busy_timeout = ${patience}`,
    'journal_mode = WAL',
    // Counted is counted, also after a power cut.
    'synchronous = FULL',
    // Deleted rows are overwritten: hashes of passwords are among them.
    'secure_delete = ON',
  ]
  for (const pragma of pragmas) {
    database.prepare(`PRAGMA ${pragma}`).all()
  }
  inTransaction(database, () => {
    database.exec('create table if not exists secret (id integer primary key, value text not null)')
    database.exec(`create table if not exists attempts (id text primary key, at integer not null,
      person text not null, issuer text not null, user text not null, password text not null,
      family text not null, outcome text not null)`)
    database
      .prepare('insert into secret (id, value) values (1, ?) on conflict do nothing')
      .run(randomBytes(32).toString('base64'))
  })
}

function keyOf(database: Database.Database): Buffer {
  const row = database.prepare('select value from secret where id = 1').get() as { value: string }
  return Buffer.from(row.value, 'base64')
}

/**
 * Asks whether a password may be sent, and counts it as sent before the answer, in one transaction that is on disk when
 * it returns: neither many at once, nor another process, nor a restart gets past a limit. `now` in milliseconds since
 * 1970.
 */
export function reserveAttempt({ database, key }: AttemptFile, attempt: Attempt, now: number): AttemptGrant {
  const id = randomUUID()
  const next = hashAttempt(key, attempt)
  return inTransaction(database, () => {
    forgetAttempts({ database }, now)
    const past = database.prepare('select * from attempts').all() as PastAttempt[]
    const decision: AttemptDecision = decideAttempt(past, next, now)
    if (!decision.allowed) {
      return { granted: false, limit: decision.limit, until: decision.until }
    }
    database
      .prepare('insert into attempts values (?, ?, ?, ?, ?, ?, ?, ?)')
      .run(id, now, next.person, next.issuer, next.user, next.password, next.family, 'pending')
    return { granted: true, id, failures: decision.failures }
  })
}

/** Notes how a granted attempt ended. One that never is noted counts as a failure. */
export function settleAttempt({ database }: AttemptFile, id: string, outcome: AttemptOutcome): void {
  database.prepare('update attempts set outcome = ? where id = ?').run(outcome, id)
}

/** Deletes the attempts that no limit looks at any more. */
export function forgetAttempts({ database }: Pick<AttemptFile, 'database'>, now: number): void {
  database.prepare('delete from attempts where at < ?').run(now - attemptMemory)
}

/** Takes the write lock first, so that what is read stays true until it is written. */
function inTransaction<T>(database: Database.Database, work: () => T): T {
  database.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    undo(database)
    throw error
  }
}

/** Ends a transaction that failed. SQLite has ended it by itself where the disk is full: that error is the one to tell. */
function undo(database: Database.Database): void {
  try {
    database.exec('ROLLBACK')
  } catch {
    // Nothing is left to undo.
  }
}

/**
 * Equal values give equal hashes, and nobody without the key finds out what they were. The same password has one hash
 * for all users, or spraying would not be seen; that is why rows live for an hour only.
 */
function hashAttempt(key: Uint8Array, { person, issuer, userName, password }: Attempt) {
  const hash = (field: string, value: string) =>
    createHmac('sha256', key).update(`${field}\u0000${value}`).digest('base64url')
  return {
    person: hash('person', person),
    issuer: hash('issuer', foldAddress(issuer)),
    user: hash('user', foldName(userName)),
    password: hash('password', password.normalize('NFC')),
    family: hash('family', foldName(password)),
  }
}
