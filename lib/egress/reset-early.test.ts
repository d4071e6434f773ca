import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { expect, it, onTestFinished } from 'vitest'
import { EgressError } from './errors'
import { openEgress } from './open-egress'
import { egressPolicy } from './policy'

const policy = egressPolicy({ allow: '127.0.0.1' })

/** On a thread of its own, so that it resets a connection while this one still takes note of it. */
const server = `
const { createServer } = require('node:net')
const { parentPort } = require('node:worker_threads')
const server = createServer((socket) => {
  socket.on('error', () => undefined)
  socket.once('data', () => socket.resetAndDestroy())
})
server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port))`

it('a connection that is reset within the handshake is a reset, never a wrong address', async () => {
  const worker = new Worker(server, { eval: true })
  onTestFinished(async () => void (await worker.terminate()))
  const [port] = await once(worker, 'message')
  const seen = new Set<string>()
  for (let round = 0; round < 40; round++) {
    const ends = await Promise.all(Array.from({ length: 20 }, () => codeOf(`https://127.0.0.1:${port}/`)))
    for (const code of ends) {
      seen.add(code)
    }
  }
  expect([...seen]).toEqual(['reset'])
})

async function codeOf(url: string): Promise<string> {
  try {
    await openEgress({ policy }).request({ name: 'x', method: 'GET', url })
    return 'answered'
  } catch (error) {
    return error instanceof EgressError ? error.code : 'thrown'
  }
}
