import { type Kysely, sql } from 'kysely'
import { listingOf } from './listing'
import { isPostgres } from './postgres'
import { asBytes, textOf } from './stored'

/** Columns of the indexes, each for one order of the list; they hold what is not deleted. */
const indexes: Readonly<Record<string, readonly string[]>> = {
  configurations_by_change: ['updated_at', 'id'],
  configurations_by_name: ['sort_name', 'id'],
  configurations_by_provider: ['sort_provider', 'id'],
  configurations_by_issues: ['errors', 'advice', 'id'],
  configurations_by_version: ['version', 'id'],
  configurations_by_text: ['search', 'id'],
}

/** Adds what the list is sorted by and searched in, and fills it for the configurations that are there. */
export async function addListing(db: Kysely<unknown>): Promise<void> {
  for (const column of ['sort_name', 'sort_provider', 'search']) {
    await db.schema
      .alterTable('configurations')
      .addColumn(column, 'text', (added) => added.notNull().defaultTo(''))
      .execute()
  }
  for (const { id, ...listed } of await labels(db as Kysely<Before>)) {
    await (db as Kysely<Before>)
      .updateTable('configurations')
      .set(listingOf(listed))
      .where('id', '=', id)
      .execute()
  }
  for (const [name, columns] of Object.entries(indexes)) {
    await db.schema
      .createIndex(name)
      .on('configurations')
      .columns([...columns])
      .where(sql.ref('deleted_at'), 'is', null)
      .execute()
  }
}

type Before = {
  configurations: {
    id: string
    name: string
    provider: string | null
    sort_name: string
    sort_provider: string
    search: string
  }
}

async function labels(db: Kysely<Before>) {
  if (isPostgres(db)) {
    return db.selectFrom('configurations').select(['id', 'name', 'provider']).execute()
  }
  const rows = await db
    .selectFrom('configurations')
    .select([asBytes('id'), asBytes('name'), asBytes('provider')])
    .execute()
  return rows.map((row) => ({
    id: textOf(row.id) ?? '',
    name: textOf(row.name) ?? '',
    provider: textOf(row.provider),
  }))
}
