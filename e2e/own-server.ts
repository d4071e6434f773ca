import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from './app'

/** A Latchkey that a test may stop and start again; its address and its data folder stay. */
export class OwnServer {
  readonly url: string
  readonly #folder: string
  #child: ChildProcess | null = null

  constructor(port: number) {
    this.url = `http://127.0.0.1:${port}`
    this.#folder = mkdtempSync(join(tmpdir(), 'latchkey-outage-'))
  }

  /** Resolves when the server answers. */
  async start(): Promise<void> {
    const { port } = new URL(this.url)
    const env = { HOST: '127.0.0.1', PORT: port, LATCHKEY_DATA: this.#folder, LATCHKEY_PUBLIC_URL: '' }
    const child = spawn(process.execPath, ['scripts/start.mjs'], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    this.#child = child
    await new Promise<void>((resolve, reject) => {
      child.stdout?.once('data', () => resolve())
      child.once('exit', (status) => reject(new Error(`The server ended with ${status}.`)))
    })
  }

  /** Resolves when the process has ended. */
  async stop(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child
    this.#child = null
    if (child && child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill(signal)
      await ended
    }
  }

  /** Stops the server and throws its data away. */
  async end(): Promise<void> {
    await this.stop('SIGKILL')
    rmSync(this.#folder, { recursive: true, force: true })
  }
}

/** A test against a server of its own that can be away. */
export const test = base.extend<{ server: OwnServer }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from it
  server: async ({}, use) => {
    const server = new OwnServer(await freePort())
    await server.start()
    await use(server)
    await server.end()
  },
  baseURL: async ({ server }, use) => use(server.url),
})

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}
