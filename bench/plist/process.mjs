import { spawn, spawnSync } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const here = (name) => fileURLToPath(new URL(name, import.meta.url))

/** Whether python3 can be asked to take part. */
export const hasPython = () => spawnSync('python3', ['-c', 'import plistlib']).status === 0

/**
 * Starts a contestant in a process of its own.
 * @param {string} name
 * @param {string} bundle path of the bundled lib/plist
 */
export function start(name, bundle) {
  const child =
    name === 'plistlib'
      ? spawn('python3', [here('cpython.py')], { stdio: ['pipe', 'pipe', 'inherit'] })
      : spawn(process.execPath, [here('contestant.mjs'), name, bundle], {
          stdio: ['pipe', 'pipe', 'inherit'],
        })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    /** @param {object} question */
    async ask(question) {
      child.stdin.write(`${JSON.stringify(question)}\n`)
      const { value, done } = await lines.next()
      if (done) {
        throw new Error(`The contestant ${name} has ended.`)
      }
      return JSON.parse(value)
    },
    stop: () => child.kill(),
  }
}
