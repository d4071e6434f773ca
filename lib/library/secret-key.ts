import { randomBytes } from 'node:crypto'
import { open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { LibraryError } from './errors'

const keyLength = 32

/**
 * The key that seals contents: `setting` (LATCHKEY_SECRET_KEY, 32 bytes in base64) when there is one, else the file
 * secret.key in `folder`; null without either. Throws LibraryError "bad-key" when it is not a key.
 */
export async function findKey(folder: string, setting: string | undefined): Promise<Uint8Array | null> {
  if (setting) {
    return decode(setting, 'LATCHKEY_SECRET_KEY', '"openssl rand -base64 32" makes such a key')
  }
  try {
    return decode(await readFile(keyFile(folder), 'utf8'), keyFile(folder), 'put it back from a backup')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return null
    }
    throw error
  }
}

/**
 * Makes a key and keeps it in `folder`, where there is none, readable by this account only and on disk before it is used.
 * The file is there whole or not at all.
 */
export async function makeKey(folder: string): Promise<Uint8Array> {
  const key = randomBytes(keyLength)
  const unfinished = `${keyFile(folder)}.new`
  const file = await open(unfinished, 'w', 0o600)
  try {
    await file.writeFile(`${key.toString('base64')}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(unfinished, keyFile(folder))
  await syncFolder(folder)
  return key
}

function keyFile(folder: string): string {
  return join(folder, 'secret.key')
}

/** The file's name is durable once its folder is; systems that cannot sync a folder do so by themselves. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}

function decode(text: string, where: string, advice: string): Uint8Array {
  const trimmed = text.trim()
  const key = Buffer.from(trimmed, 'base64')
  if (key.length !== keyLength || !/^[A-Za-z0-9+/]{43}=?$/.test(trimmed)) {
    throw new LibraryError('bad-key', `${where} does not hold 32 bytes in base64; ${advice}.`)
  }
  return key
}
