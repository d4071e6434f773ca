import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createConfiguration } from './create'
import { type Library, openLibrary } from './open'
import { dropReport, keepReport, listReports } from './reports'

let folder: string
let library: Library
let id: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-reports-'))
  library = await openLibrary(folder, undefined)
  const summary = { provider: null, domains: [], errors: 0, advice: 0 }
  id = (await createConfiguration(library, { name: 'Acme', content: Buffer.from('<dict/>'), summary })).id
})
afterEach(async () => {
  await library.close()
  await rm(folder, { recursive: true })
})

it('keeps reports with their configuration, newest first, until they are deleted', async () => {
  await keepReport(library, id, Buffer.from('first'))
  await new Promise((resolve) => setTimeout(resolve, 5))
  const second = await keepReport(library, id, Buffer.from('second'))
  const texts = async () =>
    (await listReports(library, id)).map(({ content }) => Buffer.from(content).toString())
  expect(await texts()).toEqual(['second', 'first'])
  await dropReport(library, id, second)
  expect(await texts()).toEqual(['first'])
})

it('refuses a report for a configuration that is not there, and the fifty-first', async () => {
  await expect(keepReport(library, randomUUID(), Buffer.from('x'))).rejects.toMatchObject({
    code: 'not-found',
  })
  for (let count = 0; count < 50; count++) {
    await keepReport(library, id, Buffer.from('x'))
  }
  await expect(keepReport(library, id, Buffer.from('x'))).rejects.toMatchObject({ code: 'too-many-reports' })
})

it('does not delete the report of another configuration', async () => {
  const kept = await keepReport(library, id, Buffer.from('mine'))
  await dropReport(library, randomUUID(), kept)
  expect(await listReports(library, id)).toHaveLength(1)
})

it('writes no word of a report into the data folder', async () => {
  await keepReport(library, id, Buffer.from('the-group-of-administrators'))
  await library.close()
  for (const name of await readdir(folder)) {
    expect((await readFile(join(folder, name))).includes('the-group-of-administrators')).toBe(false)
  }
  library = await openLibrary(folder, undefined)
})
