import { resolve } from 'node:path'
import { environment } from '../process/environment'
import { slot } from '../process/slot'
import { makeFolder } from './folder'
import { type Library, openLibrary } from './open'

const held = slot<Promise<Library>>('library')

/** The library of this process in the folder LATCHKEY_DATA, opened on first use. Throws what openLibrary throws. */
export function library(): Promise<Library> {
  return held.orMake(() =>
    openFromEnvironment().catch((error: unknown) => {
      held.value = undefined
      throw error
    }),
  )
}

/** Closes the library when it is open. */
export async function closeLibrary(): Promise<void> {
  const open = held.value
  held.value = undefined
  await (await open)?.close()
}

async function openFromEnvironment(): Promise<Library> {
  const { LATCHKEY_DATA, LATCHKEY_SECRET_KEY } = environment()
  const folder = resolve(/* turbopackIgnore: true */ LATCHKEY_DATA || 'data')
  await makeFolder(folder)
  return openLibrary(folder, LATCHKEY_SECRET_KEY)
}
