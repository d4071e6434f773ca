import { randomUUID } from 'node:crypto'
import type { TestReport } from '../api/report'
import { LibraryError, notFound } from './errors'
import { noteLastTest } from './last-test'
import type { Library } from './open'
import { readReport } from './read-report'
import { seal } from './seal'
import { asBytes, asContent, textOf } from './stored'

/** A kept report; null when it is damaged in the database. */
export type StoredReport = { readonly id: string; readonly report: TestReport | null }

/** Reports that one configuration keeps at most. */
const MOST = 50

/** Keeps a report with a configuration, sealed; its id. Throws LibraryError "not-found" or "too-many-reports". */
export async function keepReport(
  { db, key }: Library,
  configuration: string,
  report: TestReport,
): Promise<string> {
  const id = randomUUID()
  const content = Buffer.from(JSON.stringify(report))
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
    const { at: tested_at, summary } = report
    const at = new Date().toISOString()
    const row = { id, configuration_id: configuration, content: sealed, created_at: at, tested_at }
    await transaction
      .insertInto('reports')
      .values({ ...row, verdict: summary.verdict })
      .execute()
    await noteLastTest(transaction, configuration)
  })
  return id
}

/** The reports kept with a configuration, newest first. */
export async function listReports({ db, key }: Library, configuration: string): Promise<StoredReport[]> {
  const rows = await db
    .selectFrom('reports')
    .select([asBytes('id'), asContent('content')])
    .where('configuration_id', '=', configuration)
    .orderBy('created_at', 'desc')
    .execute()
  return rows.map((row) => {
    const id = textOf(row.id) ?? ''
    return { id, report: readReport(id, row.content, key) }
  })
}

/** Deletes a report; nothing happens when it is gone already. */
export async function dropReport({ db }: Library, configuration: string, id: string): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await transaction
      .deleteFrom('reports')
      .where('configuration_id', '=', configuration)
      .where('id', '=', id)
      .execute()
    await noteLastTest(transaction, configuration)
  })
}
