import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { admit } from '@/lib/access/pass'
import type { VersionList } from '@/lib/api/configurations'
import { removeConfiguration } from '@/lib/library/change'
import { createConfiguration } from '@/lib/library/create'
import { closeLibrary, library } from '@/lib/library/library'
import { saveVersion } from '@/lib/library/save'
import { GET as getContents } from './[number]/contents/route'
import { PATCH } from './[number]/route'
import { GET } from './route'

let folder: string
let id: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-versions-route-'))
  vi.stubEnv('LATCHKEY_DATA', folder)
  const summary = { provider: null, domains: [], errors: 0, advice: 0 }
  const from = { author: 'owner', name: 'Acme', content: Uint8Array.of(0, 255, 1), summary }
  id = (await createConfiguration(await library(), from)).id
  for (let base = 1; base < 45; base += 1) {
    const content = Uint8Array.of(0, 255, base + 1)
    await saveVersion(await library(), {
      id,
      base,
      content,
      summary,
      note: base === 44 ? 'Why' : null,
      author: 'ada',
    })
  }
})
afterEach(async () => {
  await closeLibrary()
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true })
})

function call(handler: typeof GET, params: Record<string, string>, query = '') {
  const headers: Record<string, string> = {}
  admit(headers)
  return handler(new Request(`http://127.0.0.1/${query}`, { headers }), { params: Promise.resolve(params) })
}

it('lists the versions in pages, the newest first, each once', async () => {
  const seen: number[] = []
  let query = ''
  for (let more = true; more; ) {
    const page: VersionList = await (await call(GET, { id }, query)).json()
    if (query === '') {
      expect(page.versions[0]).toMatchObject({ number: 45, note: 'Why', author: 'ada', name: 'Acme' })
    }
    expect(page.versions.length).toBeLessThanOrEqual(20)
    seen.push(...page.versions.map(({ number }) => number))
    query = `?before=${seen.at(-1)}`
    more = page.more
  }
  expect(seen).toEqual(Array.from({ length: 45 }, (_, index) => 45 - index))
})

it('gives each version byte for byte, with its number as tag', async () => {
  for (const number of [1, 30, 45]) {
    const answer = await call(getContents, { id, number: String(number) })
    expect([answer.headers.get('etag'), ...new Uint8Array(await answer.arrayBuffer())]).toEqual([
      `"${number}"`,
      0,
      255,
      number,
    ])
  }
})

it('knows no version that is not there, and none of a deleted configuration', async () => {
  const statuses = async () =>
    Promise.all([
      call(getContents, { id, number: '46' }),
      call(getContents, { id, number: '1' }),
      call(getContents, { id, number: '01' }),
      call(getContents, { id: randomUUID(), number: '1' }),
      call(GET, { id }),
      call(GET, { id: randomUUID() }),
      call(GET, { id }, '?before=x'),
    ]).then((answers) => answers.map(({ status }) => status))
  expect(await statuses()).toEqual([404, 200, 404, 404, 200, 404, 400])
  await removeConfiguration(await library(), id)
  expect(await statuses()).toEqual([404, 404, 404, 404, 404, 404, 400])
})

function writeNote(params: Record<string, string>, body: unknown) {
  const headers: Record<string, string> = { 'content-type': 'application/json' }
  admit(headers)
  const request = new Request('http://127.0.0.1/', { method: 'PATCH', headers, body: JSON.stringify(body) })
  return PATCH(request, { params: Promise.resolve(params) })
}

it('a note is written later and taken away, and nothing else of the version changes', async () => {
  const versionOf = async (number: number) => {
    const page: VersionList = await (await call(GET, { id }, `?before=${number + 1}`)).json()
    const bytes = await (await call(getContents, { id, number: String(number) })).arrayBuffer()
    return { ...page.versions[0], bytes: [...new Uint8Array(bytes)] }
  }
  const before = await versionOf(30)
  const at = { id, number: '30' }
  expect((await writeNote(at, { note: ' For the lab \n', before: null })).status).toBe(204)
  expect(await versionOf(30)).toEqual({ ...before, note: 'For the lab' })
  expect((await writeNote(at, { note: '', before: 'For the lab' })).status).toBe(204)
  expect(await versionOf(30)).toEqual(before)
})

it('a note is not written over one that nobody has read, and too long a one says so', async () => {
  const at = { id, number: '45' }
  const over = await writeNote(at, { note: 'Mine', before: null })
  expect([over.status, (await over.json()).code]).toEqual([409, 'note-changed'])
  const long = await writeNote(at, { note: 'x'.repeat(501), before: 'Why' })
  expect([long.status, (await long.json()).message]).toEqual([
    400,
    expect.stringContaining('Keep the note to 500 characters.'),
  ])
  const page: VersionList = await (await call(GET, { id })).json()
  expect(page.versions[0]?.note).toBe('Why')
  expect((await writeNote({ id, number: '46' }, { note: 'x', before: null })).status).toBe(404)
  expect((await writeNote({ id: randomUUID(), number: '1' }, { note: 'x', before: null })).status).toBe(404)
  await removeConfiguration(await library(), id)
  expect((await writeNote({ id, number: '1' }, { note: 'x', before: null })).status).toBe(404)
})
