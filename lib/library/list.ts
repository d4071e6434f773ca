import { setImmediate } from 'node:timers/promises'
import type { ConfigurationItem } from '../api/configurations'
import { LibraryError } from './errors'
import { configurationItem, itemColumns } from './item'
import type { Library } from './open'
import { readVersion } from './read'
import type { Tried } from './remembered'

/** How long a list may take to try versions, in milliseconds; those that are left are tried for the next one. */
const patience = 200

/**
 * Every configuration that is not deleted, the one changed last first. Those whose row or newest version is damaged are
 * marked; each version is tried once.
 */
export async function listConfigurations(library: Library): Promise<readonly ConfigurationItem[]> {
  const rows = await library.db
    .selectFrom('configurations')
    .select(itemColumns)
    .where('deleted_at', 'is', null)
    .orderBy('updated_at', 'desc')
    .orderBy('id')
    .execute()
  const items = rows.map(configurationItem)
  const end = performance.now() + patience
  for (const { id, version } of items) {
    if (library.tried.get(id)?.version !== version && performance.now() < end) {
      library.tried.set(id, { version, opens: await opens(library, id, version) })
      // Other requests come first.
      await setImmediate()
    }
  }
  return items.map((item) => (isDamaged(library.tried, item) ? { ...item, unreadable: true } : item))
}

function isDamaged(tried: Tried, { id, version }: ConfigurationItem): boolean {
  const last = tried.get(id)
  return last?.version === version && !last.opens
}

async function opens(library: Library, id: string, version: number): Promise<boolean> {
  try {
    await readVersion(library, id, version)
    return true
  } catch (error) {
    if (error instanceof LibraryError) {
      return false
    }
    throw error
  }
}

/** Whether there is a configuration with this id that is not deleted. */
export async function isListed({ db }: Library, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('configurations')
    .select('version')
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}
