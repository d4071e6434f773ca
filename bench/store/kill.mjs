import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { modules } from './modules.mjs'

/** A folder is left behind after so many rounds, so that first starts are killed too and looking stays fast. */
const ROUNDS_PER_FOLDER = 10
/** One round in so many is a clean stop. */
const CLEAN = 4

/**
 * Kills a process that changes a library, or stops it cleanly, at random moments; then starts on what is left, stops,
 * copies the database and the key elsewhere and opens everything that had been acknowledged.
 * @param {{ rounds: number }} options
 * @param {(line: string) => void} say
 */
export async function endureKill({ rounds }, say) {
  const { writer, verify } = await modules()
  const { verifyCopy } = await import(verify)
  const total = { killed: 0, stopped: 0, looked: 0, faults: 0, slowest: 0 }
  let folder = ''
  let changes = []
  for (let round = 0; round < rounds; round += 1) {
    if (round % ROUNDS_PER_FOLDER === 0) {
      drop(folder)
      folder = mkdtempSync(join(tmpdir(), 'latchkey-endure-'))
      changes = []
    }
    const clean = Math.floor(Math.random() * CLEAN) === 0
    changes.push(...(await writeFor(writer, folder, clean)))
    const copy = mkdtempSync(join(tmpdir(), 'latchkey-endure-copy-'))
    const { looked, faults, startMilliseconds } = await verifyCopy(folder, copy, changes)
    drop(copy)
    total[clean ? 'stopped' : 'killed'] += 1
    total.looked += looked
    total.faults += faults.length
    total.slowest = Math.max(total.slowest, startMilliseconds)
    for (const fault of faults) {
      say(`round ${round + 1}: ${fault}`)
    }
    if ((round + 1) % 50 === 0) {
      say(`  ${round + 1} rounds, ${total.faults} faults`)
    }
  }
  drop(folder)
  say(
    `${total.killed} kills and ${total.stopped} clean stops; ${total.looked} times an acknowledged change was looked for; ${total.faults} faults; slowest start ${total.slowest.toFixed(0)} ms.`,
  )
  return total.faults === 0 && total.slowest <= 2000
}

/** Lets the writer change `folder` for a moment; the changes it said were acknowledged. */
async function writeFor(writer, folder, clean) {
  const child = spawn(process.execPath, [writer, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  let text = ''
  const end = () => child.kill(clean ? 'SIGTERM' : 'SIGKILL')
  // A kill may come in the middle of a start; a clean stop needs somebody who hears it.
  if (!clean && Math.random() < 0.2) {
    setTimeout(end, Math.random() * 400)
  }
  child.stdout.on('data', (data) => {
    if (text === '') {
      setTimeout(end, Math.random() * 300)
    }
    text += data
  })
  await new Promise((resolve) => child.once('close', resolve))
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line))
}

function drop(folder) {
  if (folder !== '') {
    rmSync(folder, { recursive: true, force: true })
  }
}
