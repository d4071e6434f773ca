import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { removeConfiguration, renameConfiguration } from './change'
import { createConfiguration } from './create'
import { listConfigurations } from './list'
import { type Library, openLibrary } from './open'
import { readConfiguration } from './read'
import { saveVersion } from './save'
import { seal } from './seal'

const summary = { provider: 'Okta', domains: ['com.jamf.connect.login'], errors: 0, advice: 0 }
let folder: string
let library: Library

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-poisoned-'))
  library = await openLibrary(folder, undefined)
})
afterEach(async () => {
  await library.close()
  await rm(folder, { recursive: true })
})

async function create(name: string): Promise<string> {
  return (
    await createConfiguration(library, {
      author: 'owner',
      name,
      content: Buffer.from(`<!-- ${name} -->`),
      summary,
    })
  ).id
}

/** Runs a statement about the configuration `id`, as a damaged disk or a stranger would. */
const damage = (statement: string) => (id: string) =>
  sql`${sql.raw(statement.replaceAll('ID', `'${id}'`))}`.execute(library.db)

const row = (change: string) => damage(`update configurations set ${change} where id = ID`)
const content = (change: string) =>
  damage(`update versions set content = ${change} where configuration_id = ID`)

/** Changes the bytes of the content of `id`. */
const bytes = (change: (content: Buffer) => Uint8Array) => async (id: string) => {
  const where = ['configuration_id', '=', id] as const
  const { db } = library
  const row = await db
    .selectFrom('versions')
    .select('content')
    .where(...where)
    .executeTakeFirstOrThrow()
  const changed = change(Buffer.from(new Uint8Array(row.content)))
  await db
    .updateTable('versions')
    .set({ content: changed } as never)
    .where(...where)
    .execute()
}
const flip = (from: number, to = from + 1) =>
  bytes((content) => content.map((byte, at) => (at >= from && at < to ? byte ^ 0x41 : byte)))

/** Kinds of damage to the newest content, and what opening it says. */
const contents: readonly [string, (id: string) => Promise<unknown>, RegExp][] = [
  ['a changed byte', flip(40), /Version 1 is damaged in the database/],
  [
    'a content that is cut',
    bytes((content) => content.subarray(0, 30)),
    /Version 1 is damaged in the database/,
  ],
  ['an empty content', content("x''"), /Version 1 is damaged in the database/],
  ['a text for a content', content("'<plist/>'"), /Version 1 is damaged in the database/],
  ['a text that is not UTF-8', content("cast(x'01ff' as text)"), /Version 1 is damaged in the database/],
  ['a number for a content', content('4000000000'), /Version 1 is damaged in the database/],
  ['the form of another release', flip(0), /form that this release .* not know/],
  ['another key', flip(1, 9), /another secret key/],
  ['twenty megabytes', content('randomblob(20000000)'), /larger in the database than Latchkey stores/],
  ['a missing version', row('version = 7'), /Version 7 is missing in the database/],
  ['a version that is no number', row("version = 'new'"), /number of the newest version is damaged/],
]

/** Kinds of damage to what the list shows; the content is whole. */
const rows: readonly [string, (id: string) => Promise<unknown>][] = [
  ['domains that are no JSON', row(`domains = '["com.jamf'`)],
  ['domains that are no list', row(`domains = '{"a":1}'`)],
  ['megabytes of domains', row(`domains = '["' || hex(randomblob(3000000)) || '"]'`)],
  ['a count that is no number', row("errors = 'many'")],
  ['a count below zero', row('advice = -1')],
  ['a time that is none', row("updated_at = 'yesterday'")],
  ['bytes for a provider', row("provider = x'00ff'")],
  ['a text that is not UTF-8 for a name', row("name = cast(x'41ff42' as text)")],
  ['a text that is not UTF-8 for a count', row("errors = cast(x'ff' as text)")],
  ['a count beyond all numbers', row('advice = 9223372036854775807')],
  ['a name without end', row('name = hex(randomblob(500000))')],
]

async function expectOthersWhole(id: string, good: readonly string[]): Promise<void> {
  const list = (await listConfigurations(library)).configurations
  const marked = list.filter(({ unreadable }) => unreadable).map((item) => item.id)
  expect(marked).toEqual([id])
  expect(list.map((item) => item.id).toSorted()).toEqual([id, ...good].toSorted())
  for (const other of good) {
    const { item } = await readConfiguration(library, other)
    await saveVersion(library, {
      author: 'owner',
      id: other,
      base: item.version,
      content: randomBytes(50),
      summary,
      note: null,
    })
  }
}

it.each(contents)(
  '%s is marked in the list and said when opened, and stops nothing else',
  async (_, spoil, says) => {
    const good = [await create('First')]
    const id = await create('Spoilt')
    good.push(await create('Last'))
    await spoil(id)
    await expectOthersWhole(id, good)
    const error = await readConfiguration(library, id).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ name: 'LibraryError', message: expect.stringMatching(says) })
    await library.close()
    library = await openLibrary(folder, undefined)
    await expectOthersWhole(id, good)
    await removeConfiguration(library, id)
    expect((await listConfigurations(library)).configurations).toHaveLength(2)
  },
)

it.each(rows)('%s in a row is marked in the list, and the content opens', async (_, spoil) => {
  const good = [await create('First')]
  const id = await create('Spoilt')
  await spoil(id)
  await expectOthersWhole(id, good)
  const { item, content: bytes } = await readConfiguration(library, id)
  expect([Buffer.from(bytes).toString(), item.unreadable]).toEqual(['<!-- Spoilt -->', true])
  expect(JSON.stringify((await listConfigurations(library)).configurations).length).toBeLessThan(2000)
  const change = {
    author: 'owner',
    id,
    base: item.version,
    content: Buffer.from('mended'),
    summary,
    note: null,
  }
  await saveVersion(library, change)
  await renameConfiguration(library, id, 'Mended')
  const all = (await listConfigurations(library)).configurations
  expect(all.some(({ unreadable }) => unreadable)).toBe(false)
})

it('a content that belongs to another configuration does not open in its place', async () => {
  const [mine, theirs] = [await create('Mine'), await create('Theirs')]
  const moved = seal(Buffer.from('theirs'), library.key, { table: 'versions', id: theirs, version: 1 })
  await library.db
    .updateTable('versions')
    .set({ content: moved } as never)
    .where('configuration_id', '=', mine)
    .execute()
  await expect(readConfiguration(library, mine)).rejects.toMatchObject({ code: 'damaged' })
  expect((await listConfigurations(library)).configurations.find(({ id }) => id === mine)).toMatchObject({
    unreadable: true,
  })
})
