import type { Kysely, Transaction } from 'kysely'
import type { DeletedList } from '../api/configurations'
import { notFound } from './errors'
import { configurationItem, itemColumns } from './item'
import type { Library } from './open'
import { asBytes, textOf } from './stored'
import type { Tables } from './tables'

/** How long a deleted configuration can be brought back, in days. */
export const KEPT_DAYS = 30

const DAY_MS = 86_400_000
/** Configurations in one answer. */
const PAGE = 50

/** The deleted configurations, the one deleted last first, after the first `skip` of them. */
export async function listDeleted({ db }: Library, skip = 0): Promise<DeletedList> {
  const rows = await deletedRows(db)
    .select([...itemColumns, asBytes('deleted_at')])
    .offset(skip)
    .execute()
  const configurations = rows.slice(0, PAGE).map((row) => {
    const { id, name, provider, version } = configurationItem(row)
    return { id, name, provider, version, deletedAt: textOf(row.deleted_at) ?? '' }
  })
  return { configurations, more: rows.length > PAGE, days: KEPT_DAYS }
}

/** The rows of one answer and one more, which tells whether there are any after it. */
export function deletedRows(db: Kysely<Tables>) {
  return db
    .selectFrom('configurations')
    .where('deleted_at', 'is not', null)
    .orderBy('deleted_at', 'desc')
    .orderBy('id')
    .limit(PAGE + 1)
}

/** Removes a deleted configuration with its versions, drafts, reports and steps. Throws LibraryError "not-found". */
export async function deleteForGood({ db }: Pick<Library, 'db'>, id: string): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const there = await transaction
      .selectFrom('configurations')
      .select('version')
      .where('id', '=', id)
      .where('deleted_at', 'is not', null)
      .executeTakeFirst()
    if (there === undefined) {
      throw notFound()
    }
    await removeRows(transaction, id)
  })
}

/** Removes what was deleted more than 30 days before `now`, each in a transaction of its own; tells how many those were. */
export async function deleteExpired({ db }: Pick<Library, 'db'>, now = new Date()): Promise<number> {
  const latest = new Date(now.getTime() - KEPT_DAYS * DAY_MS).toISOString()
  const rows = await db.selectFrom('configurations').select('id').where('deleted_at', '<', latest).execute()
  for (const { id } of rows) {
    await db.transaction().execute((transaction) => removeRows(transaction, id))
  }
  return rows.length
}

async function removeRows(db: Transaction<Tables>, id: string): Promise<void> {
  for (const table of ['drafts', 'reports', 'set_up_steps', 'versions'] as const) {
    await db.deleteFrom(table).where('configuration_id', '=', id).execute()
  }
  await db.deleteFrom('configurations').where('id', '=', id).where('deleted_at', 'is not', null).execute()
}
