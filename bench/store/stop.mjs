import http from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { labelled, startLatchkey, store, summary } from '../server.mjs'

const PORT = 3479
/** Requests under way at each stop. */
const AT_ONCE = 25
/** What a stop may take, in milliseconds: requests in flight have ten seconds. */
const PATIENCE = 12_000

/**
 * Stops a busy server with SIGTERM, again and again: what was sent before the signal has to be answered, and the
 * process has to end with status 0 in time.
 * @param {{ rounds: number }} options
 * @param {(line: string) => void} say
 */
export async function endureStop({ rounds }, say) {
  const total = { tries: 0, answered: 0, faults: 0, slowest: 0 }
  for (let round = 0; round < rounds; round += 1) {
    const server = await startLatchkey(PORT)
    const id = await store(server.origin, 'Stopped', '<dict/>')
    const agent = new http.Agent({ keepAlive: round % 2 === 0, maxSockets: AT_ONCE })
    const asked = Array.from({ length: AT_ONCE }, (_, n) => ask(agent, id, n))
    await Promise.all(asked.map(({ sent }) => sent))
    await pause(Math.random() * 40)
    const began = performance.now()
    const end = await server.stop()
    const took = performance.now() - began
    total.slowest = Math.max(total.slowest, took)
    const answers = await Promise.all(asked.map(({ answer }) => answer))
    agent.destroy()
    const faults = [
      ...endFaults(end, took),
      ...answers.filter((said) => !said.answered).map(({ how }) => how),
    ]
    total.tries += answers.length
    total.answered += answers.filter(({ answered }) => answered).length
    total.faults += faults.length
    for (const fault of faults) {
      say(`round ${round + 1}: ${fault}`)
    }
    if ((round + 1) % 10 === 0) {
      say(`  ${round + 1} stops, ${total.faults} faults`)
    }
  }
  say(
    `${rounds} stops; ${total.answered} of ${total.tries} requests that were sent before the signal were answered; ${total.faults} faults; slowest stop ${total.slowest.toFixed(0)} ms.`,
  )
  return total.faults === 0
}

function endFaults({ code, signal }, milliseconds) {
  const faults = code === 0 ? [] : [`it ended with status ${code ?? signal}`]
  return milliseconds > PATIENCE ? [...faults, `it took ${milliseconds.toFixed(0)} ms to end`] : faults
}

/** One request of several kinds: `sent` once all of it has left, `answer` with what became of it. */
function ask(agent, id, n) {
  const kinds = [
    () => ({ path: '/api/configurations' }),
    () => ({ path: `/configurations/${id}` }),
    () => ({ path: '/' }),
    () => write('/api/configurations', labelled({ name: `Stopped ${n}`, summary }), '<dict/>'),
    () => write('/api/tests/discovery', { 'Content-Type': 'application/json' }, tested),
  ]
  const { body, ...options } = kinds[n % kinds.length]()
  const request = http.request({ host: '127.0.0.1', port: PORT, agent, ...options })
  const sent = new Promise((resolve) => {
    request.once('finish', resolve)
    request.once('error', resolve)
  })
  const answer = new Promise((resolve) => {
    const failed = (error) =>
      resolve({ answered: false, how: `${options.path}: ${error.code ?? error.message}` })
    request.once('error', failed)
    request.once('response', (response) => {
      response.once('error', failed)
      response.once('end', () => resolve({ answered: response.complete, how: `${options.path}: cut short` }))
      response.resume()
    })
  })
  request.end(body)
  return { sent, answer }
}

const tested = JSON.stringify({ content: Buffer.from('<dict/>').toString('base64') })

function write(path, headers, body) {
  return { method: 'POST', path, headers: { Origin: `http://127.0.0.1:${PORT}`, ...headers }, body }
}
