import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Kysely, sql } from 'kysely'
import Database from 'libsql'
import { LibraryDialect } from './dialect'
import { noteEarlierTests } from './earlier-tests'
import { LibraryError } from './errors'
import {
  checkAccess,
  closedFolder,
  damagedDatabase,
  emptyDatabase,
  fileNames,
  foreignDatabase,
  fullFolder,
  isNew,
} from './inspect-folder'
import { lockFolder } from './lock'
import { migrate } from './migrations'
import type { Compared, Tried } from './remembered'
import { keyId } from './seal'
import { findKey, makeKey, syncFolder } from './secret-key'
import { storageErrorCode } from './storage-problem'
import { type StorageState, tryWriting } from './storage-state'
import type { Tables } from './tables'

/** An open library: the database and the key its contents are sealed with. */
export type Library = {
  readonly db: Kysely<Tables>
  readonly key: Uint8Array
  readonly folder: string
  readonly storage: StorageState
  readonly tried: Tried
  readonly compared: Compared
  /** Moves what is in the log into the database, closes it and lets go of the folder. Throws when the log stays. */
  readonly close: () => Promise<void>
}

/**
 * Opens the library in `folder`, which exists, and makes it on first use. `keySetting` is LATCHKEY_SECRET_KEY.
 * Throws LibraryError with one sentence when another process has it, when the key is not the one the contents were
 * sealed with, or when the folder does not hold what a library is made of; nothing in it is changed then.
 */
export async function openLibrary(folder: string, keySetting: string | undefined): Promise<Library> {
  await checkAccess(folder)
  try {
    await tryWriting(folder)
    const unlock = lockFolder(folder)
    try {
      return await openLocked(folder, keySetting, unlock)
    } catch (error) {
      unlock()
      throw error
    }
  } catch (error) {
    throw atStart(folder, error)
  }
}

async function openLocked(
  folder: string,
  keySetting: string | undefined,
  unlock: () => void,
): Promise<Library> {
  if (await isNew(folder)) {
    await makeLibrary(folder, keySetting)
  }
  const storage: StorageState = { trouble: null }
  const db = connect(join(folder, fileNames.database), storage)
  try {
    const key = await matchingKey(db, folder, keySetting)
    await setUp(db)
    await migrate(db)
    await noteEarlierTests(db, key)
    return {
      db,
      key,
      folder,
      storage,
      tried: new Map(),
      compared: { versions: new Map(), last: null },
      close: () => close(db, unlock),
    }
  } catch (error) {
    await db.destroy()
    throw error
  }
}

/** Makes the database under another name, so that a start that is cut short leaves nothing that looks like a library. */
async function makeLibrary(folder: string, keySetting: string | undefined): Promise<void> {
  const unfinished = join(folder, fileNames.unfinished)
  await rm(`${unfinished}-journal`, { force: true })
  await writeFile(unfinished, '', { mode: 0o600 })
  await syncFolder(folder)
  const key = (await findKey(folder, keySetting)) ?? (await makeKey(folder))
  const db = connect(unfinished, { trouble: null })
  try {
    await migrate(db)
    await db
      .insertInto('instance')
      .values({ id: 1, key_id: keyId(key) })
      .execute()
  } finally {
    await db.destroy()
  }
  await rename(unfinished, join(folder, fileNames.database))
  await syncFolder(folder)
}

function connect(file: string, state: StorageState): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new LibraryDialect(new Database(file), state) })
}

/** After the database is known to be ours: the first of these changes the file. */
async function setUp(db: Kysely<Tables>): Promise<void> {
  // Durable before it is acknowledged: FULL syncs the log at each commit.
  for (const pragma of [
    'journal_mode = WAL',
    'synchronous = FULL',
    'foreign_keys = ON',
    // What is deleted is overwritten.
    'secure_delete = ON',
    'busy_timeout = 5000',
  ]) {
    await sql`${sql.raw(`pragma ${pragma}`)}`.execute(db)
  }
}

async function matchingKey(
  db: Kysely<Tables>,
  folder: string,
  setting: string | undefined,
): Promise<Uint8Array> {
  const expected = await storedKeyId(db, folder)
  const key = await findKey(folder, setting)
  if (key === null) {
    const message = `The configurations in ${folder} are encrypted; set LATCHKEY_SECRET_KEY or put secret.key back.`
    throw new LibraryError('missing-key', message)
  }
  if (keyId(key) !== expected) {
    const message = `The configurations in ${folder} are encrypted with another secret key; give the one they were saved with.`
    throw new LibraryError('wrong-key', message)
  }
  return key
}

async function storedKeyId(db: Kysely<Tables>, folder: string): Promise<string> {
  const tables = await db.introspection.getTables()
  if (!tables.some(({ name }) => name === 'instance')) {
    throw tables.length === 0 ? emptyDatabase(folder) : foreignDatabase(folder)
  }
  const row = await db.selectFrom('instance').select('key_id').executeTakeFirst()
  if (row === undefined) {
    throw emptyDatabase(folder)
  }
  return row.key_id
}

async function close(db: Kysely<Tables>, unlock: () => void): Promise<void> {
  try {
    const { rows } = await sql<{ busy: number; log: number }>`pragma wal_checkpoint(truncate)`.execute(db)
    if (rows[0]?.busy !== 0 || rows[0].log > 0) {
      throw new Error('The database is in use, so its log could not be emptied.')
    }
    await leaveLog(db)
  } finally {
    await db.destroy()
    unlock()
  }
}

/**
 * Removes the log, which is empty by now. libsql closes a database only when its statements are collected; a log that is
 * there until then would be removed under whoever has opened the library since, with what they stored. Where a backup
 * reads the database just now, the log stays for that.
 */
async function leaveLog(db: Kysely<Tables>): Promise<void> {
  await sql`pragma busy_timeout = 0`.execute(db)
  await sql`pragma journal_mode = DELETE`.execute(db).catch(() => undefined)
}

/** What is wrong with the disk or the files, as a sentence for whoever starts the server. */
function atStart(folder: string, error: unknown): unknown {
  const cause = error instanceof LibraryError ? (error.cause ?? error) : error
  switch (storageErrorCode(cause)) {
    case 'storage-full':
      return fullFolder(folder, error)
    case 'storage-refused':
    case 'storage-failed':
      return closedFolder(folder, error)
    case 'storage-damaged':
      return damagedDatabase(folder, error)
    default:
      return error
  }
}
