import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { TestReport } from '../api/report'
import { createConfiguration } from './create'
import { NEVER, noteTest } from './last-test'
import { listConfigurations } from './list'
import { type Library, openLibrary } from './open'
import { dropReport, keepReport, listReports } from './reports'
import { seal } from './seal'

const report = (title: string): TestReport => ({
  kind: 'discovery',
  at: '2026-03-01T09:00:00.000Z',
  durationMs: 12,
  configuration: { name: 'Acme', version: 1 },
  findings: [],
  exchanges: [],
  token: null,
  mac: [],
  summary: { verdict: 'passed', title, text: 'The discovery document is as Jamf Connect needs it.' },
})

let folder: string
let library: Library
let id: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-reports-'))
  library = await openLibrary(folder, undefined)
  const summary = { provider: null, domains: [], errors: 0, advice: 0 }
  id = (
    await createConfiguration(library, {
      author: 'owner',
      name: 'Acme',
      content: Buffer.from('<dict/>'),
      summary,
    })
  ).id
})
afterEach(async () => {
  await library.close()
  await rm(folder, { recursive: true })
})

it('keeps reports with their configuration, newest first, until they are deleted', async () => {
  await keepReport(library, id, report('first'))
  await new Promise((resolve) => setTimeout(resolve, 5))
  const second = await keepReport(library, id, report('second'))
  const texts = async () => (await listReports(library, id)).map((kept) => kept.report?.summary.title)
  expect(await texts()).toEqual(['second', 'first'])
  await dropReport(library, id, second)
  expect(await texts()).toEqual(['first'])
})

it('refuses a report for a configuration that is not there, and the fifty-first', async () => {
  await expect(keepReport(library, randomUUID(), report('x'))).rejects.toMatchObject({
    code: 'not-found',
  })
  for (let count = 0; count < 50; count++) {
    await keepReport(library, id, report('x'))
  }
  await expect(keepReport(library, id, report('x'))).rejects.toMatchObject({ code: 'too-many-reports' })
})

it('does not delete the report of another configuration', async () => {
  const kept = await keepReport(library, id, report('mine'))
  await dropReport(library, randomUUID(), kept)
  expect(await listReports(library, id)).toHaveLength(1)
})

it('writes no word of a report into the data folder', async () => {
  await keepReport(library, id, report('the-group-of-administrators'))
  await library.close()
  for (const name of await readdir(folder)) {
    expect((await readFile(join(folder, name))).includes('the-group-of-administrators')).toBe(false)
  }
  library = await openLibrary(folder, undefined)
})

it.each([
  ['changed bytes', async (bytes: Uint8Array) => bytes.map((byte, at) => (at === 60 ? byte ^ 1 : byte))],
  ['no bytes at all', async () => new Uint8Array()],
  [
    'the form of another release',
    async (bytes: Uint8Array) => bytes.map((byte, at) => (at === 0 ? 9 : byte)),
  ],
  ['something that is no JSON', async (_: Uint8Array, row: string) => sealed(row, '{"kind":')],
  ['something that is no report', async (_: Uint8Array, row: string) => sealed(row, '{"kind":"ropg"}')],
])('shows a report with %s as damaged, and the others beside it', async (_, poison) => {
  const bad = await keepReport(library, id, report('bad'))
  await keepReport(library, id, report('good'))
  const row = await library.db
    .selectFrom('reports')
    .select('content')
    .where('id', '=', bad)
    .executeTakeFirstOrThrow()
  const content = await poison(new Uint8Array(row.content), bad)
  await library.db
    .updateTable('reports')
    .set({ content } as never)
    .where('id', '=', bad)
    .execute()
  const titles = new Map(
    (await listReports(library, id)).map((kept) => [kept.id, kept.report?.summary.title]),
  )
  expect([titles.size, titles.get(bad), [...titles.values()].includes('good')]).toEqual([2, undefined, true])
  await dropReport(library, id, bad)
  expect(await listReports(library, id)).toHaveLength(1)
})

function sealed(row: string, text: string): Uint8Array {
  return seal(Buffer.from(text), library.key, { table: 'reports', id: row, version: 1 })
}

it('the list tells the last test of which a report is kept: time and verdict, in clear, nothing else', async () => {
  const lastTest = async () => (await listConfigurations(library)).configurations[0]?.lastTest
  expect(await lastTest()).toBeNull()
  const later = { ...report('later'), at: '2026-03-02T09:00:00.000Z' }
  const failed = { ...later, summary: { ...later.summary, verdict: 'failed' as const } }
  const id2 = await keepReport(library, id, failed)
  await keepReport(library, id, report('earlier, kept afterwards'))
  expect(await lastTest()).toEqual({ at: later.at, verdict: 'failed' })
  await dropReport(library, id, id2)
  expect(await lastTest()).toEqual({ at: '2026-03-01T09:00:00.000Z', verdict: 'passed' })
  await library.db.updateTable('reports').set({ tested_at: '', verdict: '' }).execute()
  await library.db.updateTable('configurations').set({ tested_at: '', verdict: '' }).execute()
  expect(await lastTest()).toBeNull()
  await library.close()
  library = await openLibrary(folder, undefined)
  expect(await lastTest()).toEqual({ at: '2026-03-01T09:00:00.000Z', verdict: 'passed' })
})

it('knows of a configuration whether it was tested, with a report kept, none, or one that is gone again', async () => {
  const row = async () => (await listConfigurations(library)).configurations[0]
  expect(await row()).toMatchObject({ lastTest: null, tested: false })
  await noteTest(library.db, id)
  expect(await row()).toMatchObject({ lastTest: null, tested: true })
  await library.db.updateTable('configurations').set({ began_at: NEVER }).execute()
  const kept = await keepReport(library, id, report('kept'))
  await dropReport(library, id, kept)
  expect(await row()).toMatchObject({ lastTest: null, tested: true })
})

it('does not claim of a configuration from before that it was never tested', async () => {
  await sql`update configurations set began_at = null`.execute(library.db)
  expect((await listConfigurations(library)).configurations[0]).toMatchObject({
    lastTest: null,
    tested: null,
  })
})
