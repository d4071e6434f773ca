import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import * as contents from '@/app/api/configurations/[id]/contents/route'
import * as all from '@/app/api/configurations/route'
import { admit } from '@/lib/access/pass'
import { identified } from '@/lib/library/identified'
import { closeLibrary, library } from '@/lib/library/library'
import { readConfiguration } from '@/lib/library/read'
import { readPlist } from '@/lib/plist/document'
import { child } from '@/lib/plist/tree'
import { writeXml } from '@/lib/plist/xml/writer'
import { profileFor } from '@/lib/profile/template'
import { COPY, storeImported } from './import-decision'
import { readAllForImport } from './import-file'

let folder: string

/** The routes of the server without the gate. */
async function server(path: string, init: RequestInit): Promise<Response> {
  const id = path.split('/')[3] ?? ''
  const headers = { ...(init.headers as Record<string, string>) }
  admit(headers)
  const request = new Request(`http://127.0.0.1${path}`, { ...init, headers })
  const context = { params: Promise.resolve({ id }) }
  return id === '' ? all.POST(request, context) : contents.PUT(request, context)
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-decisions-'))
  vi.stubEnv('LATCHKEY_DATA', folder)
  vi.stubGlobal('fetch', server)
})
afterEach(async () => {
  await closeLibrary()
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
  await rm(folder, { recursive: true })
})

const xml = writeXml(profileFor('PingFederate', { name: 'Campus' }))
const keyOf = (bytes: Uint8Array, key: string) => {
  const value = child(readPlist(bytes).root, key)
  return value?.type === 'string' ? value.value : ''
}
async function read(text = xml) {
  const [file] = await readAllForImport('campus.mobileconfig', new TextEncoder().encode(text))
  if (file?.outcome !== 'read') {
    throw new Error(file?.message)
  }
  return file
}
const stored = async (id: string) => readConfiguration(await library(), id)
const textOf = async (id: string) => new TextDecoder().decode((await stored(id)).content)
const withIdentifier = async (identifier: string) =>
  (await identified(await library(), [identifier])).found.map(({ id, version }) => [id, version])

it('a profile is told from others by its identifier as soon as it is stored', async () => {
  const file = await read()
  const { id } = await storeImported(file, undefined, 0)
  expect(await withIdentifier(keyOf(file.content, 'PayloadIdentifier'))).toEqual([[id, 1]])
})

it('a new version has the bytes of the file and a note, and is refused over one that nobody has seen', async () => {
  const first = await storeImported(await read(), undefined, 0)
  const changed = await read(xml.replace('Campus', 'Campus two'))
  const item = await storeImported(changed, first.id, 1)
  expect([item.id, item.version]).toEqual([first.id, 2])
  expect(await textOf(first.id)).toBe(new TextDecoder().decode(changed.content))
  await expect(storeImported(await read(), first.id, 1)).rejects.toMatchObject({ status: 412 })
  expect((await stored(first.id)).item.version).toBe(2)
})

it('a copy is a configuration of its own with another identity, and leaves the first as it is', async () => {
  const file = await read()
  const first = await storeImported(file, undefined, 0)
  const copy = await storeImported(file, COPY, 1)
  const { content, item } = await stored(copy.id)
  expect([item.name, item.version]).toEqual(['Campus copy', 1])
  for (const key of ['PayloadIdentifier', 'PayloadUUID']) {
    expect(keyOf(content, key)).not.toBe(keyOf(file.content, key))
  }
  expect(await textOf(first.id)).toBe(xml)
  expect(await withIdentifier(keyOf(content, 'PayloadIdentifier'))).toEqual([[copy.id, 1]])
  expect(await withIdentifier(keyOf(file.content, 'PayloadIdentifier'))).toEqual([[first.id, 1]])
})
