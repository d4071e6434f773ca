import { constants } from 'node:fs'
import { access, open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { LibraryError } from './errors'

/** The files of a library. The database is made under another name and renamed once it is whole. */
export const fileNames = {
  database: 'latchkey.db',
  unfinished: 'latchkey.db.new',
  log: 'latchkey.db-wal',
  key: 'secret.key',
  lock: 'latchkey.lock',
} as const

const signature = 'SQLite format 3\u0000'
const otherwise = 'or move the files of the folder elsewhere to begin with an empty library.'

/** Throws LibraryError "bad-folder" naming the first file of a library in `folder` that this account cannot use. */
export async function checkAccess(folder: string): Promise<void> {
  for (const name of [...Object.values(fileNames), 'latchkey.db-shm']) {
    const file = within(folder, name)
    const found = await stat(file).catch(() => null)
    if (found === null) {
      continue
    }
    if (!found.isFile()) {
      throw bad(`${file} is not a file; move it elsewhere, then start Latchkey again.`)
    }
    const mode = name === fileNames.key ? constants.R_OK : constants.R_OK | constants.W_OK
    await access(file, mode).catch((cause: unknown) => {
      throw bad(noAccess(file, found.uid), cause)
    })
  }
}

/** The build must not take a folder that is only known at run time for one of the sources. */
const within = (folder: string, name: string) => join(/* turbopackIgnore: true */ folder, name)

/**
 * Whether the library in `folder` has to be made. Throws LibraryError "bad-folder" when something is there that tells of a
 * library, but no database that could be one.
 */
export async function isNew(folder: string): Promise<boolean> {
  const file = within(folder, fileNames.database)
  const size = await sizeOf(file)
  if (size === null) {
    await checkNothingLost(folder)
    return true
  }
  if (size === 0) {
    throw emptyDatabase(folder)
  }
  if ((await firstBytes(file)) !== signature) {
    throw foreignDatabase(folder)
  }
  return false
}

/** A first start that was cut short leaves its unfinished database, and nothing that anybody stored. */
async function checkNothingLost(folder: string): Promise<void> {
  if ((await sizeOf(within(folder, fileNames.unfinished))) !== null) {
    return
  }
  for (const name of [fileNames.key, fileNames.log]) {
    if (await sizeOf(within(folder, name))) {
      throw bad(
        `The data folder ${folder} has ${name} but no latchkey.db; put latchkey.db back from a backup, ${otherwise}`,
      )
    }
  }
}

/** The database holds no tables, or no bytes. */
export function emptyDatabase(folder: string): LibraryError {
  return bad(
    `${within(folder, fileNames.database)} is empty; put the data folder back from a backup, latchkey.db-wal included, ${otherwise}`,
  )
}

/** The database is not a library's. */
export function foreignDatabase(folder: string): LibraryError {
  return bad(
    `${within(folder, fileNames.database)} is not a database of Latchkey; set LATCHKEY_DATA to another folder, or move that file elsewhere.`,
  )
}

/** The database cannot be read through. */
export function damagedDatabase(folder: string, cause: unknown): LibraryError {
  return bad(
    `${within(folder, fileNames.database)} is damaged or cut short; put the data folder back from a backup, ${otherwise}`,
    cause,
  )
}

/** The disk has no room left. */
export function fullFolder(folder: string, cause: unknown): LibraryError {
  return new LibraryError(
    'storage-full',
    `The disk of the data folder ${folder} is full; free some space there, then start Latchkey again.`,
    { cause },
  )
}

/** Nothing can be written into the folder. */
export function closedFolder(folder: string, cause: unknown): LibraryError {
  return bad(`The data folder ${folder} cannot be written; set LATCHKEY_DATA to a folder that can.`, cause)
}

function noAccess(file: string, owner: number): string {
  return owner === process.getuid?.()
    ? `${file} may not be read and written by its own account; allow it, then start Latchkey again.`
    : `${file} belongs to another account (user id ${owner}); start Latchkey as that account, or give the files of the folder to this one.`
}

function bad(message: string, cause?: unknown): LibraryError {
  return new LibraryError('bad-folder', message, { cause })
}

async function sizeOf(file: string): Promise<number | null> {
  return (await stat(file).catch(() => null))?.size ?? null
}

async function firstBytes(file: string): Promise<string> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(signature.length), 0, signature.length, 0)
    return buffer.toString('latin1', 0, bytesRead)
  } finally {
    await handle.close()
  }
}
