import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeXml } from '../plist/xml/writer'
import { type Plain, payload, profile } from '../profile/fixtures/sample-trees'
import { removeConfiguration, renameConfiguration } from './change'
import { compareConfigurations, MOST_COMPARED, MOST_COMPARED_BYTES } from './compare'
import { createConfiguration } from './create'
import { type Library, openLibrary } from './open'
import { saveVersion } from './save'

const summary = { provider: null, domains: [], errors: 0, advice: 0 }

let folder: string
let library: Library

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-compare-'))
  library = await openLibrary(folder, undefined)
})
afterEach(async () => {
  await library.close()
  await rm(folder, { recursive: true })
})

const uuid = (number: number) => `7C1E5A20-94B3-4D6F-8A01-${String(number).padStart(12, '0')}`

function profileText(
  number: number,
  login: { [key: string]: Plain } = {},
  identifier = `org.example.${number}`,
) {
  const settings = { OIDCProvider: 'EntraID', OIDCClientID: `client-${number}`, ...login }
  const own = payload('com.jamf.connect.login', uuid(2 * number), settings)
  return writeXml(profile([own], { PayloadIdentifier: identifier, PayloadUUID: uuid(2 * number + 1) }))
}

const create = (name: string, text: string) =>
  createConfiguration(library, { author: 'owner', name, content: Buffer.from(text), summary })

/** The answer once everything is read, however slow the machine is. */
async function compared(id?: string) {
  for (;;) {
    const answer = await compareConfigurations(library, id)
    if (answer.waiting === 0) {
      return answer
    }
  }
}

test('one identifier in two configurations is told of both, by their names of today', async () => {
  const first = await create('Berlin', profileText(1, {}, 'org.example.same'))
  const second = await create('Rome', profileText(2, {}, 'org.example.same'))
  const oslo = await create('Oslo', profileText(3))
  await renameConfiguration(library, first.id, 'Bonn')
  for (const id of [first.id, second.id, undefined]) {
    const { issues } = await compared(id)
    expect(issues).toMatchObject([
      { configuration: { id: second.id, name: 'Rome' }, other: { id: first.id, name: 'Bonn' } },
    ])
    expect(issues[0]?.message).toContain('“Bonn”')
  }
  expect((await compared(oslo.id)).issues).toEqual([])
})

test('a save, a deletion and a damaged text count at once', async () => {
  await create('Berlin', profileText(1, {}, 'org.example.same'))
  const second = await create('Rome', profileText(2, {}, 'org.example.same'))
  const broken = await create('Broken', '<plist')
  expect(await compared()).toMatchObject({ issues: [{}], waiting: 0, left: 1 })
  const save = {
    author: 'owner',
    id: second.id,
    base: 1,
    content: Buffer.from(profileText(2)),
    summary,
    note: null,
  }
  await saveVersion(library, save)
  expect((await compared()).issues).toEqual([])
  await saveVersion(library, {
    ...save,
    base: 2,
    content: Buffer.from(profileText(2, {}, 'org.example.same')),
  })
  expect((await compared()).issues).toHaveLength(1)
  await removeConfiguration(library, second.id)
  await removeConfiguration(library, broken.id)
  expect(await compared()).toEqual({ issues: [], kinds: [], more: 0, waiting: 0, left: 0, beyond: 0 })
  expect(library.compared.versions.size).toBe(1)
})

test('all issues of a kind are counted, with the configurations that have a part in them; the first are listed', async () => {
  for (let number = 0; number < 60; number++) {
    await create(`Group ${number}`, profileText(number, { OIDCClientID: 'c', OIDCTenant: `t${number}` }))
  }
  const { issues, kinds, more } = await compared()
  const [kind] = kinds
  expect(kinds).toEqual([{ kind: 'setting-of-another-profile', count: kind?.count, configurations: 60 }])
  expect(kind?.count).toBeGreaterThan(50)
  expect([issues.length, more]).toEqual([50, (kind?.count ?? 0) - 50])
})

test('secrets and pictures are not kept to compare them, and large profiles are left out', async () => {
  const picture = 'A'.repeat(2000)
  await create('Berlin', profileText(1, { OIDCClientID: 'c', OIDCTenant: 't', LicenseFile: picture }))
  await create('Rome', profileText(2, { OIDCClientID: 'c', OIDCTenant: 't', LicenseFile: `${picture}B` }))
  await create('Large', profileText(3, { HelpURL: 'x'.repeat(MOST_COMPARED_BYTES) }))
  const { issues, left } = await compared()
  expect(issues.map(({ rule, message }) => [rule, message.includes('LicenseFile')])).toEqual([
    ['setting-of-another-profile', true],
  ])
  expect(left).toBe(1)
  expect(JSON.stringify([...library.compared.versions.values()])).not.toContain('AAAAAA')
})

test('many configurations are read with other work in between, and compared once', {
  timeout: 60_000,
}, async () => {
  for (let number = 0; number < 150; number++) {
    const identifier = `org.example.${number % 140}`
    await create(`Configuration ${number}`, profileText(number, { OIDCTenant: `t${number}` }, identifier))
  }
  // Turns of the event loop, however long they take.
  let beats = 0
  let done = false
  const beat = () => {
    beats++
    return done || setImmediate(beat)
  }
  beat()
  await compared()
  done = true
  const { issues } = await compared()
  expect(beats).toBeGreaterThan(50)
  expect(issues.filter(({ rule }) => rule === 'identifier-of-another-profile')).toHaveLength(10)
  const last = library.compared.last
  await compared()
  expect(library.compared.last).toBe(last)
})

test('of a library with more configurations than are compared it is said how many are not looked at', async () => {
  const { id } = await create('Berlin', profileText(1))
  const times = {
    created_at: '2026-01-01T00:00:00.000Z',
    updated_at: '2026-01-01T00:00:00.000Z',
    deleted_at: null,
  }
  const rest = { provider: null, domains: '[]', errors: 0, advice: 0, version: 1, ...times }
  const listed = { sort_name: '', sort_provider: '', search: '' }
  const rows = Array.from({ length: MOST_COMPARED + 2 }, (_, number) => ({
    ...{ ...rest, ...listed },
    ...{ id: `row ${number}`, name: `Row ${number}` },
  }))
  for (let at = 0; at < rows.length; at += 100) {
    await library.db
      .insertInto('configurations')
      .values(rows.slice(at, at + 100))
      .execute()
  }
  expect(await compared()).toMatchObject({ waiting: 0, beyond: 3 })
  expect(await compared(id)).toMatchObject({ waiting: 0, beyond: 3 })
})
