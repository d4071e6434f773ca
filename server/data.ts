import { access, constants } from 'node:fs/promises'
import { LibraryError } from '@/lib/library/errors'
import { makeFolder } from '@/lib/library/folder'
import { closedFolder, fullFolder } from '@/lib/library/inspect-folder'
import { closeLibrary, library } from '@/lib/library/library'
import { storageErrorCode } from '@/lib/library/storage-problem'
import { completeEnvironment } from '@/lib/process/environment'
import { type Settings, StartError } from './settings'

/**
 * Makes the data folder and opens the library in it, so that what cannot work is said before anything is built or
 * served. The files are this account's alone. Throws StartError with one sentence.
 */
export async function prepareData(settings: Settings): Promise<void> {
  const umask = process.umask(0o077)
  try {
    await makeUsable(settings.dataFolder)
    completeEnvironment({ LATCHKEY_ATTEMPTS: settings.attemptFolder, LATCHKEY_DATA: settings.dataFolder })
    await library()
  } catch (error) {
    throw error instanceof LibraryError ? new StartError(error.message, { cause: error }) : error
  } finally {
    process.umask(umask)
  }
}

async function makeUsable(folder: string): Promise<void> {
  try {
    await makeFolder(folder)
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (cause) {
    throw storageErrorCode(cause) === 'storage-full' ? fullFolder(folder, cause) : closedFolder(folder, cause)
  }
}

/**
 * Closes the library, with everything in its database. Throws StopError with one sentence when changes stay in the log,
 * where the next start finds them.
 */
export async function releaseData(settings: Settings): Promise<void> {
  try {
    await closeLibrary()
  } catch (cause) {
    const message = `Changes are still in ${settings.dataFolder}/latchkey.db-wal: keep that file beside latchkey.db; the next start takes them in.`
    throw new StopError(
      storageErrorCode(cause) === 'storage-full' ? `The disk is full. ${message}` : message,
      {
        cause,
      },
    )
  }
}

/** What a stop could not do: `message` is for whoever stopped the server. */
export class StopError extends Error {
  override readonly name = 'StopError'
}
