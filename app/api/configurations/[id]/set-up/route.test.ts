import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { admit } from '@/lib/access/pass'
import { createConfiguration } from '@/lib/library/create'
import { closeLibrary, library } from '@/lib/library/library'
import { GET, PUT } from './route'

let folder: string
let id: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-set-up-route-'))
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

const call = (handler: typeof GET, body?: unknown, of = id) => {
  const headers: Record<string, string> = {}
  admit(headers)
  const init = body === undefined ? { headers } : { method: 'PUT', headers, body: JSON.stringify(body) }
  return handler(new Request('http://127.0.0.1/', init), { params: Promise.resolve({ id: of }) })
}

it('remembers a step that is done, and forgets it when it is not after all', async () => {
  const step = { guide: 'entra', step: 'register' }
  expect((await call(PUT, { ...step, done: true })).status).toBe(204)
  expect(await (await call(GET)).json()).toEqual({ done: [step] })
  expect((await call(PUT, { ...step, done: false })).status).toBe(204)
  expect(await (await call(GET)).json()).toEqual({ done: [] })
})

it('refuses what names no step, and a configuration that is not there', async () => {
  const step = { guide: 'entra', step: 'register', done: true }
  for (const body of [
    null,
    {},
    { ...step, step: '' },
    { ...step, guide: '../x' },
    { ...step, guide: 'nobody' },
    { ...step, step: 'nothing' },
    { ...step, step: 'a'.repeat(81) },
    { ...step, done: 'yes' },
    { ...step, by: 'somebody' },
  ]) {
    expect((await call(PUT, body)).status).toBe(400)
  }
  expect((await call(PUT, step, randomUUID())).status).toBe(404)
})
