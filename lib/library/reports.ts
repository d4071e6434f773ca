import { randomUUID } from 'node:crypto'
import { LibraryError, notFound } from './errors'
import type { Library } from './open'
import { seal, unseal } from './seal'

/** A test report as it is kept: JSON as UTF-8. */
export type StoredReport = { readonly id: string; readonly content: Uint8Array }

/** Reports that one configuration keeps at most. */
const MOST = 50

/** Keeps a report with a configuration, sealed; its id. Throws LibraryError "not-found" or "too-many-reports". */
export async function keepReport(
  { db, key }: Library,
  configuration: string,
  content: Uint8Array,
): Promise<string> {
  const id = randomUUID()
  await db.transaction().execute(async (transaction) => {
    const there = await transaction
      .selectFrom('configurations')
      .select('id')
      .where('id', '=', configuration)
      .where('deleted_at', 'is', null)
      .executeTakeFirst()
    if (there === undefined) {
      throw notFound()
    }
    const kept = await transaction
      .selectFrom('reports')
      .select('id')
      .where('configuration_id', '=', configuration)
      .execute()
    if (kept.length >= MOST) {
      throw new LibraryError('too-many-reports', `A configuration keeps ${MOST} reports; delete one first.`)
    }
    const sealed = seal(content, key, { table: 'reports', id, version: 1 })
    const row = { id, configuration_id: configuration, content: sealed, created_at: new Date().toISOString() }
    await transaction.insertInto('reports').values(row).execute()
  })
  return id
}

/** The reports kept with a configuration, newest first. Throws LibraryError "damaged". */
export async function listReports({ db, key }: Library, configuration: string): Promise<StoredReport[]> {
  const rows = await db
    .selectFrom('reports')
    .select(['id', 'content'])
    .where('configuration_id', '=', configuration)
    .orderBy('created_at', 'desc')
    .execute()
  return rows.map(({ id, content }) => ({
    id,
    content: unseal(new Uint8Array(content), key, { table: 'reports', id, version: 1 }),
  }))
}

/** Deletes a report; nothing happens when it is gone already. */
export async function dropReport({ db }: Library, configuration: string, id: string): Promise<void> {
  await db.deleteFrom('reports').where('configuration_id', '=', configuration).where('id', '=', id).execute()
}
