import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LibraryError } from './errors'
import { storageProblem } from './storage-problem'

/** The last trouble with the disk, and how many bytes were to be written then; null while there is none. */
export type StorageState = { trouble: { readonly problem: LibraryError; readonly bytes: number } | null }

/** What a transaction writes besides its contents: rows, pages of trees, the log. */
const around = 65_536

/** Writes `bytes` to a file of its own in `folder` and removes it. Throws the system's error. */
export async function tryWriting(folder: string, bytes = around): Promise<void> {
  const file = join(folder, `latchkey.probe.${process.pid}`)
  try {
    await writeFile(file, Buffer.alloc(bytes), { mode: 0o600 })
  } finally {
    await rm(file, { force: true })
  }
}

/**
 * What is wrong with the disk now. A trouble is over once there is room for what could not be written, in the log and
 * in the database; nothing is written to find out while there is no trouble.
 */
export async function currentTrouble(folder: string, state: StorageState): Promise<LibraryError | null> {
  const { trouble } = state
  if (trouble === null || trouble.problem.code === 'storage-damaged') {
    return trouble?.problem ?? null
  }
  try {
    await tryWriting(folder, around + 2 * trouble.bytes)
  } catch (error) {
    return storageProblem(error) ?? trouble.problem
  }
  state.trouble = null
  return null
}
