import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Kysely, sql } from 'kysely'
import Database from 'libsql'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { listQuery } from '../api/list'
import { listSorts } from '../api/list-order'
import { removeConfiguration, renameConfiguration, restoreConfiguration, tagConfiguration } from './change'
import { createConfiguration } from './create'
import { LibraryDialect } from './dialect'
import { writeDraft } from './drafts'
import { itemColumns } from './item'
import { listConfigurations } from './list'
import { pageOf } from './list-rows'
import { migrate } from './migrations'
import { type Library, openLibrary } from './open'
import { saveVersion } from './save'
import type { Tables } from './tables'

let folder: string
let library: Library

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-list-'))
  library = await openLibrary(folder, undefined)
})
afterEach(async () => {
  await library.close()
  await rm(folder, { recursive: true })
})

const content = Buffer.from('<dict/>')
const create = async (name: string, provider: string | null = null, errors = 0, advice = 0) => {
  const summary = { provider, domains: [], errors, advice }
  return (await createConfiguration(library, { author: 'owner', name, content, summary })).id
}
const list = (query: Record<string, string> = {}) => listConfigurations(library, listQuery.parse(query))
const names = async (query: Record<string, string>) =>
  (await list(query)).configurations.map(({ name }) => name)

it('a search holds every word, in names and providers, without regard to case, accents and order', async () => {
  await create('München Büro', 'Okta')
  await create('Paris', 'Microsoft Entra ID')
  await create('50 % done_now', null)
  expect(await names({ find: 'okta MUNCHEN' })).toEqual(['München Büro'])
  expect(await names({ find: 'bÜr  mün' })).toEqual(['München Büro'])
  expect(await names({ find: 'entra paris' })).toEqual(['Paris'])
  expect(await names({ find: 'paris okta' })).toEqual([])
  expect(await names({ find: '%' })).toEqual(['50 % done_now'])
  expect(await names({ find: 'e_n' })).toEqual(['50 % done_now'])
  expect(await names({ find: '\\' })).toEqual([])
})

it('what was renamed, saved, deleted or brought back is found as it is now', async () => {
  const id = await create('Oslo', 'Okta')
  await renameConfiguration(library, id, 'Bergen')
  expect([await names({ find: 'oslo' }), await names({ find: 'bergen' })]).toEqual([[], ['Bergen']])
  const summary = { provider: 'Keycloak', domains: [], errors: 0, advice: 0 }
  await saveVersion(library, { id, base: 1, content, summary, note: null, author: 'owner' })
  expect([await names({ find: 'okta' }), await names({ find: 'keycloak' })]).toEqual([[], ['Bergen']])
  await removeConfiguration(library, id)
  expect(await list({ find: 'bergen' })).toMatchObject({ configurations: [], total: 0 })
  await restoreConfiguration(library, id)
  expect(await names({ find: 'bergen' })).toEqual(['Bergen'])
})

it('the list is sorted by each column, both ways, numbers in names by their value', async () => {
  await create('lab 10', 'Okta', 0, 3)
  await create('Lab 9', 'Google', 2, 0)
  await create('Ärzte', null, 2, 1)
  expect(await names({ sort: 'name' })).toEqual(['Ärzte', 'Lab 9', 'lab 10'])
  expect(await names({ sort: 'name', order: 'desc' })).toEqual(['lab 10', 'Lab 9', 'Ärzte'])
  expect(await names({ sort: 'provider' })).toEqual(['Ärzte', 'Lab 9', 'lab 10'])
  expect(await names({ sort: 'issues' })).toEqual(['Ärzte', 'Lab 9', 'lab 10'])
  expect(await names({ sort: 'issues', order: 'asc' })).toEqual(['lab 10', 'Lab 9', 'Ärzte'])
})

it('counts are sorted as numbers', async () => {
  await create('two', null, 2)
  await create('ten', null, 10)
  expect(await names({ sort: 'issues' })).toEqual(['ten', 'two'])
})

it('pages follow one another without a gap, and every configuration has its place', async () => {
  for (let index = 0; index < 23; index += 1) {
    await create(`Site ${index % 4}`, index % 2 ? 'Okta' : null, index % 3)
  }
  for (const sort of ['changed', 'name', 'provider', 'issues', 'version']) {
    for (const order of ['asc', 'desc']) {
      for (const find of ['', 'okta']) {
        const whole = await list({ sort, order, find })
        const paged: string[] = []
        for (let skip = 0; skip < whole.total; skip += 4) {
          const page = await list({ sort, order, find, skip: `${skip}`, take: '4' })
          expect(page.total).toBe(find ? 11 : 23)
          paged.push(...page.configurations.map(({ id }) => id))
        }
        expect(paged).toEqual(whole.configurations.map(({ id }) => id))
        const id = paged[7] ?? ''
        expect((await list({ sort, order, find, place: id, take: '1' })).place).toBe(7)
      }
    }
  }
  expect((await list({ place: randomUUID() })).place).toBeNull()
})

it('more than can be sorted after they were found are found in order as well', async () => {
  const rows = Array.from({ length: 1200 }, (_, index) => `Site ${index}`)
  await library.db.transaction().execute(async (transaction) => {
    for (const [index, name] of rows.entries()) {
      const at = new Date(1_700_000_000_000 + index * 1000).toISOString()
      await sql`insert into configurations values (${randomUUID()}, ${name}, null, '[]', 0, 0, 1, ${at}, ${at}, null,
        ${name.toLowerCase()}, '', ${name.toLowerCase()}, '[]', null, '', '', null, null)`.execute(
        transaction,
      )
    }
  })
  const page = await list({ find: 'site', skip: '1100', take: '5' })
  expect(page.total).toBe(1200)
  expect(page.configurations.map(({ name }) => name)).toEqual(rows.slice(95, 100).reverse())
  expect(await list({ find: 'site 1 1', take: '1' })).toMatchObject({ total: 471 })
})

it('no order of the list reads all rows of the table, or sorts them', async () => {
  const database = new Database(':memory:')
  const db = new Kysely<Tables>({ dialect: new LibraryDialect(database, { trouble: null }) })
  await migrate(db)
  for (const sort of listSorts) {
    const { rows } = await pageOf(db, listQuery.parse({ sort }))
    const { sql: text, parameters } = rows.select(itemColumns).compile()
    const plan = database.prepare(`explain query plan ${text}`).all(...parameters) as { detail: string }[]
    expect(plan.map(({ detail }) => detail).join()).toMatch(
      /^SCAN configurations USING (?:COVERING )?INDEX configurations_by_\w+$/,
    )
  }
})

it('tags and a note are kept, shown and searched, and stay when the name or the contents change', async () => {
  const id = await create('Oslo', 'Okta')
  const { updatedAt } = await tagConfiguration(library, id, {
    tags: ['Pilot', 'Schüler'],
    note: 'Ask Ida first',
  })
  expect(updatedAt).toBe((await list()).configurations[0]?.createdAt)
  await renameConfiguration(library, id, 'Bergen')
  const summary = { provider: 'Okta', domains: [], errors: 0, advice: 0 }
  await saveVersion(library, { id, base: 1, content, summary, note: null, author: 'owner' })
  const [found] = (await list({ find: 'schuler ida bergen' })).configurations
  expect(found).toMatchObject({ id, tags: ['Pilot', 'Schüler'], note: 'Ask Ida first' })
  await tagConfiguration(library, id, { tags: [] })
  expect((await list({ find: 'ida' })).configurations).toMatchObject([{ tags: [], note: 'Ask Ida first' }])
  expect((await list({ find: 'pilot' })).total).toBe(0)
})

it('damaged tags of one configuration stop nothing', async () => {
  const id = await create('Oslo')
  await sql`update configurations set tags = cast(x'5bff' as text), note = cast(x'ff' as text)`.execute(
    library.db,
  )
  expect((await list()).configurations).toMatchObject([{ id, tags: [], note: null }])
  await tagConfiguration(library, id, { tags: ['mended'] })
  expect((await list({ find: 'mended' })).total).toBe(1)
})

it('unsaved changes of any window are marked, and only versions of the page are tried', async () => {
  const first = await create('First')
  const second = await create('Second')
  await writeDraft(library, first, randomUUID(), { base: 1, content })
  const page = await list({ sort: 'name', take: '1' })
  expect(page.configurations).toMatchObject([{ id: first, unsaved: true }])
  expect([...library.tried.keys()]).toEqual([first])
  expect((await list({ find: 'second' })).configurations).toMatchObject([{ id: second, unsaved: false }])
})

it.each([
  { sort: 'content' },
  { order: 'up' },
  { take: '101' },
  { take: '0' },
  { skip: '-1' },
  { skip: '1e3' },
  { place: 'first' },
  { find: 'a\u0000b' },
  { find: 'x'.repeat(201) },
  { where: '1' },
])('a query that is not known is refused: %j', (query) => {
  expect(listQuery.safeParse(query).success).toBe(false)
})
