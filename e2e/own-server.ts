import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../server/fixtures/free-port'
import { test as base } from './app'

/** A Latchkey that a test may stop and start again; its address and its data folder stay. */
export class OwnServer {
  readonly url: string
  /** Its data folder. */
  readonly folder: string
  #child: ChildProcess | null = null

  constructor(port: number) {
    this.url = `http://127.0.0.1:${port}`
    this.folder = mkdtempSync(join(tmpdir(), 'latchkey-outage-'))
  }

  /** Resolves when the server answers. `disk`: the size of a disk of its own for the data, which Linux alone can give. */
  async start(disk?: '4m'): Promise<void> {
    const { port } = new URL(this.url)
    const command = disk === undefined ? [] : onSmallDisk(this.folder, disk)
    const [program = process.execPath, ...args] = [...command, process.execPath, 'scripts/start.mjs']
    const env = { HOST: '127.0.0.1', PORT: port, LATCHKEY_DATA: this.folder, LATCHKEY_PUBLIC_URL: '' }
    const child = spawn(program, args, {
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

  /** Fills the disk of a server that was started with a small one. */
  fillDisk(): void {
    const piece = Buffer.alloc(4_096)
    const file = openSync(this.#filler, 'w')
    try {
      for (;;) {
        writeSync(file, piece)
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') {
        throw error
      }
    } finally {
      closeSync(file)
    }
  }

  /** Makes room again. */
  freeDisk(): void {
    rmSync(this.#filler)
  }

  /** In the server's view of the data folder: the small disk is mounted for it alone. */
  get #filler(): string {
    return `/proc/${this.#child?.pid}/root${this.folder}/filler`
  }

  /** Stops the server and throws its data away. */
  async end(): Promise<void> {
    await this.stop('SIGKILL')
    rmSync(this.folder, { recursive: true, force: true })
  }
}

const onSmallDisk = (folder: string, size: string) => [
  'unshare',
  '-rm',
  'sh',
  '-c',
  `mount -t tmpfs -o size=${size} tmpfs "${folder}" && exec "$@"`,
  'sh',
]

/** Whether a server can have a disk of its own here. */
export const hasSmallDisks = () =>
  process.platform === 'linux' && spawnSync('unshare', ['-rm', 'true']).status === 0

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
