import { spawn, spawnSync } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { modules } from '@/bench/store/modules.mjs'
import { type Acknowledged, verifyCopy } from '@/bench/store/verify'

const root = fileURLToPath(new URL('..', import.meta.url))
const patience = 240_000
let base: string
let data: string

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'latchkey-backup-'))
  data = join(base, 'data')
  await mkdir(data)
})
afterEach(() => rm(base, { recursive: true }))

function backup(...args: string[]): { readonly status: number | null; readonly said: string } {
  const env = { ...process.env, LATCHKEY_DATA: data }
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/backup.mjs', ...args], {
    cwd: root,
    env,
    encoding: 'utf8',
  })
  return { status, said: stdout + stderr }
}

it(
  'a backup that is made while everything changes holds all that had been acknowledged, and every flipped bit is noticed',
  async () => {
    const { writer } = await modules()
    const child = spawn(process.execPath, [writer, data], { stdio: ['ignore', 'pipe', 'inherit'] })
    let text = ''
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk
    })
    const backups: { target: string; before: readonly Acknowledged[] }[] = []
    for (let count = 1; count <= 2; count += 1) {
      const seen = text.length
      await expect.poll(() => text.length, { timeout: patience }).toBeGreaterThan(seen + 500)
      const target = join(base, `backup-${count}`)
      const lines = text.split('\n').slice(0, -1)
      backups.push({ target, before: lines.map((line) => JSON.parse(line) as Acknowledged) })
      expect(backup(target)).toEqual({ status: 0, said: expect.stringContaining('with its key') })
    }
    child.kill('SIGKILL')
    for (const { target, before } of backups) {
      expect(backup('check', target)).toMatchObject({ status: 0 })
      const [restored, copy] = [`${target}-restored`, `${target}-copy`]
      await mkdir(restored)
      await mkdir(copy)
      for (const name of ['latchkey.db', 'secret.key']) {
        await copyFile(join(target, name), join(restored, name))
      }
      // What is changed after the backup began may be newer in it, so only what cannot change is looked for.
      const lasting = before.filter((change) => 'version' in change || 'report' in change)
      expect((await verifyCopy(restored, copy, lasting)).faults).toEqual([])
    }
    const [{ target } = { target: '' }] = backups
    for (const name of ['latchkey.db', 'secret.key']) {
      const bytes = await readFile(join(target, name))
      const at = Math.floor(Math.random() * bytes.length)
      await writeFile(
        join(target, name),
        bytes.map((byte, index) => (index === at ? byte ^ 4 : byte)),
      )
      expect(backup('check', target)).toEqual({
        status: 1,
        said: `${join(target, name)} is not as it was when the backup was made; use another backup.\n`,
      })
      await writeFile(join(target, name), bytes)
    }
  },
  patience,
)

it('nothing is written over, and a folder without a library is said', async () => {
  const target = join(base, 'backup')
  expect(backup(target)).toMatchObject({ status: 1, said: expect.stringContaining('There is no library in') })
  await writeFile(join(data, 'latchkey.db'), '')
  await mkdir(target, { recursive: true })
  await writeFile(join(target, 'mine'), 'x')
  expect(backup(target)).toMatchObject({ status: 1, said: expect.stringContaining('name a new folder') })
  expect(await readdir(target)).toEqual(['mine'])
  expect(backup()).toMatchObject({
    status: 1,
    said: expect.stringContaining('Name the folder of the backup'),
  })
})
