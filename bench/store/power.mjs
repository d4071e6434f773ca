import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Disk } from './disk.mjs'
import { modules } from './modules.mjs'
import { readTrace, traceArguments } from './trace.mjs'

/** Changes after which the writer is stopped. */
const ENOUGH = 120

/**
 * Records every write and sync of a process that changes a library, lets the power fail at `points` moments of the
 * record, and looks in what is left for everything that had been acknowledged by then. Every second time all that was not
 * synced is lost, else any part of it. Needs strace.
 * @param {{ points: number }} options
 * @param {(line: string) => void} say
 */
export async function endurePower({ points }, say) {
  if (spawnSync('strace', ['-V']).status !== 0) {
    say('Skipped: strace is not there, and without it nobody knows what was synced.')
    return true
  }
  const { writer, verify } = await modules()
  const { verifyCopy } = await import(verify)
  const base = mkdtempSync(join(tmpdir(), 'latchkey-power-'))
  try {
    const steps = await record(writer, base)
    let faults = 0
    let looked = 0
    for (let point = 0; point < points; point += 1) {
      const moment = 1 + Math.floor(((point + Math.random()) / points) * (steps.length - 1))
      const left = join(base, `left-${point}`)
      const changes = failAt(steps, moment, left, point % 2 === 0 ? () => 0 : Math.random)
      const found = await look(verifyCopy, left, join(base, `copy-${point}`), changes)
      looked += changes.length
      faults += found.length
      for (const fault of found) {
        say(`  after step ${moment} of ${steps.length}: ${fault}`)
      }
      rmSync(left, { recursive: true })
    }
    say(
      `${points} power failures over ${steps.length} steps; ${looked} times an acknowledged change was looked for; ${faults} faults.`,
    )
    return faults === 0
  } finally {
    rmSync(base, { recursive: true, force: true })
  }
}

async function record(writer, base) {
  const folder = mkdtempSync(join(base, 'data-'))
  const trace = join(base, 'trace')
  const args = [...traceArguments, '-o', trace, process.execPath, writer, folder]
  // The tracer passes the signal on to nobody, so the writer counts for itself.
  const env = { ...process.env, ENOUGH: String(ENOUGH) }
  const child = spawn('strace', args, { env, stdio: ['ignore', 'ignore', 'inherit'] })
  await new Promise((resolve) => child.once('close', resolve))
  return readTrace(trace, folder)
}

/** Writes what is left at a moment; the changes that had been acknowledged by then. */
function failAt(steps, moment, left, chance) {
  const disk = new Disk()
  const changes = []
  for (const step of steps.slice(0, moment)) {
    if (step.kind === 'said') {
      changes.push(JSON.parse(step.text))
    } else {
      take(disk, step)
    }
  }
  disk.fail(left, chance)
  return changes
}

function take(disk, { kind, name, to, data, at, size, empty }) {
  switch (kind) {
    case 'open':
      return disk.open(name, empty)
    case 'write':
      return disk.write(name, data, at)
    case 'truncate':
      return disk.truncate(name, size)
    case 'rename':
      return disk.rename(name, to)
    case 'unlink':
      return disk.unlink(name)
    case 'sync':
      return disk.sync(name)
    default:
      return disk.syncFolder()
  }
}

async function look(verifyCopy, left, copy, changes) {
  mkdirSync(copy)
  try {
    return (await verifyCopy(left, copy, changes)).faults
  } catch (error) {
    return [`it does not start: ${error.message}`]
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}
