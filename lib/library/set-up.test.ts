import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { removeConfiguration } from './change'
import { createConfiguration } from './create'
import { type Library, openLibrary } from './open'
import { doneSteps, markStep } from './set-up'

const register = { guide: 'entra', step: 'register' }
const consent = { guide: 'entra', step: 'consent' }

let folder: string
let library: Library
let id: string

const create = async (name: string) => {
  const summary = { provider: null, domains: [], errors: 0, advice: 0 }
  return (
    await createConfiguration(library, { author: 'owner', name, content: Buffer.from('saved'), summary })
  ).id
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-set-up-'))
  library = await openLibrary(folder, undefined)
  id = await create('Acme')
})
afterEach(async () => {
  await library.close()
  await rm(folder, { recursive: true })
})

it('keeps the steps that are done with their configuration, also when the library is opened anew', async () => {
  await markStep(library, id, register, true)
  await new Promise((resolve) => setTimeout(resolve, 3))
  await markStep(library, id, consent, true)
  await library.close()
  library = await openLibrary(folder, undefined)
  expect(await doneSteps(library, id)).toEqual([register, consent])
  expect(await doneSteps(library, await create('Other'))).toEqual([])
})

it('takes a step that is done twice once, and one that is not done after all away', async () => {
  await markStep(library, id, register, true)
  await markStep(library, id, register, true)
  await markStep(library, id, consent, true)
  await markStep(library, id, register, false)
  await markStep(library, id, register, false)
  expect(await doneSteps(library, id)).toEqual([consent])
})

it('notes nothing of a configuration that is not there, or that is deleted', async () => {
  await removeConfiguration(library, id)
  for (const other of [randomUUID(), id]) {
    await expect(markStep(library, other, register, true)).rejects.toMatchObject({ code: 'not-found' })
  }
})
