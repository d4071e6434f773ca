import type { ConfigurationItem } from '../api/configurations'
import type { ListedItem } from '../api/list'
import { MOST_BYTES } from '../plist/limits'
import { LibraryError, notFound } from './errors'
import { configurationItem, itemColumns } from './item'
import { tagsIn } from './listing'
import type { Library } from './open'
import { sealedOverhead, unseal } from './seal'
import { asBytes, asContent, numberOf, textOf } from './stored'

/** A configuration with the exact bytes of its newest version. */
export type StoredConfiguration = { readonly item: ConfigurationItem; readonly content: Uint8Array }

/** Reads a configuration's newest version. Throws LibraryError "not-found", or "damaged" and why. */
export async function readConfiguration(library: Library, id: string): Promise<StoredConfiguration> {
  const item = await readItem(library, id)
  return { item, content: await readVersion(library, id, item.version) }
}

/** What the list knows of a configuration, without opening its newest version. Throws as readConfiguration does. */
export async function readItem(
  { db }: Library,
  id: string,
): Promise<ConfigurationItem & Pick<ListedItem, 'tags'>> {
  const row = await db
    .selectFrom('configurations')
    .select([...itemColumns, asBytes('tags')])
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined) {
    throw notFound()
  }
  const item = configurationItem(row)
  if (numberOf(row.version) === null) {
    throw damaged(
      'The number of the newest version is damaged in the database; put the data folder back from a backup.',
    )
  }
  return { ...item, tags: tagsIn(textOf(row.tags)) }
}

/** The exact bytes of a version. Throws LibraryError "damaged" and its kin when it is missing, changed or too large. */
export async function readVersion({ db, key }: Library, id: string, version: number): Promise<Uint8Array> {
  const where = db.selectFrom('versions').where('configuration_id', '=', id).where('number', '=', version)
  const found = await where
    .select(({ fn }) => fn<number>('length', ['content']).as('size'))
    .executeTakeFirst()
  if (found === undefined) {
    throw damaged(`Version ${version} is missing in the database; put the data folder back from a backup.`)
  }
  if (found.size > MOST_BYTES + sealedOverhead) {
    throw damaged(
      `Version ${version} is larger in the database than Latchkey stores it; put the data folder back from a backup.`,
    )
  }
  const row = await where.select(asContent('content')).executeTakeFirst()
  return unseal(row?.content, key, { table: 'versions', id, version })
}

function damaged(message: string): LibraryError {
  return new LibraryError('damaged', message)
}
