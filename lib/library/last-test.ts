import type { Kysely, Transaction } from 'kysely'
import * as z from 'zod'
import type { ListedItem } from '../api/list'
import { verdicts } from '../api/report'
import { asBytes, textOf } from './stored'
import type { Tables } from './tables'

/** What is read of a row of the configurations about its last test. */
export const testColumns = [asBytes('tested_at'), asBytes('verdict')] as const
type TestRow = { readonly [Column in 'tested_at' | 'verdict']: ArrayBuffer | null }

const lastTest = z.object({ at: z.iso.datetime(), verdict: z.enum(verdicts) })

/** In the place of when a test of it began, while none has: libsql gives an empty text as null. */
export const NEVER = 'never'

/** Notes that a test of a configuration begins, whether or not its report will be kept. */
export async function noteTest(db: Kysely<Tables>, configuration: string): Promise<void> {
  const began_at = new Date().toISOString()
  await db.updateTable('configurations').set({ began_at }).where('id', '=', configuration).execute()
}

/** Whether a test of a configuration has begun; null where that is not known, and for a damaged row. */
export function testedIn(row: { readonly began_at: ArrayBuffer | null }): boolean | null {
  const at = textOf(row.began_at)
  return at === null ? null : at !== NEVER
}

/** When a configuration was tested last, and with which verdict; null when no report is kept, or the row is damaged. */
export const lastTestIn = (row: TestRow): ListedItem['lastTest'] =>
  lastTest.safeParse({ at: textOf(row.tested_at), verdict: textOf(row.verdict) }).data ?? null

/** Brings those columns up to date, in the transaction that changed the reports of the configuration. */
export async function noteLastTest(db: Transaction<Tables>, configuration: string): Promise<void> {
  const row = await db
    .selectFrom('reports')
    .select([...testColumns])
    .where('configuration_id', '=', configuration)
    .orderBy('reports.tested_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  const { at = '', verdict = '' } = (row && lastTestIn(row)) ?? {}
  await db
    .updateTable('configurations')
    .set({ tested_at: at, verdict, ...(at === '' ? {} : { began_at: at }) })
    .where('id', '=', configuration)
    .execute()
}
