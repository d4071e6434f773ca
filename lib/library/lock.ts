import { statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { LibraryError } from './errors'
import { fileNames } from './inspect-folder'

/**
 * Holds `folder` for this process. The lock is the operating system's on an empty database of its own, so it is gone
 * with the process however that ends, and the library's own file stays readable for backup tools.
 * Gives the function that lets go. Throws LibraryError "locked" when another process holds the folder, "bad-lock" when
 * the file is not the empty one that Latchkey makes, and the database's error for what else is wrong.
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, fileNames.lock)
  if (statSync(file, { throwIfNoEntry: false })?.size) {
    throw badLock(file)
  }
  const database = new Database(file)
  try {
    database.exec('PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE')
  } catch (cause) {
    database.close()
    const { code } = cause as { code?: string }
    if (code !== undefined && !code.startsWith('SQLITE_BUSY')) {
      throw cause
    }
    const message = `Another Latchkey uses the data folder ${folder}; stop it or set LATCHKEY_DATA to another folder.`
    throw new LibraryError('locked', message, { cause })
  }
  return () => database.close()
}

function badLock(file: string): LibraryError {
  const message = `The lock file ${file} is not as Latchkey makes it; make sure that no other Latchkey uses the folder, delete the file and start again.`
  return new LibraryError('bad-lock', message)
}
