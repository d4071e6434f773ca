import type { Server } from 'node:http'

/** How long requests in flight may take once a stop is asked for, in milliseconds. */
const drainTime = 10_000

/**
 * Stops on SIGINT and SIGTERM: no new connections, requests in flight finish, then `close` runs and the process ends
 * with status 0. A second signal ends it at once.
 */
export function stopOnSignal(server: Server, close: () => Promise<void>): void {
  let stopping = false
  const stop = () => {
    if (stopping) {
      process.exit(1)
    }
    stopping = true
    server.close(() => leave(close))
    server.closeIdleConnections()
    setTimeout(() => leave(close), drainTime).unref()
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

function leave(close: () => Promise<void>): void {
  close().then(
    () => process.exit(0),
    (error: unknown) => {
      console.error('The library could not be closed:', error)
      process.exit(1)
    },
  )
}
