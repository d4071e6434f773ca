import { join } from 'node:path'
import { Kysely, SqliteDialect } from 'kysely'
import Database from 'libsql'
import { LibraryError } from './errors'
import { lockFolder } from './lock'
import { migrate } from './migrations'
import { keyId } from './seal'
import { findKey, makeKey } from './secret-key'
import type { Tables } from './tables'

/** An open library: the database and the key its contents are sealed with. */
export type Library = {
  readonly db: Kysely<Tables>
  readonly key: Uint8Array
  /** Closes the database and lets go of the folder. */
  readonly close: () => Promise<void>
}

/**
 * Opens the library in `folder`, which exists, and makes it on first use. `keySetting` is LATCHKEY_SECRET_KEY.
 * Throws LibraryError when another process has it, or the key is not the one the contents were sealed with; in both
 * cases nothing is written.
 */
export async function openLibrary(folder: string, keySetting: string | undefined): Promise<Library> {
  const unlock = lockFolder(folder)
  let db: Kysely<Tables> | undefined
  try {
    db = connect(join(folder, 'latchkey.db'))
    const key = await matchingKey(db, folder, keySetting)
    await migrate(db)
    await db
      .insertInto('instance')
      .values({ id: 1, key_id: keyId(key) })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    return { db, key, close: closer(db, unlock) }
  } catch (error) {
    await closer(db, unlock)()
    throw error
  }
}

function connect(file: string): Kysely<Tables> {
  const database = new Database(file)
  // Durable before it is acknowledged: FULL syncs the log at each commit.
  for (const pragma of [
    'journal_mode = WAL',
    'synchronous = FULL',
    'foreign_keys = ON',
    // What is deleted is overwritten.
    'secure_delete = ON',
    'busy_timeout = 5000',
  ]) {
    database.prepare(`PRAGMA ${pragma}`).all()
  }
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database }) })
}

async function matchingKey(
  db: Kysely<Tables>,
  folder: string,
  setting: string | undefined,
): Promise<Uint8Array> {
  const expected = await storedKeyId(db)
  const key = await findKey(folder, setting)
  if (expected === undefined) {
    return key ?? (await makeKey(folder))
  }
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

/** Undefined for a library that does not exist yet. */
async function storedKeyId(db: Kysely<Tables>): Promise<string | undefined> {
  const tables = await db.introspection.getTables()
  if (!tables.some(({ name }) => name === 'instance')) {
    return undefined
  }
  const row = await db.selectFrom('instance').select('key_id').executeTakeFirst()
  return row?.key_id
}

function closer(db: Kysely<Tables> | undefined, unlock: () => void): () => Promise<void> {
  return async () => {
    await db?.destroy()
    unlock()
  }
}
