import { join } from 'node:path'
import Database from 'libsql'
import { LibraryError } from './errors'

/**
 * Holds `folder` for this process. The lock is the operating system's on an empty database of its own, so it is gone
 * with the process however that ends, and the library's own file stays readable for backup tools.
 * Gives the function that lets go. Throws LibraryError "locked" when another process holds the folder.
 */
export function lockFolder(folder: string): () => void {
  const database = new Database(join(folder, 'latchkey.lock'))
  try {
    database.exec('PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE')
  } catch (cause) {
    database.close()
    const message = `Another Latchkey uses the data folder ${folder}; stop it or set LATCHKEY_DATA to another folder.`
    throw new LibraryError('locked', message, { cause })
  }
  return () => database.close()
}
