import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { removeConfiguration, restoreConfiguration } from './change'
import { createConfiguration } from './create'
import { deleteExpired, deleteForGood, listDeleted } from './deleted'
import { writeDraft } from './drafts'
import { listConfigurations } from './list'
import { type Library, openLibrary } from './open'
import { readConfiguration } from './read'
import { saveVersion } from './save'
import { markStep } from './set-up'

let folder: string
let library: Library

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-deleted-'))
  library = await openLibrary(folder, undefined)
})
afterEach(async () => {
  await library.close()
  await rm(folder, { recursive: true })
})

const summary = { provider: null, domains: [], errors: 0, advice: 0 }

/** A configuration with two versions, a draft and a report. */
async function whole(name: string): Promise<string> {
  const content = Buffer.from(name)
  const { id } = await createConfiguration(library, { author: 'owner', name, content, summary })
  await saveVersion(library, { id, base: 1, content, summary, note: null, author: 'owner' })
  await writeDraft(library, id, randomUUID(), { base: 2, content })
  const report = { id: randomUUID(), configuration_id: id, content: Uint8Array.of(1), created_at: 'x' }
  await library.db.insertInto('reports').values(report).execute()
  await markStep(library, id, { guide: 'entra', step: 'register' }, true)
  return id
}

const rowsOf = async (id: string) => {
  const of = async (table: 'versions' | 'drafts' | 'reports' | 'set_up_steps') =>
    (
      await library.db
        .selectFrom(table)
        .select('configuration_id')
        .where('configuration_id', '=', id)
        .execute()
    ).length
  return [await of('versions'), await of('drafts'), await of('reports'), await of('set_up_steps')]
}

it('deleted for good, nothing of a configuration is left, and nothing of another goes', async () => {
  const [kept, gone] = [await whole('kept'), await whole('A name of its own')]
  await expect(deleteForGood(library, gone)).rejects.toMatchObject({ code: 'not-found' })
  await removeConfiguration(library, gone)
  await deleteForGood(library, gone)
  expect([await rowsOf(gone), await rowsOf(kept)]).toEqual([
    [0, 0, 0, 0],
    [2, 1, 1, 1],
  ])
  await expect(restoreConfiguration(library, gone)).rejects.toMatchObject({ code: 'not-found' })
  await expect(deleteForGood(library, gone)).rejects.toMatchObject({ code: 'not-found' })
  await library.close()
  for (const file of await readdir(folder)) {
    expect((await readFile(join(folder, file))).includes('A name of its own')).toBe(false)
  }
  library = await openLibrary(folder, undefined)
  expect((await listConfigurations(library)).configurations.map(({ id }) => id)).toEqual([kept])
})

it('what was deleted is listed, the last first, in pages, until it comes back', async () => {
  const ids: string[] = []
  for (let index = 0; index < 53; index += 1) {
    const from = { author: 'owner', name: `Nr ${index}`, content: Buffer.from('x'), summary }
    const { id } = await createConfiguration(library, from)
    await removeConfiguration(library, id)
    ids.push(id)
  }
  const [first, second] = [await listDeleted(library), await listDeleted(library, 50)]
  expect([first.more, second.more, first.days]).toEqual([true, false, 30])
  const all = [...first.configurations, ...second.configurations]
  expect(all.map(({ id }) => id).toSorted()).toEqual(ids.toSorted())
  expect(all.map(({ deletedAt }) => deletedAt)).toEqual(
    all
      .map(({ deletedAt }) => deletedAt)
      .toSorted()
      .toReversed(),
  )
  await restoreConfiguration(library, ids[7] ?? '')
  expect((await readConfiguration(library, ids[7] ?? '')).item.name).toBe('Nr 7')
  expect((await listDeleted(library)).configurations.some(({ id }) => id === ids[7])).toBe(false)
})

it('after 30 days what was deleted goes by itself, and nothing else', async () => {
  const [open, young, old] = [await whole('open'), await whole('young'), await whole('old')]
  const at = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()
  for (const [id, deleted_at] of [
    [young, at(29)],
    [old, at(31)],
  ] as const) {
    await library.db.updateTable('configurations').set({ deleted_at }).where('id', '=', id).execute()
  }
  expect(await deleteExpired(library)).toBe(1)
  expect(await Promise.all([open, young, old].map(rowsOf))).toEqual([
    [2, 1, 1, 1],
    [2, 1, 1, 1],
    [0, 0, 0, 0],
  ])
  expect(await deleteExpired(library)).toBe(0)
})
