import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createConfiguration } from './create'
import { noteMarks } from './marks'
import { type Library, openLibrary } from './open'
import { readItem } from './read'

let folder: string
let library: Library

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-marks-'))
  library = await openLibrary(folder, undefined)
})
afterEach(async () => {
  await library.close()
  await rm(folder, { recursive: true })
})

it('counts of issues are brought up to date for the version that they are of, and change nothing else', async () => {
  const summary = { provider: 'Okta', domains: ['a.b'], errors: 1, advice: 2 }
  const content = Buffer.from('<dict/>')
  const item = await createConfiguration(library, { author: 'owner', name: 'Acme', content, summary })
  await noteMarks(library, item.id, { version: 2, errors: 9, advice: 9 })
  expect(await readItem(library, item.id)).toEqual({ ...item, tags: [] })
  await noteMarks(library, item.id, { version: 1, errors: 0, advice: 5 })
  expect(await readItem(library, item.id)).toEqual({ ...item, tags: [], errors: 0, advice: 5 })
})
