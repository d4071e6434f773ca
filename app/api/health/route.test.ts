import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { admit } from '@/lib/access/pass'
import { problemFor } from '@/lib/access/problem'
import { createConfiguration } from '@/lib/library/create'
import { writeDraft } from '@/lib/library/drafts'
import { closeLibrary, library } from '@/lib/library/library'
import { readConfiguration } from '@/lib/library/read'
import { saveVersion } from '@/lib/library/save'
import { GET as live } from './live/route'
import { GET as ready } from './ready/route'
import { GET as health } from './route'

/** Real disks of a few megabytes need the rights to mount one; elsewhere SQLite itself is told to hold few pages. */
const mayMount = process.getuid?.() === 0 && process.platform === 'linux'
const summary = { provider: null, domains: [], errors: 0, advice: 0 }
let disk: string

beforeAll(async () => {
  disk = await mkdtemp(join(tmpdir(), 'latchkey-full-'))
  if (mayMount) {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', disk])
  }
})
afterAll(async () => {
  if (mayMount) {
    // Statements that are not collected yet hold the files; the disk goes with them.
    execFileSync('umount', ['-l', disk])
  }
  await rm(disk, { recursive: true })
})

let log: unknown[]
beforeEach(() => {
  vi.stubEnv('LATCHKEY_DATA', disk)
  log = []
  vi.spyOn(console, 'error').mockImplementation((...words: unknown[]) => void log.push(words.join(' ')))
})
afterEach(async () => {
  vi.restoreAllMocks()
  await closeLibrary()
  vi.unstubAllEnvs()
})

async function askHealth(route = health): Promise<[number, unknown]> {
  const headers: Record<string, string> = {}
  admit(headers)
  const answer = await route(new Request('http://127.0.0.1/api/health', { headers }), {
    params: Promise.resolve({}),
  })
  return [answer.status, await answer.json()]
}

/** Saves until one is refused; the version before it and the error. */
async function saveUntilRefused(id: string, from: number): Promise<{ newest: number; error: unknown }> {
  for (let base = from; base < from + 100; base += 1) {
    const content = randomBytes(300_000)
    const save = { author: 'owner', id, base, content, summary, note: null }
    const error = await saveVersion(await library(), save).then(
      () => null,
      (reason: unknown) => reason,
    )
    if (error !== null) {
      return { newest: base, error }
    }
  }
  throw new Error('The disk never was full.')
}

async function create(): Promise<string> {
  const content = randomBytes(300_000)
  return (await createConfiguration(await library(), { author: 'owner', name: 'Acme', content, summary })).id
}

it.runIf(mayMount)(
  'a save on a full disk is refused with what to do, and with room it works again',
  async () => {
    const id = await create()
    expect(await askHealth()).toEqual([200, { status: 'ok' }])
    const { newest, error } = await saveUntilRefused(id, 1)
    const answer = problemFor(error)
    const { code, message } = await answer.json()
    expect([answer.status, code]).toEqual([507, 'storage-full'])
    expect(message).toMatch(
      /disk .* is full, so this was not stored\. Free some space there, then save again\./,
    )
    expect(log).toEqual([`${message} (storage-full)`])

    const stored = await readConfiguration(await library(), id)
    expect(stored.item.version).toBe(newest)
    for (const route of [health, ready]) {
      expect(await askHealth(route)).toEqual([503, { status: 'unavailable', code: 'storage-full', message }])
    }
    expect(await askHealth(live)).toEqual([200, { status: 'ok' }])
    expect(await readdir(disk)).not.toContain(`latchkey.probe.${process.pid}`)

    execFileSync('mount', ['-o', 'remount,size=16m', disk])
    expect(await askHealth()).toEqual([200, { status: 'ok' }])
    const again = { author: 'owner', id, base: newest, content: randomBytes(300_000), summary, note: null }
    expect(await saveVersion(await library(), again)).toMatchObject({ version: newest + 1 })
  },
)

it.runIf(mayMount)('a disk that something else filled is told before a save fails', async () => {
  await create()
  expect(await askHealth()).toEqual([200, { status: 'ok' }])
  const filler = join(disk, 'filler')
  await writeFile(filler, Buffer.alloc(2 ** 25)).catch(() => undefined)
  expect((await askHealth())[1]).toMatchObject({ status: 'unavailable', code: 'storage-full' })
  await rm(filler)
  expect(await askHealth()).toEqual([200, { status: 'ok' }])
})

it('a database that may not grow refuses saves and drafts, and stays readable and whole', async () => {
  const id = await create()
  const open = await library()
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(open.db)
  await sql`${sql.raw(`pragma max_page_count = ${(rows[0]?.page_count ?? 0) + 200}`)}`.execute(open.db)
  const { newest, error } = await saveUntilRefused(id, 1)
  expect(error).toMatchObject({ code: 'storage-full' })
  const draft = { base: 1, content: randomBytes(900_000) }
  await expect(writeDraft(open, id, id, draft)).rejects.toMatchObject({ code: 'storage-full' })
  expect((await readConfiguration(open, id)).item.version).toBe(newest)
  const check = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(open.db)
  expect(check.rows).toEqual([{ integrity_check: 'ok' }])
})
