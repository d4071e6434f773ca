import { resolve } from 'node:path'
import { makeFolder } from './folder'
import { type Library, openLibrary } from './open'

/** The server and the framework hold a copy of this module each; they share one library through globalThis. */
const holder = globalThis as { latchkeyLibrary?: Promise<Library> }

/** The library of this process in the folder LATCHKEY_DATA, opened on first use. Throws what openLibrary throws. */
export function library(): Promise<Library> {
  holder.latchkeyLibrary ??= openFromEnvironment().catch((error: unknown) => {
    delete holder.latchkeyLibrary
    throw error
  })
  return holder.latchkeyLibrary
}

/** Closes the library when it is open. */
export async function closeLibrary(): Promise<void> {
  const open = holder.latchkeyLibrary
  delete holder.latchkeyLibrary
  await (await open)?.close()
}

async function openFromEnvironment(): Promise<Library> {
  const folder = resolve(/* turbopackIgnore: true */ process.env.LATCHKEY_DATA || 'data')
  await makeFolder(folder)
  return openLibrary(folder, process.env.LATCHKEY_SECRET_KEY)
}
