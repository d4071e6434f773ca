import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { admit } from '@/lib/access/pass'
import { createConfiguration } from '@/lib/library/create'
import { closeLibrary, library } from '@/lib/library/library'
import { GET as getConfiguration } from '../../route'
import { DELETE, GET, PUT } from './route'

const [mine, theirs] = [randomUUID(), randomUUID()]

let folder: string
let id: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-draft-route-'))
  vi.stubEnv('LATCHKEY_DATA', folder)
  const summary = { provider: null, domains: [], errors: 0, advice: 0 }
  const content = Buffer.from('<dict/>')
  id = (await createConfiguration(await library(), { author: 'owner', name: 'Acme', content, summary })).id
})
afterEach(async () => {
  await closeLibrary()
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true })
})

const call = (handler: typeof GET, window: string, body?: unknown) => {
  const headers: Record<string, string> = {}
  admit(headers)
  const init = body === undefined ? { headers } : { method: 'PUT', headers, body: JSON.stringify(body) }
  return handler(new Request('http://127.0.0.1/', init), { params: Promise.resolve({ id, window }) })
}
const text = (value: string) => Buffer.from(value).toString('base64')

it('gives each window its own draft, and the configuration names the windows that keep one', async () => {
  for (const [window, value] of [
    [mine, 'mine'],
    [theirs, 'theirs'],
  ] as const) {
    expect((await call(PUT, window, { base: 1, content: text(value) })).status).toBe(204)
  }
  expect(await (await call(GET, mine)).json()).toEqual({ base: 1, content: text('mine') })
  const configuration = await (await call(getConfiguration, mine)).json()
  const windows = configuration.drafts.map(({ window }: { window: string }) => window)
  expect(windows.toSorted()).toEqual([mine, theirs].toSorted())
  expect(JSON.stringify(configuration.drafts)).not.toContain(text('mine'))
})

it('forgets the draft of one window, and is as content when there was none', async () => {
  await call(PUT, theirs, { base: 1, content: text('theirs') })
  expect((await call(DELETE, mine)).status).toBe(204)
  expect((await call(GET, theirs)).status).toBe(200)
  expect((await call(DELETE, theirs)).status).toBe(204)
  expect((await call(GET, theirs)).status).toBe(404)
})

it('refuses a window that is no id, and a draft without content or version', async () => {
  expect((await call(PUT, 'mine', { base: 1, content: text('x') })).status).toBe(404)
  for (const body of [{ base: 1, content: '' }, { base: 0, content: text('x') }, { content: text('x') }]) {
    expect((await call(PUT, mine, body)).status).toBe(400)
  }
})
