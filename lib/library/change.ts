import type { ConfigurationItem, TagChange } from '../api/configurations'
import { notFound } from './errors'
import { configurationItem, itemColumns } from './item'
import { relist } from './listing'
import type { Library } from './open'

/** Gives a configuration another name; its versions keep the names they were saved under. Throws "not-found". */
export function renameConfiguration(library: Library, id: string, name: string): Promise<ConfigurationItem> {
  return changeRow(library, id, false, { name, updated_at: now() })
}

/** Sets the tags of a configuration, and its note where one is given; its versions stay as they are. Throws "not-found". */
export function tagConfiguration(
  library: Library,
  id: string,
  change: TagChange,
): Promise<ConfigurationItem> {
  const { tags, note } = change
  return changeRow(library, id, false, {
    tags: JSON.stringify(tags),
    ...(note === undefined ? {} : { note }),
  })
}

/** Takes a configuration off the list; restoreConfiguration brings it back. Throws "not-found". */
export async function removeConfiguration(library: Library, id: string): Promise<void> {
  await changeRow(library, id, false, { deleted_at: now() })
}

/** Undoes removeConfiguration. Throws "not-found" when there is no deleted configuration `id`. */
export function restoreConfiguration(library: Library, id: string): Promise<ConfigurationItem> {
  return changeRow(library, id, true, { deleted_at: null })
}

type Change = {
  name?: string
  updated_at?: string
  deleted_at?: string | null
  tags?: string
  note?: string | null
}

function changeRow(
  { db }: Library,
  id: string,
  deleted: boolean,
  values: Change,
): Promise<ConfigurationItem> {
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
