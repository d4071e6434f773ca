import { LibraryError } from './errors'

/** Codes of SQLite and of the system, and what they mean for the data folder. The first that matches counts. */
const causes = [
  ['storage-full', /^(SQLITE_FULL|SQLITE_IOERR_SHMSIZE|ENOSPC|EDQUOT|EFBIG)$/],
  ['storage-refused', /^(SQLITE_READONLY|SQLITE_PERM|EROFS|EACCES|EPERM)/],
  ['storage-damaged', /^(SQLITE_CORRUPT|SQLITE_NOTADB)/],
  ['storage-failed', /^(SQLITE_IOERR|SQLITE_CANTOPEN|EIO|EMFILE|ENFILE)/],
] as const

/** Sentences for the person at the screen; the start of the server has its own, which name the folder. */
const sentences = {
  'storage-full':
    'The disk of the data folder of Latchkey is full, so this was not stored. Free some space there, then save again.',
  'storage-refused':
    'The data folder of Latchkey cannot be written, so this was not stored. Make it writable, then save again.',
  'storage-damaged':
    'The database of Latchkey is damaged. Stop Latchkey and put the data folder back from a backup.',
  'storage-failed':
    'The disk of the data folder of Latchkey does not answer as it should, so this was not stored. Check the disk, then save again.',
} as const

type StorageErrorCode = keyof typeof sentences

/** What an error of SQLite or of the file system says about the data folder; null when it says nothing about it. */
export function storageProblem(error: unknown): LibraryError | null {
  const code = storageErrorCode(error)
  return code && new LibraryError(code, sentences[code], { cause: error })
}

/** The code of storageProblem() alone. */
export function storageErrorCode(error: unknown): StorageErrorCode | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return causes.find(([, pattern]) => pattern.test(code))?.[0] ?? null
}
