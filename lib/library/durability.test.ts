import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openLibrary } from './open'
import { unseal } from './seal'

const root = fileURLToPath(new URL('../..', import.meta.url))
const script = `${root}.cache/tests/library-writer.mjs`

/** Saves as fast as it can and says so after each save: "id number". */
const writer = `
import { writeSync } from 'node:fs'
import { createConfiguration } from './create'
import { openLibrary } from './open'
import { saveVersion } from './save'

const summary = { provider: null, domains: [], errors: 0, advice: 0 }
const library = await openLibrary(process.argv[2], undefined)
const content = (number) => Buffer.from(('content ' + number + ' ').repeat(200))
for (;;) {
  const { id } = await createConfiguration(library, { name: 'Acme', content: content(1), summary })
  writeSync(1, id + ' 1\\n')
  for (let base = 1; base < 20; base += 1) {
    await saveVersion(library, { id, base, content: content(base + 1), summary, note: null })
    writeSync(1, id + ' ' + (base + 1) + '\\n')
  }
}
`

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-'))
  await build({
    stdin: { contents: writer, resolveDir: fileURLToPath(new URL('.', import.meta.url)), loader: 'ts' },
    outfile: script,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
  })
})
afterAll(() => rm(folder, { recursive: true }))

function start(): ChildProcess {
  return spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'pipe'] })
}

/** What the writer said it had saved before it was killed. */
async function killWhileWriting(): Promise<string[]> {
  const child = start()
  const saves = 20 + Math.random() * 20
  const chunks: Buffer[] = []
  child.stdout?.on('data', (chunk: Buffer) => {
    chunks.push(chunk)
    if (Buffer.concat(chunks).toString().split('\n').length > saves) {
      setTimeout(() => child.kill('SIGKILL'), Math.random() * 20)
    }
  })
  await new Promise((resolve) => child.once('close', resolve))
  return Buffer.concat(chunks).toString().split('\n').slice(0, -1)
}

it('a save that was acknowledged survives the process being killed', async () => {
  const acknowledged: string[] = []
  for (let round = 0; round < 5; round += 1) {
    acknowledged.push(...(await killWhileWriting()))
    const library = await openLibrary(folder, undefined)
    const rows = await library.db.selectFrom('versions').selectAll().execute()
    const check = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(library.db)
    const stored = new Set(
      rows.map(({ configuration_id: id, number: version, content }) => {
        const clear = unseal(new Uint8Array(content), library.key, { table: 'versions', id, version })
        expect(Buffer.from(clear).toString()).toBe(`content ${version} `.repeat(200))
        return `${id} ${version}`
      }),
    )
    await library.close()
    expect(check.rows).toEqual([{ integrity_check: 'ok' }])
    expect(acknowledged.filter((save) => !stored.has(save))).toEqual([])
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(100)
})

it('a second process is refused while the first one runs, and not afterwards', async () => {
  const first = start()
  await new Promise((resolve) => first.stdout?.once('data', resolve))
  const second = start()
  let said = ''
  second.stderr?.on('data', (chunk: Buffer) => {
    said += chunk
  })
  const status = await new Promise((resolve) => second.once('close', resolve))
  first.kill('SIGKILL')
  await new Promise((resolve) => first.once('close', resolve))
  expect(status).not.toBe(0)
  expect(said).toContain('Another Latchkey uses the data folder')
  expect(await killWhileWriting()).not.toEqual([])
})
