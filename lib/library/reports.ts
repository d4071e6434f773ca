import { randomUUID } from 'node:crypto'
import type { TestReport } from '../api/report'
import { LibraryError, notFound } from './errors'
import type { Library } from './open'
import { keptReport } from './report-schema'
import { seal, unseal } from './seal'
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
    const row = { id, configuration_id: configuration, content: sealed, created_at: new Date().toISOString() }
    await transaction.insertInto('reports').values(row).execute()
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

function readReport(id: string, content: unknown, key: Uint8Array): TestReport | null {
  try {
    const json: unknown = JSON.parse(
      Buffer.from(unseal(content, key, { table: 'reports', id, version: 1 })).toString(),
    )
    return keptReport.safeParse(json).success ? (json as TestReport) : null
  } catch (error) {
    if (error instanceof LibraryError || error instanceof SyntaxError) {
      return null
    }
    throw error
  }
}

/** Deletes a report; nothing happens when it is gone already. */
export async function dropReport({ db }: Library, configuration: string, id: string): Promise<void> {
  await db.deleteFrom('reports').where('configuration_id', '=', configuration).where('id', '=', id).execute()
}
