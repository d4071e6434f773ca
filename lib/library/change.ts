import type { ConfigurationItem } from '../api/configurations'
import { notFound } from './errors'
import { configurationItem, itemColumns } from './item'
import { relist } from './listing'
import type { Library } from './open'

/** Gives a configuration another name; its versions keep the names they were saved under. Throws "not-found". */
export function renameConfiguration(library: Library, id: string, name: string): Promise<ConfigurationItem> {
  return change(library, id, false, { name, updated_at: now() })
}

/** Takes a configuration off the list; restoreConfiguration brings it back. Throws "not-found". */
export async function removeConfiguration(library: Library, id: string): Promise<void> {
  await change(library, id, false, { deleted_at: now() })
}

/** Undoes removeConfiguration. Throws "not-found" when there is no deleted configuration `id`. */
export function restoreConfiguration(library: Library, id: string): Promise<ConfigurationItem> {
  return change(library, id, true, { deleted_at: null })
}

type Change = { name?: string; updated_at?: string; deleted_at?: string | null }

function change({ db }: Library, id: string, deleted: boolean, values: Change): Promise<ConfigurationItem> {
  return db.transaction().execute(async (transaction) => {
    const row = await transaction
      .updateTable('configurations')
      .set(values)
      .where('id', '=', id)
      .where('deleted_at', deleted ? 'is not' : 'is', null)
      .returning(itemColumns)
      .executeTakeFirst()
    if (row === undefined) {
      throw notFound()
    }
    await relist(transaction, id)
    return configurationItem(row)
  })
}

function now(): string {
  return new Date().toISOString()
}
