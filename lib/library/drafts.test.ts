import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { removeConfiguration } from './change'
import { createConfiguration } from './create'
import { listDrafts, readDraft, removeDraft, writeDraft } from './drafts'
import { type Library, openLibrary } from './open'
import { readConfiguration } from './read'

const [one, two] = [randomUUID(), randomUUID()]
const draft = (text: string, base = 1) => ({ base, content: Buffer.from(text) })

let folder: string
let library: Library
let id: string

const create = async (name: string) => {
  const summary = { provider: null, domains: [], errors: 0, advice: 0 }
  return (
    await createConfiguration(library, { author: 'owner', name, content: Buffer.from('saved'), summary })
  ).id
}
const kept = async (window: string) => {
  const found = await readDraft(library, id, window)
  return found && Buffer.from(found.content).toString()
}
const pause = () => new Promise((resolve) => setTimeout(resolve, 3))

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-drafts-'))
  library = await openLibrary(folder, undefined)
  id = await create('Acme')
})
afterEach(async () => {
  await library.close()
  await rm(folder, { recursive: true })
})

it('keeps the newest text of a window beside the versions', async () => {
  expect(await kept(one)).toBeNull()
  await writeDraft(library, id, one, draft('half'))
  await writeDraft(library, id, one, draft('whole', 2))
  expect(await kept(one)).toBe('whole')
  expect(await readDraft(library, id, one)).toMatchObject({ base: 2 })
  expect(Buffer.from((await readConfiguration(library, id)).content).toString()).toBe('saved')
})

it('lets no window write over, read as its own or remove what another one keeps', async () => {
  await writeDraft(library, id, one, draft('of one'))
  await pause()
  await writeDraft(library, id, two, draft('of two'))
  expect([await kept(one), await kept(two)]).toEqual(['of one', 'of two'])
  expect((await listDrafts(library, id)).map(({ window }) => window)).toEqual([two, one])
  await removeDraft(library, id, two)
  expect([await kept(one), await kept(two)]).toEqual(['of one', null])
})

it('keeps five drafts of a configuration and drops the one that was not written for longest', async () => {
  const other = await create('Other')
  await writeDraft(library, other, one, draft('elsewhere'))
  const windows = Array.from({ length: 5 }, () => randomUUID())
  for (const window of windows) {
    await writeDraft(library, id, window, draft(window))
    await pause()
  }
  const [first = '', second = ''] = windows
  await writeDraft(library, id, first, draft('again'))
  await pause()
  await writeDraft(library, id, one, draft('sixth'))
  expect(await listDrafts(library, id)).toHaveLength(5)
  expect([await kept(one), await kept(first), await kept(second)]).toEqual(['sixth', 'again', null])
  expect(await listDrafts(library, other)).toHaveLength(1)
})

it('never drops what was written last, also after the clock was set back', async () => {
  for (let count = 0; count < 5; count++) {
    await writeDraft(library, id, randomUUID(), draft('x'))
  }
  await library.db.updateTable('drafts').set({ updated_at: '2999-01-01T00:00:00.000Z' }).execute()
  await writeDraft(library, id, one, draft('now'))
  expect(await kept(one)).toBe('now')
})

it('keeps nothing of a configuration that was deleted or never was', async () => {
  await removeConfiguration(library, id)
  for (const gone of [id, randomUUID()]) {
    await expect(writeDraft(library, gone, one, draft('x'))).rejects.toMatchObject({ code: 'not-found' })
  }
})

it('writes no word of a draft into the data folder, and gives none back that was tampered with', async () => {
  await writeDraft(library, id, one, draft('the client secret'))
  for (const name of await readdir(folder)) {
    expect((await readFile(join(folder, name))).includes('client secret')).toBe(false)
  }
  await library.db.updateTable('drafts').set({ base: 7 }).execute()
  expect(await kept(one)).toBeNull()
})

it('takes over the one draft that earlier releases kept for each configuration', async () => {
  await writeDraft(library, id, one, draft('from before', 1))
  await sql`create table old (configuration_id text primary key references configurations (id), base integer not null,
    content blob not null, updated_at text not null)`.execute(library.db)
  await sql`insert into old select configuration_id, base, content, updated_at from drafts`.execute(
    library.db,
  )
  await library.db.schema.dropTable('drafts').execute()
  await library.db.schema.alterTable('old').renameTo('drafts').execute()
  await sql`alter table versions drop column author`.execute(library.db)
  for (const order of ['change', 'name', 'provider', 'issues', 'version', 'text', 'test']) {
    await library.db.schema.dropIndex(`configurations_by_${order}`).execute()
  }
  await library.db.schema.dropIndex('reports_by_test').execute()
  for (const column of ['tested_at', 'verdict']) {
    await library.db.schema.alterTable('reports').dropColumn(column).execute()
  }
  for (const column of ['sort_name', 'sort_provider', 'search', 'tags', 'note', 'tested_at', 'verdict']) {
    await library.db.schema.alterTable('configurations').dropColumn(column).execute()
  }
  await sql`drop index configurations_identifier`.execute(library.db)
  await sql`alter table configurations drop column identifier`.execute(library.db)
  await sql`alter table configurations drop column began_at`.execute(library.db)
  await library.db.schema.dropTable('set_up_steps').execute()
  await sql`delete from kysely_migration where name >= '0005'`.execute(library.db)
  await library.close()
  library = await openLibrary(folder, undefined)
  const [found] = await listDrafts(library, id)
  expect(found && (await kept(found.window))).toBe('from before')
  await writeDraft(library, id, one, draft('and now'))
  expect(await listDrafts(library, id)).toHaveLength(2)
})

it('keeps the note of a save that has not succeeded with the unsaved changes, until they are gone', async () => {
  await writeDraft(library, id, one, { ...draft('half'), note: 'Ticket 4711' })
  expect(await readDraft(library, id, one)).toMatchObject({ base: 1, note: 'Ticket 4711' })
  await writeDraft(library, id, one, draft('whole'))
  expect(await readDraft(library, id, one)).toMatchObject({ note: null })
})
