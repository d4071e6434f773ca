import { readFileSync } from 'node:fs'
import { createConnection } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { labelled, startLatchkey, store, summary } from '../server.mjs'

const PORT = 3480
/** Files and sockets that the server may have open. */
const OPEN_FILES = 256
const CONNECTIONS = 400
/** What the server may take of memory, in bytes. */
const MEMORY = 512 * 2 ** 20
const LARGE = 4 * 2 ** 20
const AT_ONCE = 20

/**
 * A server with few file descriptors that somebody uses up, and one that is sent large bodies without end: both answer
 * again afterwards, without a restart, and hold what was stored.
 * @param {{ minutes: number }} options how long large bodies are sent, at most a minute
 * @param {(line: string) => void} say
 */
export async function endureScarce({ minutes }, say) {
  const files = await fewFiles(say)
  const memory = await largeBodies(Math.min(minutes, 1) * 60_000, say)
  return files && memory
}

async function fewFiles(say) {
  const server = await startLatchkey(PORT, {}, ['sh', '-c', `ulimit -n ${OPEN_FILES} && exec "$0" "$@"`])
  try {
    const id = await store(server.origin, 'Before', '<dict/>')
    const sockets = Array.from({ length: CONNECTIONS }, () => {
      const socket = createConnection(PORT, '127.0.0.1')
      return socket.on('error', () => undefined)
    })
    await pause(1500)
    const held = sockets.filter((socket) => !socket.destroyed).length
    for (const socket of sockets) {
      socket.destroy()
    }
    await pause(500)
    const later = await store(server.origin, 'After', '<dict/>').catch((error) => String(error))
    const read = await fetch(`${server.origin}/api/configurations/${id}`).then(
      ({ status }) => status,
      (error) => String(error.cause ?? error),
    )
    say(
      `${OPEN_FILES} file descriptors, ${CONNECTIONS} connections, ${held} of them held: afterwards a configuration is read (${read}) and stored (${later}).`,
    )
    return read === 200 && /^[0-9a-f-]{36}$/.test(later)
  } finally {
    await server.stop()
  }
}

async function largeBodies(milliseconds, say) {
  const server = await startLatchkey(PORT)
  const end = performance.now() + milliseconds
  const counts = {}
  let peak = 0
  const watch = setInterval(() => {
    peak = Math.max(peak, resident(server.pid))
  }, 50)
  const send = async () => {
    while (performance.now() < end) {
      const status = await large(server.origin)
      counts[status] = (counts[status] ?? 0) + 1
    }
  }
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, send))
    const { status } = await fetch(`${server.origin}/api/health`)
    say(
      `${AT_ONCE} people who store ${LARGE / 2 ** 20} MB at a time, answers by status ${JSON.stringify(counts)}: at most ${(peak / 2 ** 20).toFixed(0)} MB of memory; healthy afterwards: ${status}.`,
    )
    return peak > 0 && peak < MEMORY && status === 200
  } finally {
    clearInterval(watch)
    await server.stop()
  }
}

/** Memory of a process as Linux counts it, in bytes; 0 where that cannot be asked. */
function resident(pid) {
  try {
    return 1024 * Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}

async function large(origin) {
  const response = await fetch(`${origin}/api/configurations`, {
    method: 'POST',
    headers: { Origin: origin, ...labelled({ name: 'Large', summary }) },
    body: Buffer.alloc(LARGE, 'x'),
  })
  await response.arrayBuffer()
  return response.status
}
