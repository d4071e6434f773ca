import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { admit } from '@/lib/access/pass'
import { createConfiguration } from '@/lib/library/create'
import { closeLibrary, library } from '@/lib/library/library'
import { writeXml } from '@/lib/plist/xml/writer'
import { profileFor } from '@/lib/profile/template'
import { GET as getAll } from '../../together/route'
import { GET } from './route'

let folder: string
let id: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-together-route-'))
  vi.stubEnv('LATCHKEY_DATA', folder)
  const summary = { provider: null, domains: [], errors: 0, advice: 0 }
  const content = Buffer.from(writeXml(profileFor('GoogleID', { name: 'Example' })))
  await createConfiguration(await library(), { author: 'owner', name: 'One', content, summary })
  id = (await createConfiguration(await library(), { author: 'owner', name: 'Two', content, summary })).id
})
afterEach(async () => {
  await closeLibrary()
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true })
})

function call(handler: typeof GET, own: string, more: Record<string, string> = {}) {
  const headers: Record<string, string> = { ...more }
  admit(headers)
  return handler(new Request('http://127.0.0.1/', { headers }), { params: Promise.resolve({ id: own }) })
}

it('tells what two copies do to each other, and nothing again to whoever has it', async () => {
  for (const handler of [GET, getAll]) {
    let answer = await call(handler, id)
    let body = await answer.json()
    while (body.waiting > 0) {
      answer = await call(handler, id)
      body = await answer.json()
    }
    expect(body.issues).toMatchObject([{ rule: 'identifier-of-another-profile', other: { name: 'One' } }])
    const again = await call(handler, id, { 'If-None-Match': answer.headers.get('etag') ?? '' })
    expect([again.status, await again.text()]).toEqual([304, ''])
  }
})

it('knows no other configuration', async () => {
  expect((await call(GET, randomUUID())).status).toBe(404)
  expect((await call(GET, 'one')).status).toBe(404)
})
