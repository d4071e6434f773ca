import { getEventListeners } from 'node:events'
import { expect, it, onTestFinished } from 'vitest'
import type { Exchange } from '../api/exchange'
import { listenFull } from './fixtures/full-backlog'
import { answerText, listen, onRequest } from './fixtures/listen'
import { openEgress } from './open-egress'
import { egressPolicy } from './policy'

const policy = egressPolicy({ allow: '127.0.0.1 idp.test' })
const half = 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf'

/** How a server has to behave so that a request stays in a phase. */
const phases = [
  ['tls', 'https', () => undefined],
  ['first-byte', 'http', () => undefined],
  ['body', 'http', onRequest((socket) => socket.write(half))],
] as const

it.each(phases)(
  'cancelling in the phase "%s" ends the request and frees its socket',
  async (phase, scheme, serve) => {
    const listener = await listen(serve)
    onTestFinished(() => listener.close())
    const { error, exchange, ms } = await cancelled(
      `${scheme}://127.0.0.1:${listener.port}/`,
      () => listener.taken() > 0,
    )
    expect(error).toMatchObject({ code: 'cancelled', phase })
    expect(exchange?.failure).toMatch(/cancelled/)
    await expect.poll(() => listener.open(), { interval: 5, timeout: 250 - ms }).toBe(0)
  },
)

it('cancelling while a connection is being made ends the request', async () => {
  const full = await listenFull()
  onTestFinished(() => full.close())
  const { error } = await cancelled(`http://127.0.0.1:${full.port}/`)
  expect(error).toMatchObject({ code: 'cancelled', phase: 'connect' })
})

it('cancelling while a name is looked up ends the request', async () => {
  const { error } = await cancelled('http://idp.test/')
  expect(error).toMatchObject({ code: 'cancelled', phase: 'dns' })
})

it('nothing is looked up or asked once a test is cancelled', async () => {
  const listener = await listen(() => undefined)
  onTestFinished(() => listener.close())
  let lookups = 0
  const resolver = async () => [`127.0.0.${++lookups}`]
  const egress = openEgress({ policy, signal: AbortSignal.abort(), resolver })
  await expect(egress.fetch('http://idp.test/')).rejects.toMatchObject({ code: 'cancelled' })
  expect(lookups).toBe(0)
  const asking = egress.request({ name: 'x', method: 'GET', url: `http://127.0.0.1:${listener.port}/` })
  await expect(asking).rejects.toMatchObject({ code: 'cancelled' })
  expect(listener.taken()).toBe(0)
})

it('cancelling closes connections that wait for the next request', async () => {
  const listener = await listen(onRequest((socket) => socket.write(answerText('200 OK', '{}'))))
  onTestFinished(() => listener.close())
  const stop = new AbortController()
  await openEgress({ policy, signal: stop.signal }).fetch(`http://127.0.0.1:${listener.port}/`)
  expect(listener.open()).toBe(1)
  stop.abort()
  await expect.poll(() => listener.open(), { interval: 5, timeout: 250 }).toBe(0)
})

it('a connection nobody uses is closed by itself', async () => {
  const listener = await listen(onRequest((socket) => socket.write(answerText('200 OK', '{}'))))
  onTestFinished(() => listener.close())
  await openEgress({ policy }).fetch(`http://127.0.0.1:${listener.port}/`)
  await expect.poll(() => listener.open(), { timeout: 2_000 }).toBe(0)
})

it('1,000 requests leave no listener and no socket behind', async () => {
  const listener = await listen(onRequest((socket) => socket.write(answerText('200 OK', '{}'))))
  onTestFinished(() => listener.close())
  const stop = new AbortController()
  const egress = openEgress({ policy, signal: stop.signal })
  for (let index = 0; index < 1_000; index++) {
    await egress.fetch(`http://127.0.0.1:${listener.port}/`, { signal: stop.signal })
  }
  expect(listener.taken()).toBe(1)
  expect(getEventListeners(stop.signal, 'abort').length).toBeLessThanOrEqual(1)
})

it('a connection its server closed is replaced for a GET, and a POST never meets one', async () => {
  let requests = 0
  const listener = await listen((socket) => {
    let first = true
    onRequest(() => {
      requests++
      if (first) {
        socket.write(answerText('200 OK', '{}'))
      } else {
        socket.resetAndDestroy()
      }
      first = false
    })(socket)
  })
  onTestFinished(() => listener.close())
  const egress = openEgress({ policy })
  const ask = async (method: string) => {
    const { status } = await egress.request({ name: 'x', method, url: `http://127.0.0.1:${listener.port}/` })
    return status
  }
  expect([await ask('GET'), await ask('GET'), requests]).toEqual([200, 200, 3])
  expect([await ask('POST'), await ask('POST'), requests]).toEqual([200, 200, 5])
})

it('a POST is sent once, whatever happens to it', async () => {
  let requests = 0
  const listener = await listen(
    onRequest((socket) => {
      requests++
      socket.resetAndDestroy()
    }),
  )
  onTestFinished(() => listener.close())
  const asking = openEgress({ policy }).fetch(`http://127.0.0.1:${listener.port}/`, {
    method: 'POST',
    body: 'x',
  })
  await expect(asking).rejects.toMatchObject({ code: 'reset' })
  expect(requests).toBe(1)
})

it('two names that share an address do not share a connection', async () => {
  const listener = await listen(onRequest((socket) => socket.write(answerText('200 OK', '{}'))))
  onTestFinished(() => listener.close())
  const egress = openEgress({
    policy: egressPolicy({ allow: '127.0.0.1' }),
    resolver: async () => ['127.0.0.1'],
  })
  await egress.fetch(`http://a.test:${listener.port}/`)
  await egress.fetch(`http://b.test:${listener.port}/`)
  expect(listener.taken()).toBe(2)
})

/** Starts a request, cancels it 60 ms after `isThere`, and gives the error and the time from the cancellation to it. */
async function cancelled(url: string, isThere: () => boolean = () => true) {
  const stop = new AbortController()
  let exchange: Exchange | undefined
  const egress = openEgress({
    policy,
    signal: stop.signal,
    resolver: () => new Promise(() => undefined),
    onExchange: (made) => {
      exchange = made
    },
  })
  const asking = egress.request({ name: 'x', method: 'GET', url }).catch((error: unknown) => error)
  await expect.poll(isThere, { interval: 5 }).toBe(true)
  await new Promise((resolve) => setTimeout(resolve, 60))
  const start = performance.now()
  stop.abort()
  const error = await asking
  const ms = performance.now() - start
  expect(ms).toBeLessThan(250)
  return { error, exchange, ms }
}
