import { parseArgs } from 'node:util'
import { build, isBuilt } from '../scripts/build.mjs'

const trials = {
  kill: async () => (await import('./store/kill.mjs')).endureKill,
  power: async () => (await import('./store/power.mjs')).endurePower,
  soak: async () => (await import('./store/soak.mjs')).endureSoak,
  stop: async () => (await import('./store/stop.mjs')).endureStop,
  scarce: async () => (await import('./store/scarce.mjs')).endureScarce,
  editors: async () => (await import('./store/contest.mjs')).endureEditors,
}
/** Those that need the built server. */
const served = ['editors', 'soak', 'stop', 'scarce']
const options = {
  rounds: { type: 'string', default: '100' },
  saves: { type: 'string', default: '1000' },
  points: { type: 'string', default: '200' },
  minutes: { type: 'string', default: '20' },
}

/** Runs one trial of what the library and the server have to endure; status 1 when something was lost. */
async function main() {
  const { positionals, values } = parseArgs({ allowPositionals: true, options })
  const [name = ''] = positionals
  if (!Object.hasOwn(trials, name)) {
    console.error(
      `Choose a trial: ${Object.keys(trials).join(', ')}. Options: --rounds N, --points N, --saves N, --minutes N.`,
    )
    return 2
  }
  if (served.includes(name) && !isBuilt()) {
    console.log('Building Latchkey.')
    await build()
  }
  const trial = await trials[name]()
  const numbers = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, Number(value)]))
  return (await trial(numbers, (line) => console.log(line))) ? 0 : 1
}

process.exitCode = await main()
