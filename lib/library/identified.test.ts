import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { removeConfiguration } from './change'
import { createConfiguration } from './create'
import { identified } from './identified'
import { type Library, openLibrary } from './open'
import { saveVersion } from './save'

let folder: string
let library: Library
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-identified-'))
  library = await openLibrary(folder, undefined)
})
afterEach(async () => {
  await library.close()
  await rm(folder, { recursive: true })
})

const profile = (identifier: string) =>
  Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?><plist version="1.0"><dict><key>PayloadType</key><string>Configuration</string><key>PayloadContent</key><array/><key>PayloadIdentifier</key><string>${identifier}</string></dict></plist>`,
  )
const summary = { provider: null, domains: [], errors: 0, advice: 0 }
const create = (name: string, content: Uint8Array, identifier?: string) =>
  createConfiguration(library, {
    author: 'owner',
    name,
    content,
    summary: identifier === undefined ? summary : { ...summary, identifier },
  })
const namesOf = async (...identifiers: string[]) => {
  const { found, waiting } = await identified(library, identifiers)
  expect(waiting).toBe(0)
  return found.map(({ name }) => name).toSorted()
}

it('finds the configurations of an identifier, told by whoever stored them or read once', async () => {
  await create('Told', profile('com.example.a'), 'com.example.a')
  await create('Read', profile('com.example.a'))
  await create('Other', profile('com.example.b'))
  await create('Bare', Buffer.from('<plist version="1.0"><dict/></plist>'))
  await create('Garbage', Buffer.from('no profile'))
  expect(await namesOf('com.example.a')).toEqual(['Read', 'Told'])
  expect(await namesOf('com.example.a', 'com.example.b')).toEqual(['Other', 'Read', 'Told'])
  expect(await namesOf('COM.EXAMPLE.A', 'com.example')).toEqual([])
  const unknown = await library.db
    .selectFrom('configurations')
    .select('name')
    .where('identifier', 'is', null)
    .execute()
  expect(unknown).toEqual([])
})

it('follows the newest version, whether its identifier was told or not, and no deleted configuration', async () => {
  const { id } = await create('Moves', profile('com.example.old'), 'com.example.old')
  const save = (base: number, identifier: string, told: boolean) =>
    saveVersion(library, {
      id,
      base,
      content: profile(identifier),
      summary: told ? { ...summary, identifier } : summary,
      note: null,
      author: 'owner',
    })
  await save(1, 'com.example.new', true)
  expect([await namesOf('com.example.old'), await namesOf('com.example.new')]).toEqual([[], ['Moves']])
  await save(2, 'com.example.newer', false)
  expect([await namesOf('com.example.new'), await namesOf('com.example.newer')]).toEqual([[], ['Moves']])
  const [match] = (await identified(library, ['com.example.newer'])).found
  expect(match).toEqual({ identifier: 'com.example.newer', id, name: 'Moves', version: 3 })
  await removeConfiguration(library, id)
  expect(await namesOf('com.example.newer')).toEqual([])
})

it('reads what it can in its time, and says what is left until all are known', async () => {
  for (let count = 0; count < 30; count += 1) {
    await create(`Many ${count}`, profile(`com.example.${count}`))
  }
  let answer = await identified(library, ['com.example.29'])
  for (let asked = 0; answer.waiting > 0 && asked < 100; asked += 1) {
    answer = await identified(library, ['com.example.29'])
  }
  expect(answer.found.map(({ name }) => name)).toEqual(['Many 29'])
})
