import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Makes `folder` and what is missing above it, open to this account only; a folder that exists stays as it is.
 * Throws the system's error. (Node's own recursive mkdir never returns where the system answers ENOENT below a folder
 * that exists, as in /proc.)
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, 0o700)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') {
      return
    }
    if (code !== 'ENOENT' || existsSync(dirname(folder))) {
      throw error
    }
    await makeFolder(dirname(folder))
    await mkdir(folder, 0o700)
  }
}
