import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Refusal } from '@/lib/access/guard'

/** How long a client that is still sending may go on before its connection is cut, in milliseconds. */
const lingerTime = 2000

/** Answers with a refusal: JSON on the API, a line of text elsewhere. What is left of the body is read and dropped. */
export function refuse(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
  const json = request.url?.startsWith('/api/') === true
  response.statusCode = refusal.status
  response.setHeader('Content-Type', json ? 'application/json' : 'text/plain; charset=utf-8')
  if (refusal.status === 503) {
    response.setHeader('Retry-After', '1')
  }
  if (refusal.status === 405) {
    response.setHeader('Allow', json ? 'GET, HEAD, POST, PUT, PATCH, DELETE' : 'GET, HEAD')
  }
  response.end(
    json ? JSON.stringify({ code: refusal.code, message: refusal.message }) : `${refusal.message}\n`,
  )
  request.resume()
  setTimeout(() => request.complete || request.destroy(), lingerTime).unref()
}

/** Answers on a bare socket, for requests that never became one: unreadable bytes, an upgrade. Closes the connection. */
export function refuseOnSocket(
  socket: Duplex,
  headers: Readonly<Record<string, string>>,
  refusal: Pick<Refusal, 'status' | 'message'>,
): void {
  if (!socket.writable) {
    socket.destroy()
    return
  }
  const body = `${refusal.message}\n`
  const lines = Object.entries({
    ...headers,
    'Cache-Control': 'no-store',
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    Connection: 'close',
  }).map(([name, value]) => `${name}: ${value}`)
  socket.end(
    `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}\r\n${lines.join('\r\n')}\r\n\r\n${body}`,
  )
}
