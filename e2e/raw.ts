import { connect } from 'node:net'
import { test as base } from '@playwright/test'

/** Playwright's test, with the address of the server under test. */
export const test = base.extend<{ server: string }>({
  server: async ({ baseURL }, use) => use(baseURL ?? ''),
})

/** The Host header of a request to `server`. */
export function host(server: string): string {
  return new URL(server).host
}

/** The text of a request; `line` is method and target. A body brings its Content-Length;
 * unless they say otherwise, the server closes the connection after its answer. */
export function request(line: string, headers: Record<string, string>, body = ''): string {
  const all = {
    Connection: 'close',
    ...headers,
    ...(body ? { 'Content-Length': String(Buffer.byteLength(body)) } : {}),
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return `${line} HTTP/1.1\r\n${lines.join('')}\r\n${body}`
}

/** An answer read from a bare socket. Header names in lower case. */
export type RawAnswer = { status: number; headers: Record<string, string>; body: string }

/**
 * Sends `text` to `server` as it is, `pieces` after it, and reads until the server closes, half a second
 * passes in silence after an answer, or five seconds in all. Status 0: no answer.
 */
export async function sendRaw(
  server: string,
  text: string,
  pieces: Iterable<Buffer> = [],
): Promise<RawAnswer> {
  const { hostname, port } = new URL(server)
  const chunks: Buffer[] = []
  await new Promise<void>((resolve) => {
    const socket = connect(Number(port), hostname)
    const done = () => {
      socket.destroy()
      resolve()
    }
    let quiet = setTimeout(done, 5000)
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      clearTimeout(quiet)
      quiet = setTimeout(done, 500)
    })
    socket.on('error', () => undefined)
    socket.on('close', resolve)
    socket.write(text, 'latin1')
    for (const piece of pieces) {
      socket.write(piece)
    }
  })
  return parse(Buffer.concat(chunks).toString('latin1'))
}

function parse(text: string): RawAnswer {
  const [head = '', ...rest] = text.split('\r\n\r\n')
  const [first = '', ...lines] = head.split('\r\n')
  const headers = lines.map((line) => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
  })
  return {
    status: Number(first.split(' ')[1] ?? 0),
    headers: Object.fromEntries(headers),
    body: rest.join('\r\n\r\n'),
  }
}
