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
