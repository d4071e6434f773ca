import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { freePort } from '../server/fixtures/free-port'
import { request, sendRaw, test } from './raw'

test.describe.configure({ mode: 'default' })

let folder: string
const children: ChildProcess[] = []

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-start-'))
})
test.afterEach(async () => {
  await Promise.all(children.splice(0).map((child) => stop(child, 'SIGKILL')))
  rmSync(folder, { recursive: true, force: true })
})

type Run = { child: ChildProcess; out: () => string; err: () => string }

function start(env: Record<string, string>): Run {
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    env: { ...process.env, HOST: '', PORT: '0', LATCHKEY_DATA: folder, LATCHKEY_SECRET_KEY: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  let out = ''
  let err = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    out += chunk
  })
  child.stderr?.on('data', (chunk: Buffer) => {
    err += chunk
  })
  return { child, out: () => out, err: () => err }
}

async function address(run: Run): Promise<string> {
  await expect.poll(run.out, { timeout: 30_000 }).toContain('\n')
  return /http\S+/.exec(run.out())?.[0] ?? ''
}

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) {
    return child.exitCode
  }
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  child.kill(signal)
  return ended
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  test(`the server says one line, its address, and ends with 0 on ${signal}`, async () => {
    const run = start({})
    const server = await address(run)
    expect(run.out()).toMatch(/^Latchkey is running at http:\/\/127\.0\.0\.1:\d+\n$/)
    const health = await sendRaw(server, request('GET /api/health', { Host: new URL(server).host }))
    expect(health.status).toBe(200)
    expect(await stop(run.child, signal)).toBe(0)
    expect(run.err()).toBe('')
  })
}

test('whatever keeps the server from starting is one sentence, and status 1', async ({ server }) => {
  const file = join(folder, 'file')
  writeFileSync(file, '')
  const first = start({})
  await address(first)
  const { port } = new URL(server)
  for (const [env, sentence] of [
    [{ PORT: 'abc' }, 'PORT is "abc"; set it to a number from 0 to 65535.'],
    [
      { PORT: port },
      `Port ${port} on 127.0.0.1 is taken by another program; stop it or set PORT to a free one.`,
    ],
    [{ HOST: '192.0.2.1' }, 'The server cannot listen on 192.0.2.1; set HOST to an address of this machine.'],
    [
      { LATCHKEY_DATA: file },
      `The data folder ${file} cannot be written; set LATCHKEY_DATA to a folder that can.`,
    ],
    [{}, `Another Latchkey uses the data folder ${folder}; stop it or set LATCHKEY_DATA to another folder.`],
    [
      { LATCHKEY_DATA: join(folder, 'new'), LATCHKEY_SECRET_KEY: 'x' },
      /^LATCHKEY_SECRET_KEY does not hold 32 bytes/,
    ],
  ] as const) {
    const run = start(env)
    const status = await new Promise((resolve) => run.child.once('close', resolve))
    expect([status, run.out(), run.err().match(/\n/g)?.length]).toEqual([1, '', 1])
    expect(run.err().trimEnd()).toEqual(
      typeof sentence === 'string' ? sentence : expect.stringMatching(sentence),
    )
  }
})

test('a server behind an https address answers to it and pins it', async () => {
  const port = await freePort()
  const run = start({ LATCHKEY_PUBLIC_URL: 'https://latchkey.example.com', PORT: String(port) })
  expect(await address(run)).toBe('https://latchkey.example.com')
  const pinned = async (Host: string) => {
    const answer = await sendRaw(`http://127.0.0.1:${port}`, request('GET /api/health', { Host }))
    return [answer.status, 'strict-transport-security' in answer.headers]
  }
  expect(await pinned('latchkey.example.com')).toEqual([200, true])
  expect(await pinned(`127.0.0.1:${port}`)).toEqual([200, false])
  expect(await pinned('other.example.com')).toEqual([421, false])
})
