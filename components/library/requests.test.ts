import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import * as contents from '@/app/api/configurations/[id]/contents/route'
import * as drafts from '@/app/api/configurations/[id]/drafts/[window]/route'
import * as one from '@/app/api/configurations/[id]/route'
import * as all from '@/app/api/configurations/route'
import { admit } from '@/lib/access/pass'
import { closeLibrary } from '@/lib/library/library'
import { createConfiguration } from './create-configuration'
import { outlivesPage, readConfiguration, readDraft, saveConfiguration, saveDraft } from './requests'

const summary = { provider: 'Örtlich', domains: ['com.jamf.connect.login'], errors: 0, advice: 3 }
const bytes = (...values: number[]) => Uint8Array.from(values)
const window = '11111111-1111-4111-8111-111111111111'

/** What is done to an answer on its way. */
let onItsWay: (path: string, answer: Response) => Promise<Response> | Response
let sent: { path: string; init: RequestInit }[]
let folder: string

/** The routes of the server without the gate; an answer goes through `onItsWay`. */
async function server(path: string, init: RequestInit): Promise<Response> {
  sent.push({ path, init })
  const [id = '', , last = ''] = path.replace('/api/configurations', '').split('/').slice(1)
  const module = path.endsWith('/contents') ? contents : last ? drafts : id ? one : all
  const handlers = module as { readonly [method: string]: unknown }
  const handler = handlers[init.method ?? 'GET'] as typeof one.GET
  const headers = { ...(init.headers as Record<string, string>) }
  admit(headers)
  const request = new Request(`http://127.0.0.1${path}`, { ...init, headers })
  return onItsWay(path, await handler(request, { params: Promise.resolve({ id, window: last }) }))
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-requests-'))
  vi.stubEnv('LATCHKEY_DATA', folder)
  vi.stubGlobal('fetch', server)
  onItsWay = (_, answer) => answer
  sent = []
})
afterEach(async () => {
  await closeLibrary()
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
  await rm(folder, { recursive: true })
})

it('what is stored is read again as it was sent, and no byte of it travels as text', async () => {
  const { id } = await createConfiguration('Ünsere Firma 🔑', bytes(0, 200, 10), summary)
  await saveConfiguration(id, 1, bytes(1, 255, 13), { ...summary, errors: 9 })
  const read = await readConfiguration(id)
  expect([...read.bytes]).toEqual([1, 255, 13])
  expect(read.configuration).toMatchObject({ ...summary, name: 'Ünsere Firma 🔑', version: 2, errors: 9 })
  const bodies = sent.flatMap(({ init }) => init.body ?? [])
  expect(bodies).toEqual([bytes(0, 200, 10), bytes(1, 255, 13)])
})

it('a save between the two answers is noticed, and both are read again', async () => {
  const { id } = await createConfiguration('Raced', bytes(1), summary)
  let raced = false
  onItsWay = async (path, answer) => {
    if (!raced && path.endsWith(id)) {
      raced = true
      await saveConfiguration(id, 1, bytes(2), summary)
    }
    return answer
  }
  // The contents are asked for once the other answer has left.
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    if (path.endsWith('/contents') && init.method === 'GET') {
      await vi.waitFor(() =>
        expect(raced && sent.some(({ init: { method } }) => method === 'PUT')).toBe(true),
      )
    }
    return server(path, init)
  })
  const { configuration, bytes: read } = await readConfiguration(id)
  expect([configuration.version, [...read]]).toEqual([2, [2]])
})

it.each([
  ['a weak tag does no harm', 'W/"1"', null],
  [
    'without a tag nothing is opened: a save could go over a version that was never seen',
    null,
    /which version/,
  ],
])('%s', async (_, tag, refusal) => {
  const { id } = await createConfiguration('Changed', bytes(1), summary)
  onItsWay = (_path, answer) => {
    const headers = new Headers(answer.headers)
    headers.delete('ETag')
    return new Response(answer.body, { headers: tag ? { ETag: tag } : headers })
  }
  const read = await readConfiguration(id).catch((error: Error) => error.message)
  expect(
    refusal ? read : (read as Awaited<ReturnType<typeof readConfiguration>>).configuration.version,
  ).toEqual(refusal ? expect.stringMatching(refusal) : 1)
})

it('a draft is text again when it is read, and short ones are sent on when their page is closed', async () => {
  const { id } = await createConfiguration('Draft', bytes(1), summary)
  for (const text of ['<broken ü', '', 'a'.repeat(100_000)]) {
    for (const note of [null, 'Ticket 4711\nZürich']) {
      await saveDraft(id, window, { base: 1, text, note })
      expect(await readDraft(id, window)).toEqual({ base: 1, text: text || '\n', note })
    }
    expect(sent.at(-2)?.init.keepalive).toBe(outlivesPage(text))
  }
  expect(['a'.repeat(59_999), 'a'.repeat(60_000), 'ü'.repeat(30_000)].map(outlivesPage)).toEqual([
    true,
    false,
    false,
  ])
})
