import { randomBytes, randomUUID } from 'node:crypto'
import { copyFile, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Summary } from '../api/configurations'
import { removeConfiguration, renameConfiguration, restoreConfiguration } from './change'
import { createConfiguration } from './create'
import { StaleVersionError } from './errors'
import { listConfigurations } from './list'
import { type Library, openLibrary } from './open'
import { readConfiguration } from './read'
import { saveVersion } from './save'

const summary: Summary = { provider: 'Okta', domains: ['com.jamf.connect.login'], errors: 1, advice: 2 }
const bytes = (text: string) => new TextEncoder().encode(text)
const text = (content: Uint8Array) => new TextDecoder().decode(content)

let folder: string
let library: Library

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-'))
  library = await openLibrary(folder, undefined)
})
afterEach(async () => {
  await library.close()
  await rm(folder, { recursive: true })
})

function create(name = 'Acme', content = '<dict/>') {
  return createConfiguration(library, { author: 'owner', name, content: bytes(content), summary })
}

function save(id: string, base: number, content: string, author = 'owner') {
  return saveVersion(library, {
    author,
    id,
    base,
    content: bytes(content),
    summary: { ...summary, errors: 0 },
    note: null,
  })
}

const listed = async () => (await listConfigurations(library)).configurations

describe('saving', () => {
  it('keeps the exact bytes and gives the list what it shows', async () => {
    const content = randomBytes(3000)
    const item = await createConfiguration(library, { author: 'owner', name: 'Acme', content, summary })
    const read = await readConfiguration(library, item.id)
    expect(Buffer.compare(read.content, content)).toBe(0)
    expect(read.item).toEqual({ ...item, tags: [] })
    expect(await listed()).toEqual([
      { ...item, unsaved: false, tags: [], note: null, lastTest: null, tested: false },
    ])
    expect(item).toMatchObject({ ...summary, name: 'Acme', version: 1 })
  })

  it('adds a version and leaves those before it as they were', async () => {
    const { id } = await create('Acme', 'one')
    const before = await library.db.selectFrom('versions').selectAll().execute()
    const item = await save(id, 1, 'two')
    const after = await library.db.selectFrom('versions').selectAll().orderBy('number').execute()
    expect(item).toMatchObject({ version: 2, errors: 0 })
    expect(after.map(({ number }) => number)).toEqual([1, 2])
    expect(after[0]).toEqual(before[0])
    expect(text((await readConfiguration(library, id)).content)).toBe('two')
  })

  it('refuses a change that is based on an older version, names both and writes nothing', async () => {
    const { id } = await create()
    await save(id, 1, 'theirs', 'ada')
    const stale = await save(id, 1, 'mine').catch((error: unknown) => error)
    expect(stale).toBeInstanceOf(StaleVersionError)
    expect(stale).toMatchObject({
      base: { number: 1, author: 'owner' },
      newest: { number: 2, author: 'ada' },
    })
    expect(text((await readConfiguration(library, id)).content)).toBe('theirs')
    expect(await library.db.selectFrom('versions').select('number').execute()).toHaveLength(2)
  })

  it('lets one of twenty simultaneous changes win and loses none of the others’ answers', async () => {
    const { id } = await create()
    const results = await Promise.allSettled(Array.from({ length: 20 }, (_, n) => save(id, 1, `change ${n}`)))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const reasons = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
    expect(reasons.every((reason) => reason instanceof StaleVersionError)).toBe(true)
  })

  it('refuses a change to a future version and to what does not exist', async () => {
    const { id } = await create()
    await expect(save(id, 2, 'x')).rejects.toMatchObject({ code: 'stale', base: null })
    await expect(save(randomUUID(), 1, 'x')).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('changing the list', () => {
  it('shows what was changed last first', async () => {
    const first = await create('First')
    await new Promise((resolve) => setTimeout(resolve, 5))
    const second = await create('Second')
    expect((await listConfigurations(library)).configurations.map(({ id }) => id)).toEqual([
      second.id,
      first.id,
    ])
    await new Promise((resolve) => setTimeout(resolve, 5))
    await save(first.id, 1, 'x')
    expect((await listConfigurations(library)).configurations.map(({ id }) => id)).toEqual([
      first.id,
      second.id,
    ])
  })

  it('renames without touching versions', async () => {
    const { id } = await create('Old')
    expect(await renameConfiguration(library, id, 'New')).toMatchObject({ name: 'New', version: 1 })
    expect(await library.db.selectFrom('versions').select('name').execute()).toEqual([{ name: 'Old' }])
  })

  it('takes a deleted configuration out of reach, and brings all of it back', async () => {
    const { id } = await create('Acme', 'kept')
    await removeConfiguration(library, id)
    expect(await listed()).toEqual([])
    for (const attempt of [
      readConfiguration(library, id),
      save(id, 1, 'x'),
      renameConfiguration(library, id, 'x'),
      removeConfiguration(library, id),
    ]) {
      await expect(attempt).rejects.toMatchObject({ code: 'not-found' })
    }
    await restoreConfiguration(library, id)
    expect(text((await readConfiguration(library, id)).content)).toBe('kept')
    await expect(restoreConfiguration(library, id)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('the data folder', () => {
  const reopen = async (key?: string) => {
    await library.close()
    library = await openLibrary(folder, key)
  }

  it('holds no content in clear', async () => {
    await create('Acme', 'the client secret')
    for (const file of await readdir(folder)) {
      expect((await readFile(join(folder, file))).includes('client secret')).toBe(false)
    }
  })

  it('opens again with everything in it', async () => {
    const item = await create()
    await reopen()
    expect(await listed()).toEqual([
      { ...item, unsaved: false, tags: [], note: null, lastTest: null, tested: false },
    ])
  })

  it('is whole in its database and its key once it is closed', async () => {
    const { id } = await create('Acme', 'first')
    for (let base = 1; base <= 30; base += 1) {
      await save(id, base, `change ${base}`)
    }
    await library.close()
    expect((await readdir(folder)).sort()).toEqual(['latchkey.db', 'latchkey.lock', 'secret.key'])
    const copy = await mkdtemp(join(tmpdir(), 'latchkey-copy-'))
    for (const name of ['latchkey.db', 'secret.key']) {
      await copyFile(join(folder, name), join(copy, name))
    }
    const copied = await openLibrary(copy, undefined)
    expect(text((await readConfiguration(copied, id)).content)).toBe('change 30')
    expect(await copied.db.selectFrom('versions').select('number').execute()).toHaveLength(31)
    await copied.close()
    await rm(copy, { recursive: true })
    library = await openLibrary(folder, undefined)
  })

  it('keeps a key that only its owner can read', async () => {
    expect((await stat(join(folder, 'secret.key'))).mode & 0o777).toBe(0o600)
  })

  it('belongs to one process at a time', async () => {
    await expect(openLibrary(folder, undefined)).rejects.toMatchObject({ code: 'locked' })
  })

  it('does not open with another key, and is the same afterwards', async () => {
    const item = await create()
    await library.close()
    const before = await readFile(join(folder, 'latchkey.db'))
    const other = randomBytes(32).toString('base64')
    await expect(openLibrary(folder, other)).rejects.toMatchObject({ code: 'wrong-key' })
    await expect(openLibrary(folder, 'short')).rejects.toMatchObject({ code: 'bad-key' })
    expect(Buffer.compare(await readFile(join(folder, 'latchkey.db')), before)).toBe(0)
    library = await openLibrary(folder, undefined)
    expect(await listed()).toEqual([
      { ...item, unsaved: false, tags: [], note: null, lastTest: null, tested: false },
    ])
  })

  it('does not open without its key and makes no new one', async () => {
    await library.close()
    const key = await readFile(join(folder, 'secret.key'), 'utf8')
    await rm(join(folder, 'secret.key'))
    await expect(openLibrary(folder, undefined)).rejects.toMatchObject({ code: 'missing-key' })
    expect(await readdir(folder)).not.toContain('secret.key')
    library = await openLibrary(folder, key)
  })

  it('does not open when a newer release wrote it', async () => {
    const row = { name: '9999-future', timestamp: new Date().toISOString() }
    await library.db
      .insertInto('kysely_migration' as never)
      .values(row as never)
      .execute()
    await library.close()
    await expect(openLibrary(folder, undefined)).rejects.toMatchObject({ code: 'newer-schema' })
    library = { ...library, close: async () => undefined }
  })
})
