import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, createConnection, type Socket } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { drainable } from './stop'

let server: Server
let drain: () => Promise<void>
const sockets: Socket[] = []

afterEach(() => {
  for (const socket of sockets.splice(0)) {
    socket.destroy()
  }
  server.closeAllConnections()
})

/** A server that takes `milliseconds` for each answer. */
async function listen(milliseconds: number): Promise<number> {
  server = createServer((_, response) => void setTimeout(() => response.end('answer'), milliseconds))
  drain = drainable(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

/** A connection and what came back on it until it ended: by "end", or by the code of its error. */
async function connect(port: number): Promise<{ socket: Socket; ended: Promise<[string, string]> }> {
  const socket = createConnection(port, '127.0.0.1')
  sockets.push(socket)
  let text = ''
  socket.on('data', (chunk: Buffer) => {
    text += chunk
  })
  const ended = new Promise<[string, string]>((resolve) => {
    socket.once('end', () => resolve(['end', text]))
    socket.once('error', (error: NodeJS.ErrnoException) => resolve([error.code ?? '', text]))
  })
  await once(socket, 'connect')
  return { socket, ended }
}

const get = 'GET / HTTP/1.1\r\nHost: a\r\n\r\n'
const answers = (text: string) => text.match(/HTTP\/1\.1 200/g)?.length ?? 0

it('answers every request that was read, then closes its connection, and takes no new one', async () => {
  const port = await listen(200)
  const open = await Promise.all(Array.from({ length: 50 }, () => connect(port)))
  for (const { socket } of open) {
    socket.write(get)
  }
  await new Promise((resolve) => setTimeout(resolve, 100))
  const begun = performance.now()
  await drain()
  expect(performance.now() - begun).toBeLessThan(3000)
  for (const { ended } of open) {
    const [how, text] = await ended
    expect([how, answers(text)]).toEqual(['end', 1])
    expect(text).toMatch(/connection: close/i)
  }
  const late = createConnection(port, '127.0.0.1')
  const [error] = await once(late, 'error')
  expect(error).toMatchObject({ code: 'ECONNREFUSED' })
})

it('answers a request that arrives with the stop on a connection that was idle', async () => {
  const port = await listen(5)
  for (let round = 0; round < 20; round += 1) {
    const { socket, ended } = await connect(port)
    socket.write(get)
    await once(socket, 'data')
    socket.write(get)
    if (round === 19) {
      await drain()
    } else {
      await once(socket, 'data')
      socket.end()
    }
    const [how, text] = await ended
    expect([round, how, answers(text)]).toEqual([round, 'end', 2])
  }
})

it('answers what had arrived while the process was too busy to read it', async () => {
  const port = await listen(5)
  const open = await Promise.all(Array.from({ length: 20 }, () => connect(port)))
  const drained = drain()
  for (const { socket } of open) {
    socket.write(get)
  }
  // Longer than a stop waits for what is on its way.
  for (const until = performance.now() + 150; performance.now() < until; ) {}
  await drained
  for (const { ended } of open) {
    const [how, text] = await ended
    expect([how, answers(text)]).toEqual(['end', 1])
  }
})

it('does not wait for connections that ask nothing', async () => {
  const port = await listen(5)
  const idle = await connect(port)
  const begun = performance.now()
  await drain()
  expect(performance.now() - begun).toBeLessThan(2000)
  expect((await idle.ended)[0]).toBe('end')
})
