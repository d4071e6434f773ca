import type { ConfigurationItem } from './api'
import { notFound } from './errors'
import { configurationItem } from './item'
import type { Library } from './open'
import { unseal } from './seal'

/** A configuration with the exact bytes of its newest version. */
export type StoredConfiguration = { readonly item: ConfigurationItem; readonly content: Uint8Array }

/** Reads a configuration's newest version. Throws LibraryError "not-found" or "damaged". */
export async function readConfiguration({ db, key }: Library, id: string): Promise<StoredConfiguration> {
  const row = await db
    .selectFrom('configurations')
    .innerJoin('versions', (join) =>
      join
        .onRef('versions.configuration_id', '=', 'configurations.id')
        .onRef('versions.number', '=', 'configurations.version'),
    )
    .selectAll('configurations')
    .select('versions.content')
    .where('configurations.id', '=', id)
    .where('configurations.deleted_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined) {
    throw notFound()
  }
  const content = unseal(new Uint8Array(row.content), key, { table: 'versions', id, version: row.version })
  return { item: configurationItem(row), content }
}
