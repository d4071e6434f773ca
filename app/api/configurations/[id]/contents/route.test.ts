import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { admit } from '@/lib/access/pass'
import { asLabel, FILE_TYPE, LABEL } from '@/lib/api/labelled'
import { closeLibrary } from '@/lib/library/library'
import { POST } from '../../route'
import { GET as getConfiguration } from '../route'
import { GET, PUT } from './route'

const summary = { provider: null, domains: ['com.jamf.connect'], errors: 2, advice: 1 }
/** No text in any encoding, and no property list: what is stored is not looked at. */
const bytes = Uint8Array.of(0, 255, 254, 10, 13, 195, 40, 0)

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-contents-route-'))
  vi.stubEnv('LATCHKEY_DATA', folder)
})
afterEach(async () => {
  await closeLibrary()
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true })
})

type Sent = { method: string; body: Uint8Array; label: unknown; base?: string }

function call(handler: typeof GET, id = '', sent?: Sent): Promise<Response> {
  const headers: Record<string, string> = sent
    ? { 'Content-Type': FILE_TYPE, [LABEL]: asLabel(sent.label), ...(sent.base && { 'If-Match': sent.base }) }
    : {}
  admit(headers)
  const init = sent ? { method: sent.method, headers, body: sent.body as BodyInit } : { headers }
  return handler(new Request('http://127.0.0.1/', init), { params: Promise.resolve({ id }) })
}
const create = async (name: string) =>
  call(POST, '', { method: 'POST', body: bytes, label: { name, summary } })
const put = (id: string, body: Uint8Array, base?: string, note?: string) =>
  call(PUT, id, { method: 'PUT', body, label: { summary, ...(note && { note }) }, ...(base && { base }) })
const read = async (id: string) => {
  const answer = await call(GET, id)
  return [
    answer.headers.get('ETag'),
    answer.headers.get('Content-Type'),
    [...new Uint8Array(await answer.arrayBuffer())],
  ]
}

it('what was stored is read byte for byte, under a name in any script, with its version as tag', async () => {
  const created = await create('Zürich 東京 🔑')
  const { id, ...item } = await created.json()
  expect([created.status, item]).toMatchObject([201, { name: 'Zürich 東京 🔑', version: 1, ...summary }])
  expect(await read(id)).toEqual(['"1"', FILE_TYPE, [...bytes]])
  const configuration = await call(getConfiguration, id)
  expect(configuration.headers.get('ETag')).toBe('"1"')
  expect(await configuration.json()).toEqual({ id, ...item, drafts: [], tags: [] })
})

it('a save names its base, and makes the bytes the newest version', async () => {
  const { id } = await (await create('Base')).json()
  const more = Uint8Array.of(...bytes, 7)
  expect((await put(id, more)).status).toBe(428)
  expect((await put(id, more, '3')).status).toBe(400)
  expect((await put(id, more, '"1"', 'Why: für später')).status).toBe(200)
  const stale = await put(id, bytes, '"1"')
  expect([stale.status, await stale.json()]).toMatchObject([
    412,
    { code: 'stale', newest: { number: 2, note: 'Why: für später' } },
  ])
  expect(await read(id)).toEqual(['"2"', FILE_TYPE, [...more]])
})

it('contents that are not there are not found', async () => {
  const nobody = '00000000-0000-4000-8000-000000000000'
  const answers = [await call(GET, nobody), await put(nobody, bytes, '"1"'), await call(GET, 'x')]
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404])
})
