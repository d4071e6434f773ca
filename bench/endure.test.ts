import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { contest } from '@/bench/store/editors'
import { createConfiguration } from '@/lib/library/create'
import { StaleVersionError } from '@/lib/library/errors'
import { openLibrary } from '@/lib/library/open'
import { readConfiguration } from '@/lib/library/read'
import { saveVersion } from '@/lib/library/save'

const root = fileURLToPath(new URL('..', import.meta.url))
const patience = 240_000

const endure = (...args: string[]) =>
  execFileSync(process.execPath, ['bench/endure.mjs', ...args], { cwd: root, encoding: 'utf8' })

it(
  'kills and clean stops lose nothing that was acknowledged, and the database and its key are enough',
  () => {
    expect(endure('kill', '--rounds', '2')).toMatch(/ 0 faults; slowest start \d+ ms\.\n$/)
  },
  patience,
)

it(
  'a power failure loses nothing that was acknowledged, whatever was not synced',
  () => {
    expect(endure('power', '--points', '3')).toMatch(/ 0 faults\.\n$|^Skipped: strace/)
  },
  patience,
)

const together = async (editors: number) => {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-editors-'))
  const library = await openLibrary(folder, undefined)
  const summary = { provider: null, domains: [], errors: 0, advice: 0 }
  const { id } = await createConfiguration(library, {
    author: 'owner',
    name: 'Acme',
    content: Buffer.from('begin'),
    summary,
  })
  const read = async () => {
    const { item, content } = await readConfiguration(library, id)
    // Everybody reads before anybody saves.
    await new Promise((resolve) => setTimeout(resolve, 5))
    return { version: item.version, text: Buffer.from(content).toString() }
  }
  const save = (_: string, base: number, text: string) =>
    saveVersion(library, { author: 'owner', id, base, content: Buffer.from(text), summary, note: null }).then(
      () => true,
      (error: unknown) => {
        expect(error).toBeInstanceOf(StaleVersionError)
        expect(error).toMatchObject({ base: { number: base } })
        return false
      },
    )
  const { saved, refused, lost } = await contest({ read, save }, id, editors, 25)
  await library.close()
  await rm(folder, { recursive: true })
  expect(saved).toBeGreaterThanOrEqual(25)
  expect([refused > 0, lost]).toEqual([true, 0])
}

it.each([2, 7])('%d editors of one configuration lose no change of each other', together, patience)
