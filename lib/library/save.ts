import type { Transaction } from 'kysely'
import type { ConfigurationItem, Summary, VersionItem } from '../api/configurations'
import { appendVersion } from './append'
import { notFound, StaleVersionError } from './errors'
import { configurationItem, itemColumns, versionColumns, versionItem } from './item'
import { relist } from './listing'
import type { Library } from './open'
import type { Tables } from './tables'

/** A change to store; `base` is the number of the version it was made from. */
export type Save = {
  readonly id: string
  readonly base: number
  readonly content: Uint8Array
  readonly summary: Summary
  readonly note: string | null
  /** Id of the person who saves. */
  readonly author: string
}

/**
 * Adds a version and makes it the newest, in one transaction that is on disk when it returns.
 * Throws StaleVersionError when `base` is not the newest version, LibraryError "not-found"; nothing is written then.
 */
export function saveVersion({ db, key }: Library, save: Save): Promise<ConfigurationItem> {
  const { id, base, content, note, author } = save
  const domains = JSON.stringify(save.summary.domains)
  const summary = { identifier: null, ...save.summary, domains }
  const at = new Date().toISOString()
  return db.transaction().execute(async (transaction) => {
    const number = base + 1
    const row = await transaction
      .updateTable('configurations')
      .set({ ...summary, version: number, updated_at: at })
      .where('id', '=', id)
      .where('version', '=', base)
      .where('deleted_at', 'is', null)
      .returning(itemColumns)
      .executeTakeFirst()
    if (row === undefined) {
      throw await refusal(transaction, id, base)
    }
    const item = configurationItem(row)
    await relist(transaction, id)
    await appendVersion(transaction, key, { id, number, name: item.name, content, note, author, at })
    return item
  })
}

async function refusal(db: Transaction<Tables>, id: string, base: number): Promise<Error> {
  const row = await db
    .selectFrom('configurations')
    .select(itemColumns)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  const newest = row && (await versionOf(db, id, configurationItem(row).version))
  return newest ? new StaleVersionError((await versionOf(db, id, base)) ?? null, newest) : notFound()
}

async function versionOf(
  db: Transaction<Tables>,
  id: string,
  number: number,
): Promise<VersionItem | undefined> {
  const row = await db
    .selectFrom('versions')
    .select(versionColumns)
    .where('configuration_id', '=', id)
    .where('number', '=', number)
    .executeTakeFirst()
  return row && versionItem(row)
}
