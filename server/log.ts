import type { IncomingMessage, ServerResponse } from 'node:http'

/** Writes method, path without its query, status and milliseconds to standard error once a request is answered. */
export function logRequests(request: IncomingMessage, response: ServerResponse): void {
  const start = performance.now()
  response.once('close', () => {
    const path = JSON.stringify(request.url?.split('?', 1)[0] ?? '').slice(1, -1)
    console.error(
      `${request.method} ${path} ${response.statusCode} ${Math.round(performance.now() - start)} ms`,
    )
  })
}
