import { type ChildProcess, spawn } from 'node:child_process'

const running = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of running) {
    child.kill('SIGKILL')
  }
})

/** Starts a program whose standard output can be read; it ends with this process at the latest. */
export function run(program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'ignore'] })
  // A program that is not there shows in that it does not answer.
  child.on('error', () => undefined)
  child.stdout.on('data', () => undefined)
  running.add(child)
  child.once('exit', () => running.delete(child))
  return child
}

/** Ends a program, by force after five seconds. */
export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) {
    return
  }
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const force = setTimeout(() => child.kill('SIGKILL'), 5_000)
  await gone
  clearTimeout(force)
}

/** What `attempt` gives as soon as it gives something; throws an Error with `failure` after a minute. */
export async function patiently<T>(attempt: () => Promise<T>, failure: string): Promise<T> {
  for (const end = Date.now() + 60_000; ; ) {
    try {
      return await attempt()
    } catch (error) {
      if (Date.now() > end) {
        throw new Error(failure, { cause: error })
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
