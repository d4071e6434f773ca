import { PGlite } from '@electric-sql/pglite'
import { Kysely, type PostgresCursorConstructor, PostgresDialect, type PostgresPool } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { listQuery } from '../api/list'
import { appendVersion } from './append'
import { deletedRows, deleteExpired, deleteForGood } from './deleted'
import { identifiedRows } from './identified'
import { pageOf, placeOf } from './list-rows'
import { listingOf } from './listing'
import { migrate } from './migrations'
import { writeNote } from './note-version'
import { unseal } from './seal'
import { markStep } from './set-up'
import type { Tables } from './tables'
import { versionsBefore } from './versions'

const id = '7d9a0c4e-5a1f-4c1e-9d55-0f3b8f0a2c11'
const at = '2026-01-05T08:00:00.000Z'
const key = new Uint8Array(32).fill(7)
const unused = undefined as unknown as PostgresCursorConstructor
let postgres: PGlite
let db: Kysely<Tables>

beforeAll(async () => {
  postgres = await PGlite.create()
  const client = {
    query: async (text: string, parameters: readonly unknown[]) => {
      const { rows, affectedRows } = await postgres.query(text, [...parameters])
      const command = text.trim().split(' ', 1)[0]?.toUpperCase()
      return { command, rowCount: affectedRows ?? rows.length, rows }
    },
    release: () => undefined,
  }
  const pool = { connect: async () => client, end: () => postgres.close() } as unknown as PostgresPool
  db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool, cursor: unused }) })
}, 60_000)
afterAll(() => db.destroy())

it('the tables are made on PostgreSQL, twice without a change, and keep what is sealed with its author', async () => {
  await migrate(db)
  await migrate(db)
  const times = { created_at: at, updated_at: at, deleted_at: null }
  await db
    .insertInto('configurations')
    .values({
      ...listingOf({ name: 'Acme', provider: null }),
      id,
      name: 'Acme',
      provider: null,
      domains: '[]',
      errors: 0,
      advice: 0,
      version: 1,
      ...times,
    })
    .execute()
  await db.transaction().execute(async (transaction) => {
    const content = Buffer.from('<plist/>')
    await appendVersion(transaction, key, {
      id,
      number: 1,
      name: 'Acme',
      content,
      note: null,
      author: 'ada',
      at,
    })
  })
  const row = await db.selectFrom('versions').selectAll().executeTakeFirstOrThrow()
  expect(row).toMatchObject({ configuration_id: id, number: 1, author: 'ada', note: null })
  const content = unseal(row.content, key, { table: 'versions', id, version: 1 })
  expect(Buffer.from(content).toString()).toBe('<plist/>')
})

it('versions are listed in pages there as well, the newest first', async () => {
  await db.transaction().execute(async (transaction) => {
    for (let number = 2; number <= 30; number += 1) {
      const version = {
        id,
        number,
        name: 'Acme',
        content: Buffer.from('<plist/>'),
        note: null,
        author: 'ada',
        at,
      }
      await appendVersion(transaction, key, version)
    }
  })
  const numbers = async (before?: number) =>
    (await versionsBefore(db, id, before).select('number').execute()).map(({ number }) => number)
  expect(await numbers()).toEqual(Array.from({ length: 21 }, (_, index) => 30 - index))
  expect(await numbers(4)).toEqual([3, 2, 1])
})

it('the note of a version is written there as well, never over another one', async () => {
  expect(await writeNote({ db }, id, 2, { note: 'Why', before: null })).toBe(true)
  await expect(writeNote({ db }, id, 2, { note: 'Other', before: null })).rejects.toMatchObject({
    code: 'note-changed',
  })
  expect(await writeNote({ db }, id, 2, { note: null, before: 'Why' })).toBe(true)
  expect(await writeNote({ db }, id, 99, { note: 'Why', before: null })).toBe(false)
})

it('the list is found, sorted and paged there as well', async () => {
  const page = (query: Record<string, string>) => pageOf(db, listQuery.parse(query))
  const more = ['Lab 10', 'lab 9', 'Ähre'].map((name, index) => ({
    ...listingOf({ name, provider: 'Okta' }),
    id: `7d9a0c4e-5a1f-4c1e-9d55-0f3b8f0a2d0${index}`,
    name,
    provider: 'Okta',
    domains: '[]',
    errors: index,
    advice: 0,
    version: 1,
    created_at: at,
    updated_at: at,
    deleted_at: null,
  }))
  await db.insertInto('configurations').values(more).execute()
  const names = async (query: Record<string, string>) => {
    const { rows, total } = await page(query)
    return [total, ...(await rows.select('name').execute()).map(({ name }) => name)]
  }
  expect(await names({ sort: 'name' })).toEqual([4, 'Acme', 'Ähre', 'lab 9', 'Lab 10'])
  expect(await names({ sort: 'issues', take: '1', skip: '1' })).toEqual([4, 'lab 9'])
  expect(await names({ find: 'OKTA lab', sort: 'name' })).toEqual([2, 'lab 9', 'Lab 10'])
  expect(await names({ find: '%' })).toEqual([0])
  expect(await placeOf(db, listQuery.parse({ sort: 'name' }), more[0]?.id ?? '')).toBe(3)
  await db.deleteFrom('configurations').where('provider', '=', 'Okta').execute()
})

it('steps that are done are kept there as well, each once', async () => {
  const step = { guide: 'entra', step: 'register' }
  await markStep({ db }, id, step, true)
  await markStep({ db }, id, step, true)
  const rows = () => db.selectFrom('set_up_steps').select(['guide', 'step']).execute()
  expect(await rows()).toEqual([step])
  await markStep({ db }, id, step, false)
  expect(await rows()).toEqual([])
  await markStep({ db }, id, step, true)
})

it('drafts and reports have their keys there as well', async () => {
  const draft = {
    configuration_id: id,
    window_id: 'w',
    base: 1,
    content: Uint8Array.of(1, 0, 255),
    updated_at: at,
  }
  await db.insertInto('drafts').values(draft).execute()
  await expect(db.insertInto('drafts').values(draft).execute()).rejects.toThrow(/duplicate key/)
  const report = { id: 'r', configuration_id: 'nobody', content: Uint8Array.of(1), created_at: at }
  await expect(db.insertInto('reports').values(report).execute()).rejects.toThrow(/foreign key/)
  const row = await db.selectFrom('drafts').select('content').executeTakeFirstOrThrow()
  expect([...row.content]).toEqual([1, 0, 255])
})

it('configurations are found by their identifier there as well, the deleted ones not', async () => {
  const found = () => identifiedRows({ db }, ['com.example.acme', 'com.example.other']).select('id').execute()
  expect(await found()).toEqual([])
  const update = db.updateTable('configurations').where('id', '=', id)
  await update.set({ identifier: 'com.example.acme' }).execute()
  expect(await found()).toEqual([{ id }])
  await update.set({ deleted_at: at }).execute()
  expect(await found()).toEqual([])
  await update.set({ deleted_at: null }).execute()
})

it('what was deleted is listed there and removed for good, with all that belongs to it', async () => {
  expect(await deletedRows(db).select('id').execute()).toEqual([])
  await expect(deleteForGood({ db }, id)).rejects.toThrow(/does not exist/)
  const deleted_at = '2026-01-06T08:00:00.000Z'
  await db.updateTable('configurations').set({ deleted_at }).where('id', '=', id).execute()
  expect(await deletedRows(db).offset(0).select('id').execute()).toEqual([{ id }])
  expect(await deleteExpired({ db }, new Date('2026-02-05T08:00:00.000Z'))).toBe(0)
  expect(await deleteExpired({ db }, new Date('2026-02-06T08:00:00.000Z'))).toBe(1)
  for (const table of ['configurations', 'versions', 'drafts', 'reports', 'set_up_steps'] as const) {
    expect(await db.selectFrom(table).selectAll().execute()).toEqual([])
  }
})
