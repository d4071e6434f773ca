import { createServer, type RequestListener, type Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { allowedHosts } from '@/lib/access/hosts'
import { gate } from './gate'
import { answerProtocol, protocolLimits } from './protocol'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) {
    close()
  }
})

const fast = { headersTimeout: 300, requestTimeout: 900, connectionsCheckingInterval: 50 }

/** A server behind the gate that counts what comes through and answers with the length of the body. */
async function start(): Promise<{ port: number; admitted: string[] }> {
  const admitted: string[] = []
  const server: Server = createServer({ ...protocolLimits, ...fast })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const hosts = allowedHosts('127.0.0.1', port, null)
  const listener: RequestListener = gate(
    async (request, response) => {
      admitted.push(`${request.method} ${request.url}`)
      let length = 0
      for await (const chunk of request) {
        length += (chunk as Buffer).length
      }
      response.end(String(length))
    },
    hosts,
    false,
    new Set(),
  )
  server.on('request', listener)
  answerProtocol(server, listener, hosts)
  closing.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return { port, admitted }
}

function open(port: number): { socket: Socket; said: () => string; ended: Promise<void> } {
  const socket = connect(port, '127.0.0.1')
  let said = ''
  socket.on('data', (chunk) => {
    said += chunk.toString('latin1')
  })
  socket.on('error', () => undefined)
  const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  closing.push(() => socket.destroy())
  return { socket, said: () => said, ended }
}

const headers = [
  'content-security-policy',
  'x-content-type-options',
  'x-frame-options',
  'referrer-policy',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
  'permissions-policy',
  'cache-control: no-store',
]

async function answerTo(port: number, text: string): Promise<string> {
  const { socket, said, ended } = open(port)
  socket.write(text, 'latin1')
  await ended
  return said()
}

it.each([
  ['no Host', () => 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
  ['no Host in HTTP/1.0', () => 'GET / HTTP/1.0\r\n\r\n', 400],
  ['bytes that are no request', () => 'nonsense\r\n\r\n', 400],
  [
    'a head that is too large',
    (own: string) => `GET / HTTP/1.1\r\n${own}X: ${'a'.repeat(20_000)}\r\n\r\n`,
    431,
  ],
  [
    'a body of two lengths',
    (own: string) => `POST /api/a HTTP/1.1\r\n${own}Content-Length: 1\r\nContent-Length: 2\r\n\r\n`,
    400,
  ],
  [
    'a foreign host that asks to go on',
    () =>
      'POST /api/a HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\n',
    421,
  ],
])('%s is refused by us, with every header, and not let through', async (_, text, status) => {
  const { port, admitted } = await start()
  const said = await answerTo(port, text(`Host: 127.0.0.1:${port}\r\nConnection: close\r\n`))
  expect(said).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  expect(said).not.toContain('100 Continue')
  for (const header of headers) {
    expect(said.toLowerCase()).toContain(`\r\n${header}`)
  }
  expect(admitted).toEqual([])
})

it('lets a client of its own go on, and one with an expectation that nobody knows as well', async () => {
  const { port, admitted } = await start()
  const own = `Host: 127.0.0.1:${port}\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 2\r\n`
  expect(await answerTo(port, `POST /api/a HTTP/1.1\r\n${own}Expect: 100-continue\r\n\r\n{}`)).toMatch(
    /^HTTP\/1.1 100 Continue\r\n\r\nHTTP\/1.1 200 /,
  )
  const odd = await answerTo(port, `POST /api/b HTTP/1.1\r\n${own}Expect: wonders\r\n\r\n{}`)
  expect(odd).toMatch(/^HTTP\/1.1 200 /)
  expect(odd.toLowerCase()).toContain('content-security-policy')
  expect(admitted).toEqual(['POST /api/a', 'POST /api/b'])
})

it('ends a head that takes too long, and a body that does, with a sentence', async () => {
  expect([protocolLimits.headersTimeout, protocolLimits.requestTimeout]).toEqual([15_000, 60_000])
  expect(protocolLimits.connectionsCheckingInterval).toBeLessThanOrEqual(1000)
  const { port } = await start()
  const began = performance.now()
  const head = open(port)
  head.socket.write(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n`)
  const body = open(port)
  body.socket.write(
    `POST /api/a HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{`,
  )
  await head.ended
  const headTook = performance.now() - began
  await body.ended
  expect(head.said()).toMatch(/^HTTP\/1.1 408 .*\r\n[\s\S]*took too long/)
  expect(body.said()).toMatch(/^HTTP\/1.1 408 .*\r\n[\s\S]*took too long/)
  expect(headTook).toBeLessThan(performance.now() - began)
})

it('takes four large bodies at a time, lets others wait, and refuses those beyond', async () => {
  const { port, admitted } = await start()
  const size = 300_000
  const own = (n: number) =>
    `POST /api/${n} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: ${size}\r\n\r\n`
  const clients = Array.from({ length: 70 }, (_, n) => {
    const client = open(port)
    client.socket.write(own(n))
    return client
  })
  await Promise.all(clients.slice(64).map(({ ended }) => ended))
  expect(clients.filter(({ said }) => / 503 /.test(said())).length).toBe(6)
  expect(clients.map(({ said }) => said()).join()).toMatch(
    /Retry-After: 1[\s\S]*as many large files as it can/,
  )
  expect(admitted).toHaveLength(4)
  expect(
    await answerTo(port, `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`),
  ).toMatch(/ 200 /)
  // Two that wait hang up, and the others get their turn.
  clients[10]?.socket.destroy()
  clients[11]?.socket.destroy()
  for (const { socket } of clients.slice(0, 64)) {
    socket.write(Buffer.alloc(size, 'a'))
  }
  await Promise.all(clients.map(({ ended }) => ended))
  expect(clients.filter(({ said }) => / 200 /.test(said())).length).toBe(62)
})
