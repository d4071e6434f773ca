import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Exchange } from '../api/exchange'
import type { EgressRequest } from './egress'
import { EgressError } from './errors'
import { forbiddenUrls, neverUrls } from './fixtures/forbidden-urls'
import { answerText, type Listener, listen, onRequest } from './fixtures/listen'
import { openEgress } from './open-egress'
import { egressPolicy } from './policy'
import type { Resolver } from './resolve'

const closed = egressPolicy()
const everything = egressPolicy({ allow: '0.0.0.0/0 ::/0' })
/** Every name leads to the canary. */
const toCanary: Resolver = async () => ['127.0.0.1']

let canary: Listener
beforeAll(async () => {
  // On all addresses of this machine, so that every spelling that gets through is counted.
  canary = await listen(
    onRequest((socket) => socket.end(answerText('200 OK', '{}'))),
    { host: '::' },
  )
})
afterAll(() => canary.close())

it('the canary hears a request that is let through', async () => {
  const before = canary.taken()
  const egress = openEgress({ policy: egressPolicy({ allow: '127.0.0.1 ::1' }) })
  await egress.request(get(`http://127.0.0.1:${canary.port}/`))
  await egress.request(get(`http://[::1]:${canary.port}/`))
  expect(canary.taken() - before).toBe(2)
})

it('no spelling of a forbidden target reaches the canary', async () => {
  const before = canary.taken()
  const urls = forbiddenUrls(canary.port)
  expect(urls.length).toBeGreaterThanOrEqual(120)
  for (const url of urls) {
    const records: Exchange[] = []
    const egress = openEgress({
      policy: closed,
      resolver: toCanary,
      onExchange: (exchange) => records.push(exchange),
    })
    expect([url, await refusal(egress.request(get(url)))]).toEqual([url, 'refused'])
    expect([url, await refusal(egress.fetch(url))]).toEqual([url, 'refused'])
    expect(records[0]?.failure).toBeTruthy()
  }
  expect(canary.taken() - before).toBe(0)
})

it('what is never asked stays unasked when the operator allows all addresses', async () => {
  const before = canary.taken()
  const urls = neverUrls(canary.port)
  const egress = openEgress({ policy: everything, resolver: toCanary })
  for (const url of urls) {
    expect([url, await refusal(egress.request(get(url)))]).toEqual([url, 'refused'])
  }
  expect(urls.length).toBeGreaterThanOrEqual(120)
  expect(canary.taken() - before).toBe(0)
})

it('a name that alternates between an allowed and a forbidden address never reaches the forbidden one in 1,000 rounds', async () => {
  const { allowed, forbidden, port } = await twoListeners()
  let round = 0
  const alternating: Resolver = async () => [round++ % 2 === 0 ? '127.0.0.1' : '::1']
  const verdicts = { answered: 0, refused: 0 }
  const policy = egressPolicy({ allow: '127.0.0.1' })
  const pinnedToOne = openEgress({ policy, resolver: alternating })
  for (let index = 0; index < 1_000; index++) {
    const egress = index < 500 ? openEgress({ policy, resolver: alternating }) : pinnedToOne
    const verdict = await refusal(egress.request(get(`http://idp.test:${port}/`)))
    verdicts[verdict === 'refused' ? 'refused' : 'answered']++
  }
  // 250 of the first 500 were given the forbidden address; the last 500 shared one answer.
  expect(verdicts).toEqual({ answered: 750, refused: 250 })
  expect([round, forbidden.taken()]).toEqual([501, 0])
  await Promise.all([allowed.close(), forbidden.close()])
})

it.each([
  ['127.0.0.1', '::1'],
  ['::1', '127.0.0.1'],
])('an answer that mixes %s and %s is refused as a whole', async (...addresses) => {
  const { allowed, forbidden, port } = await twoListeners()
  const egress = openEgress({ policy: egressPolicy({ allow: '127.0.0.1' }), resolver: async () => addresses })
  expect(await refusal(egress.request(get(`http://idp.test:${port}/`)))).toBe('refused')
  expect([allowed.taken(), forbidden.taken()]).toEqual([0, 0])
  await Promise.all([allowed.close(), forbidden.close()])
})

it('an address that an answer names obeys the same policy', async () => {
  const before = canary.taken()
  const provider = await listen(
    onRequest((socket) =>
      socket.write(answerText('200 OK', JSON.stringify({ jwks_uri: `http://[::1]:${canary.port}/keys` }))),
    ),
  )
  const egress = openEgress({ policy: egressPolicy({ allow: `127.0.0.1:${provider.port}` }) })
  const answer = await egress.request(get(`http://127.0.0.1:${provider.port}/`))
  expect(await refusal(egress.request(get(JSON.parse(answer.text()).jwks_uri)))).toBe('refused')
  expect(canary.taken() - before).toBe(0)
  await provider.close()
})

it('a refused target looks and takes the same whether something listens there or not', async () => {
  const nobody = await listen(() => undefined)
  await nobody.close()
  const ask = async (port: number) => {
    const start = performance.now()
    const error = await openEgress({ policy: closed })
      .request(get(`https://127.0.0.1:${port}/`))
      .catch((thrown: unknown) => thrown)
    const { code, phase, host, detail, message } = error as EgressError
    return { ms: performance.now() - start, shape: { code, phase, host, detail, message } }
  }
  const times: { open: number[]; closed: number[] } = { open: [], closed: [] }
  for (let index = 0; index < 50; index++) {
    const [open, shut] = [await ask(canary.port), await ask(nobody.port)]
    expect(open.shape).toEqual(shut.shape)
    times.open.push(open.ms)
    times.closed.push(shut.ms)
  }
  // Not the slowest of 50, which is what else the machine was doing.
  const nineOfTen = (list: number[]) => list.sort((a, b) => a - b)[44] ?? Number.NaN
  expect(Math.abs(nineOfTen(times.open) - nineOfTen(times.closed))).toBeLessThan(20)
})

it('no proxy of the environment is asked', async () => {
  const before = canary.taken()
  process.env.HTTP_PROXY = process.env.http_proxy = `http://127.0.0.1:${canary.port}`
  const nobody = await listen(() => undefined)
  await nobody.close()
  const egress = openEgress({ policy: egressPolicy({ allow: '127.0.0.1' }) })
  await expect(egress.request(get(`http://127.0.0.1:${nobody.port}/`))).rejects.toMatchObject({
    code: 'connect-refused',
  })
  delete process.env.HTTP_PROXY
  delete process.env.http_proxy
  expect(canary.taken() - before).toBe(0)
})

/** One on 127.0.0.1 and one on ::1, on the same port. */
async function twoListeners(): Promise<{ allowed: Listener; forbidden: Listener; port: number }> {
  const serve = onRequest((socket) => socket.end(answerText('200 OK', '{}')))
  const allowed = await listen(serve)
  const forbidden = await listen(serve, { host: '::1', port: allowed.port })
  return { allowed, forbidden, port: allowed.port }
}

function get(url: string): EgressRequest {
  return { name: 'Token', method: 'GET', url }
}

async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'answered'
  } catch (error) {
    const refused =
      error instanceof EgressError && error.phase === 'policy' && /^(blocked|bad-url)/.test(error.code)
    return refused ? 'refused' : String(error)
  }
}
