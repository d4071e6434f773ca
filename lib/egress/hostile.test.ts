import { expect, it, onTestFinished } from 'vitest'
import type { Exchange } from '../api/exchange'
import type { EgressDeadlines } from './egress'
import { EgressError } from './errors'
import { makeCertificate } from './fixtures/certificate'
import { listenFull } from './fixtures/full-backlog'
import { type HostileServer, hostileServers } from './fixtures/hostile-servers'
import { answerText, type Listener, listen, onRequest } from './fixtures/listen'
import { openEgress } from './open-egress'
import { egressPolicy } from './policy'

const policy = egressPolicy({ allow: '127.0.0.1 idp.test' })
const phase = 500
const mebibyte = 1_048_576

it.each(hostileServers.map((hostile) => [hostile.name, hostile] as const))('%s', async (_, hostile) => {
  const listener = await listen(hostile.serve)
  const peak = watchMemory()
  const { error, exchange, ms } = await ask(hostile, listener, { phase })
  expect(error).toMatchObject({ code: hostile.code, phase: hostile.phase })
  expect(exchange?.failure).toBe(error?.message)
  expect(ms).toBeLessThan(phase + 1_000)
  expect(peak() / mebibyte).toBeLessThan(20)
  await expect.poll(() => listener.open(), { timeout: 250 }).toBe(0)
  await listener.close()
})

it('a connection that is neither taken nor refused ends with the phase named', async () => {
  const full = await listenFull()
  onTestFinished(() => full.close())
  const error = await failure(`http://127.0.0.1:${full.port}/`, { phase })
  expect(error).toMatchObject({ code: 'connect-timeout', phase: 'connect' })
})

it('a name that is never found ends with the phase named', async () => {
  const egress = openEgress({
    policy,
    resolver: () => new Promise(() => undefined),
    deadlines: { phase: 50 },
  })
  await expect(egress.request({ name: 'x', method: 'GET', url: 'https://idp.test/' })).rejects.toMatchObject({
    code: 'dns-timeout',
    phase: 'dns',
  })
})

it('all requests of a test together end at its deadline, however far each came', async () => {
  const listener = await listen(
    onRequest((socket) => setTimeout(() => socket.write(answerText('200 OK', '{}')), 60)),
  )
  const egress = openEgress({ policy, deadlines: { phase: 1_000, total: 200 } })
  const start = performance.now()
  const ended = async () => {
    for (;;) {
      await egress.request({ name: 'x', method: 'GET', url: `http://127.0.0.1:${listener.port}/` })
    }
  }
  await expect(ended()).rejects.toMatchObject({ code: 'total-timeout' })
  expect(performance.now() - start).toBeLessThan(400)
  await listener.close()
})

it.each([
  ['for another name', ['other.test'], 30, 'tls-name', true],
  ['signed by itself', ['idp.test'], 30, 'tls-untrusted', false],
  ['that has expired', ['idp.test'], -30, 'tls-expired', true],
])('a certificate %s ends the request before anything is sent', async (_, names, days, code, trusted) => {
  const certificate = await makeCertificate(names, days)
  let heard = 0
  const listener = await listen(
    onRequest(() => heard++),
    { certificate },
  )
  const egress = openEgress({
    policy: egressPolicy({ allow: 'idp.test', ...(trusted ? { ca: certificate.cert } : {}) }),
    resolver: async () => ['127.0.0.1'],
  })
  const asking = egress.request({ name: 'x', method: 'GET', url: `https://idp.test:${listener.port}/` })
  await expect(asking).rejects.toMatchObject({ code, phase: 'tls' })
  expect(heard).toBe(0)
  await listener.close()
})

it('twenty hostile answers at once leave memory bounded and others served', async () => {
  const listeners = await Promise.all(hostileServers.map(({ serve }) => listen(serve)))
  const friendly = await listen(onRequest((socket) => socket.write(answerText('200 OK', '{}'))))
  await failure(`http://127.0.0.1:${listeners[0]?.port}/`, { phase })
  const peak = watchMemory()
  let running = true
  const hostile = Promise.all(
    hostileServers.map((server, index) => ask(server, listeners[index] as Listener, { phase: 3_000 })),
  ).finally(() => {
    running = false
  })
  const times: number[] = []
  while (running) {
    const start = performance.now()
    const answer = await openEgress({ policy }).request({
      name: 'x',
      method: 'GET',
      url: `http://127.0.0.1:${friendly.port}/`,
    })
    expect(answer.status).toBe(200)
    times.push(performance.now() - start)
  }
  const ends = await hostile
  expect(ends.map(({ error }) => error?.code)).toEqual(hostileServers.map(({ code }) => code))
  // The median: the slowest are what else the machine was doing.
  times.sort((a, b) => a - b)
  expect(times[Math.floor(times.length / 2)]).toBeLessThan(100)
  // The servers and the loop above count too; one of the answers alone is 200 MB.
  expect(peak() / mebibyte).toBeLessThan(150)
  await Promise.all([friendly, ...listeners].map((listener) => listener.close()))
})

it('ninety-six hostile answers each end as they should', async () => {
  const listeners = await Promise.all(hostileServers.map(({ serve }) => listen(serve)))
  const codes = hostileServers.map(({ code }) => code)
  for (let round = 0; round < 4; round++) {
    const ends = await Promise.all(
      hostileServers.map((server, index) => ask(server, listeners[index] as Listener, { phase: 2_000 })),
    )
    expect([round, ends.map(({ error }) => error?.code)]).toEqual([round, codes])
  }
  await Promise.all(listeners.map((listener) => listener.close()))
})

async function ask(hostile: HostileServer, { port }: Listener, deadlines: Partial<EgressDeadlines>) {
  let exchange: Exchange | undefined
  const onExchange = (made: Exchange) => {
    exchange = made
  }
  const start = performance.now()
  const error = await failure(
    `${hostile.asksTls ? 'https' : 'http'}://127.0.0.1:${port}/`,
    deadlines,
    onExchange,
  )
  return { error, exchange, ms: performance.now() - start }
}

async function failure(
  url: string,
  deadlines: Partial<EgressDeadlines>,
  onExchange: (made: Exchange) => void = () => undefined,
): Promise<EgressError | null> {
  try {
    await openEgress({ policy, deadlines, onExchange }).request({ name: 'x', method: 'GET', url })
    return null
  } catch (error) {
    if (error instanceof EgressError) {
      return error
    }
    throw error
  }
}

/** Starts watching the memory of this process; what it gives is the most it grew by, in bytes. */
function watchMemory(): () => number {
  const before = process.memoryUsage.rss()
  let most = before
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 5)
  return () => {
    clearInterval(timer)
    return Math.max(most, process.memoryUsage.rss()) - before
  }
}
