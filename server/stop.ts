import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { beginStop } from '@/lib/access/stopping'

/** How long requests in flight may take once a stop is asked for, in milliseconds. */
const drainTime = 10_000
/** What reaches the machine just before a stop is still read, so that no client sees its request reset. */
const graceTime = 50
/** A busy loop reads later than that: so many turns without news say that nothing waits to be read. */
const quietTurns = 5

/**
 * Stops on SIGINT and SIGTERM: tests end as cancelled, requests that were read are answered, no new connections, then
 * `close` runs and the process ends with status 0, or 1 when it fails. A second signal ends it at once.
 */
export function stopOnSignal(server: Server, close: () => Promise<void>): void {
  const drain = drainable(server)
  let stopping = false
  const stop = () => {
    if (stopping) {
      process.exit(1)
    }
    stopping = true
    beginStop()
    void Promise.race([drain(), after(drainTime)]).then(() => leave(close))
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

/** Prepares `server` for its end. The function it gives ends it once all that was read is answered. */
export function drainable(server: Server): () => Promise<void> {
  const open = new Set<ServerResponse>()
  const unused = new Set<Socket>()
  let draining = false
  let news = 0
  server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    news += 1
    unused.delete(request.socket)
    open.add(response)
    response.once('close', () => open.delete(response))
    response.shouldKeepAlive &&= !draining
  })
  server.on('connection', (socket: Socket) => {
    news += 1
    unused.add(socket)
    socket.once('close', () => unused.delete(socket))
  })
  return async () => {
    draining = true
    for (const response of open) {
      response.shouldKeepAlive = false
    }
    await after(graceTime)
    await settled(() => news)
    let closed = false
    server.close(() => {
      closed = true
    })
    while (!closed) {
      await settled(() => news)
      closeIdle(server, unused)
      await after(graceTime)
    }
  }
}

/** Resolves once the loop turned a few times without `news` growing. */
async function settled(news: () => number): Promise<void> {
  for (let quiet = 0, seen = news(); quiet < quietTurns; quiet += 1) {
    await new Promise(setImmediate)
    if (news() !== seen) {
      seen = news()
      quiet = 0
    }
  }
}

/** Node does not count a connection as idle before its first request; browsers open such ones ahead of time. */
function closeIdle(server: Server, unused: ReadonlySet<Socket>): void {
  server.closeIdleConnections()
  for (const socket of unused) {
    socket.destroy()
  }
}

function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

function leave(close: () => Promise<void>): void {
  close().then(
    () => process.exit(0),
    (error: unknown) => {
      // A reason that has a sentence is told with it alone.
      console.error(error instanceof Error && error.name === 'StopError' ? error.message : error)
      process.exit(1)
    },
  )
}
