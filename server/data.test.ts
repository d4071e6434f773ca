import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  chmod,
  chown,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  truncate,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import Database from 'libsql'
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { listConfigurations } from '@/lib/library/list'
import { openLibrary } from '@/lib/library/open'

const root = fileURLToPath(new URL('..', import.meta.url))
const program = `${root}.cache/tests/prepare-data.mjs`
const isRoot = process.getuid?.() === 0 && process.platform === 'linux'

/** What scripts/start.mjs does before it builds and serves. */
const source = `
import { prepareData } from './server/data'
import { readSettings } from './server/settings'
import { createConfiguration } from './lib/library/create'
import { closeLibrary, library } from './lib/library/library'
try {
  await prepareData(readSettings(process.env))
  if (process.env.FILL) {
    const content = Buffer.alloc(9000, 'x')
    const summary = { provider: null, domains: [], errors: 0, advice: 0 }
    for (let count = 0; count < 5; count += 1) {
      await createConfiguration(await library(), { name: 'Acme', content, summary })
    }
    await closeLibrary()
  }
} catch (error) {
  console.error(error.name === 'StartError' ? error.message : error)
  process.exit(1)
}
process.exit(0)
`

let folder: string
const mounted: string[] = []
const children: ChildProcess[] = []

beforeAll(async () => {
  await build({
    stdin: { contents: source, resolveDir: root, loader: 'ts' },
    outfile: program,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    tsconfig: `${root}tsconfig.json`,
  })
})
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-data-'))
})
afterEach(async () => {
  for (const child of children.splice(0)) {
    child.kill('SIGKILL')
  }
  for (const path of mounted.splice(0)) {
    execFileSync('umount', [path])
  }
  await rm(folder, { recursive: true })
})

type Options = { uid?: number; key?: string; env?: Record<string, string> }

/** Starts on `folder`; its status and what it said. */
async function start(options: Options = {}): Promise<[number | null, string]> {
  const { uid, key = '', env } = options
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, LATCHKEY_DATA: folder, LATCHKEY_SECRET_KEY: key, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  })
  children.push(child)
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk
  })
  const status = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return [status, said]
}

/** A library with five configurations, stopped cleanly; in a process of its own, which holds no file afterwards. */
async function fill(): Promise<void> {
  expect(await start({ env: { FILL: 'yes' } })).toEqual([0, ''])
}

/** Every file but those that a start may make to look at the others, by what it holds. */
async function contents(): Promise<Record<string, string>> {
  const names = (await readdir(folder)).filter((name) => !/\.lock|-shm|-wal/.test(name)).sort()
  const hash = async (name: string) =>
    createHash('sha256')
      .update(await readFile(join(folder, name)).catch(() => 'no file'))
      .digest('hex')
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await hash(name)])))
}

/** One sentence that names the folder, status 1, no stack, and every file as it was. */
async function expectSentence(pattern: RegExp, options: Options = {}): Promise<void> {
  const before = await contents()
  const [status, said] = await start(options)
  expect(said).toMatch(/^[^\n]+\.\n$/)
  expect(said).toContain(folder)
  expect(said).toMatch(pattern)
  expect(status).toBe(1)
  expect(await contents()).toEqual(before)
}

async function expectEverything(): Promise<void> {
  const library = await openLibrary(folder, undefined)
  expect((await listConfigurations(library)).total).toBe(5)
  await library.close()
}

it('a key without its database is a lost database, not a first start', async () => {
  await fill()
  const kept = join(folder, 'latchkey.db')
  const bytes = await readFile(kept)
  for (const name of await readdir(folder)) {
    if (name.startsWith('latchkey.db')) {
      await rm(join(folder, name))
    }
  }
  await expectSentence(/has secret\.key but no latchkey\.db; put latchkey\.db back/)
  await writeFile(kept, bytes)
  await expectEverything()
})

it('an empty database is not filled again', async () => {
  await fill()
  await truncate(join(folder, 'latchkey.db'), 0)
  await expectSentence(/latchkey\.db is empty; put the data folder back/)
  await rm(join(folder, 'secret.key'))
  await expectSentence(/latchkey\.db is empty/, { key: randomBytes(32).toString('base64') })
})

it('a database without tables is empty too', async () => {
  await fill()
  const tables = new Database(join(folder, 'other.db'))
  tables.exec('create table t (x); drop table t')
  tables.close()
  await cp(join(folder, 'other.db'), join(folder, 'latchkey.db'))
  await expectSentence(/latchkey\.db is empty/)
})

it.each([0.3, 0.6, 0.95])('a database cut to %d of its length is named as cut short', async (part) => {
  await fill()
  const { length } = await readFile(join(folder, 'latchkey.db'))
  for (const cut of [Math.floor((part * length) / 4096) * 4096, Math.floor(part * length)]) {
    await truncate(join(folder, 'latchkey.db'), cut)
    await expectSentence(/latchkey\.db is damaged or cut short; put the data folder back/)
  }
})

it('a database of something else is left alone', async () => {
  const file = join(folder, 'latchkey.db')
  await writeFile(file, 'Shopping list\n'.repeat(900))
  await expectSentence(/latchkey\.db is not a database of Latchkey; set LATCHKEY_DATA/)
  await rm(file)
  const foreign = new Database(file)
  foreign.exec("create table recipes (name text); insert into recipes values ('soup')")
  foreign.close()
  await expectSentence(/latchkey\.db is not a database of Latchkey/)
})

it('a lock file that holds something is not taken for a lock', async () => {
  await fill()
  const lock = join(folder, 'latchkey.lock')
  await writeFile(lock, randomBytes(700))
  await expectSentence(/lock file .*latchkey\.lock is not as Latchkey makes it; make sure that no other/)
  await rm(lock)
  await mkdir(lock)
  await expectSentence(/latchkey\.lock is not a file; move it elsewhere/)
  await rm(lock, { recursive: true })
  await expectEverything()
})

it('a broken key is to be put back, not to be made anew', async () => {
  await fill()
  const key = join(folder, 'secret.key')
  const bytes = await readFile(key)
  await writeFile(key, '')
  await expectSentence(/secret\.key does not hold 32 bytes in base64; put it back from a backup/)
  await writeFile(key, bytes)
  await expectEverything()
})

it('a first start that was cut short is begun again', async () => {
  await writeFile(join(folder, 'latchkey.db.new'), '')
  await writeFile(join(folder, 'secret.key'), `${randomBytes(32).toString('base64')}\n`)
  const key = await readFile(join(folder, 'secret.key'))
  expect(await start()).toEqual([0, ''])
  expect(await readFile(join(folder, 'secret.key'))).toEqual(key)
  expect(await readdir(folder)).not.toContain('latchkey.db.new')
})

it.runIf(isRoot)('a full disk is told with its folder, at the first start and at a later one', async () => {
  const disk = mount('size=1m')
  await writeFile(join(disk, 'filler'), Buffer.alloc(2 ** 20)).catch(() => undefined)
  await expectSentence(/The disk of the data folder .* is full; free some space there/)
  await rm(join(disk, 'filler'))
  await fill()
  await writeFile(join(disk, 'filler'), Buffer.alloc(2 ** 20)).catch(() => undefined)
  await expectSentence(/The disk of the data folder .* is full; free some space there/)
  await rm(join(disk, 'filler'))
  expect(await start()).toEqual([0, ''])
})

it.runIf(isRoot)('a disk that is mounted read-only is told as a folder that cannot be written', async () => {
  const disk = mount('size=4m')
  await fill()
  execFileSync('mount', ['-o', 'remount,ro', disk])
  await expectSentence(/data folder .* cannot be written; set LATCHKEY_DATA/)
  execFileSync('mount', ['-o', 'remount,rw', disk])
  expect(await start()).toEqual([0, ''])
})

it.runIf(isRoot)('files of another account are named, with the account', async () => {
  const other = 65_534
  await chmod(folder, 0o777)
  await fill()
  await expectSentence(/latchkey\.db belongs to another account \(user id 0\)/, { uid: other })
  await chown(join(folder, 'latchkey.db'), other, other)
  await chmod(join(folder, 'latchkey.db'), 0o400)
  await expectSentence(/latchkey\.db may not be read and written by its own account/, { uid: other })
  await chmod(folder, 0o755)
  await expectSentence(/data folder .* cannot be written/, { uid: other })
})

function mount(options: string): string {
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder])
  mounted.push(folder)
  return folder
}
