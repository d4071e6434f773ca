import type { Kysely } from 'kysely'
import { noteLastTest } from './last-test'
import { readReport } from './read-report'
import { asBytes, asContent, textOf } from './stored'
import type { Tables } from './tables'

/** Notes when those reports were made that an earlier release kept without it; damaged ones stay as they are. */
export async function noteEarlierTests(db: Kysely<Tables>, key: Uint8Array): Promise<void> {
  const rows = await db
    .selectFrom('reports')
    .select([asBytes('id'), asBytes('configuration_id'), asContent('content')])
    .where('tested_at', '=', '')
    .execute()
  for (const row of rows) {
    const [id, configuration] = [textOf(row.id) ?? '', textOf(row.configuration_id) ?? '']
    const report = readReport(id, row.content, key)
    if (report !== null) {
      const { at: tested_at, summary } = report
      await db.transaction().execute(async (transaction) => {
        const set = { tested_at, verdict: summary.verdict }
        await transaction.updateTable('reports').set(set).where('id', '=', id).execute()
        await noteLastTest(transaction, configuration)
      })
    }
  }
}
