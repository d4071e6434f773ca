import type { ConfigurationItem } from '../api/configurations'
import { type ConfigurationList, type ListQuery, listQuery } from '../api/list'
import { LibraryError } from './errors'
import { forAWhile } from './for-a-while'
import { configurationItem, itemColumns } from './item'
import { lastTestIn, testColumns, testedIn } from './last-test'
import { pageOf, placeOf } from './list-rows'
import { tagsIn } from './listing'
import type { Library } from './open'
import { readVersion } from './read'
import type { Tried } from './remembered'
import { asBytes, textOf } from './stored'

/** How long a page may take to try versions, in milliseconds; those that are left are tried for the next one. */
const patience = 500

/**
 * A page of the configurations that are not deleted. Those whose row or newest version is damaged are marked; only
 * versions of this page are tried, each once.
 */
export async function listConfigurations(
  library: Library,
  query: ListQuery = listQuery.parse({}),
): Promise<ConfigurationList> {
  const { rows, total } = await pageOf(library.db, query)
  const found = await rows
    .select([...itemColumns, asBytes('tags'), asBytes('note'), ...testColumns, asBytes('began_at')])
    .execute()
  const items = found.map((row) => ({
    ...configurationItem(row),
    tags: tagsIn(textOf(row.tags)),
    note: textOf(row.note),
    lastTest: lastTestIn(row),
    tested: testedIn(row),
  }))
  await tryVersions(library, items)
  const unsaved = await withDrafts(library, items)
  const configurations = items.map((item) => ({
    ...item,
    unsaved: unsaved.has(item.id),
    ...(isDamaged(library.tried, item) ? { unreadable: true as const } : {}),
  }))
  const place = query.place === undefined ? null : await placeOf(library.db, query, query.place)
  return { configurations, total, place }
}

async function tryVersions(library: Library, items: readonly ConfigurationItem[]): Promise<void> {
  const untried = items.filter(({ id, version }) => library.tried.get(id)?.version !== version)
  await forAWhile(untried, patience, async ({ id, version }) => {
    library.tried.set(id, { version, opens: await opens(library, id, version) })
  })
}

async function withDrafts({ db }: Library, items: readonly ConfigurationItem[]): Promise<Set<string>> {
  const ids = items.map(({ id }) => id)
  // PostgreSQL takes no list without anything in it.
  if (ids.length === 0) {
    return new Set()
  }
  const rows = await db
    .selectFrom('drafts')
    .select(asBytes('configuration_id'))
    .where('configuration_id', 'in', ids)
    .execute()
  return new Set(rows.map((row) => textOf(row.configuration_id) ?? ''))
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
