import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { admit } from '@/lib/access/pass'
import { asLabel, FILE_TYPE, LABEL } from '@/lib/api/labelled'
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

type Sent = { readonly label?: unknown; readonly text: string }

const call = (handler: typeof GET, window: string, sent?: Sent) => {
  const headers: Record<string, string> = {}
  admit(headers)
  const label = sent?.label === undefined ? {} : { [LABEL]: asLabel(sent.label) }
  const init = sent && {
    method: 'PUT',
    headers: { ...headers, 'Content-Type': FILE_TYPE, ...label },
    body: sent.text,
  }
  return handler(new Request('http://127.0.0.1/', init ?? { headers }), {
    params: Promise.resolve({ id, window }),
  })
}
const draft = (text: string, base = 1): Sent => ({ label: { base }, text })

it('gives each window its own draft, and the configuration names the windows that keep one', async () => {
  for (const [window, value] of [
    [mine, 'mine'],
    [theirs, 'theirs'],
  ] as const) {
    expect((await call(PUT, window, draft(value))).status).toBe(204)
  }
  const read = await call(GET, mine)
  expect([read.headers.get(LABEL), await read.text()]).toEqual(['{"base":1}', 'mine'])
  const configuration = await (await call(getConfiguration, mine)).json()
  const windows = configuration.drafts.map(({ window }: { window: string }) => window)
  expect(windows.toSorted()).toEqual([mine, theirs].toSorted())
  expect(Object.keys(configuration.drafts[0])).toEqual(['window', 'updatedAt'])
})

it('forgets the draft of one window, and is as content when there was none', async () => {
  await call(PUT, theirs, draft('theirs'))
  expect((await call(DELETE, mine)).status).toBe(204)
  expect((await call(GET, theirs)).status).toBe(200)
  expect((await call(DELETE, theirs)).status).toBe(204)
  expect((await call(GET, theirs)).status).toBe(404)
})

it('refuses a window that is no id, and a draft without content or version', async () => {
  expect((await call(PUT, 'mine', draft('x'))).status).toBe(404)
  for (const sent of [draft(''), draft('x', 0), { label: {}, text: 'x' }, { text: 'x' }]) {
    expect((await call(PUT, mine, sent)).status).toBe(400)
  }
})
