import { statfs } from 'node:fs/promises'
import { LibraryError } from './errors'
import type { Library } from './open'
import { keyId } from './seal'
import { storageProblem } from './storage-problem'
import { currentTrouble, tryWriting } from './storage-state'

/** Below this many free bytes it is tried whether there is room for a change. */
const little = 1_048_576

/** What keeps the library from reading and storing configurations now; null when nothing does. */
export async function libraryTrouble(library: Library): Promise<LibraryError | null> {
  try {
    const row = await library.db.selectFrom('instance').select('key_id').executeTakeFirst()
    if (row?.key_id !== keyId(library.key)) {
      return new LibraryError('wrong-key', 'The database was put in place of another; start Latchkey again.')
    }
    return (await currentTrouble(library.folder, library.storage)) ?? (await roomTrouble(library.folder))
  } catch (error) {
    return storageProblem(error) ?? asLibraryError(error)
  }
}

/** Nothing is written while there is room: this is asked again and again. */
async function roomTrouble(folder: string): Promise<LibraryError | null> {
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize < little) {
    await tryWriting(folder)
  }
  return null
}

function asLibraryError(error: unknown): LibraryError {
  if (error instanceof LibraryError) {
    return error
  }
  throw error
}
