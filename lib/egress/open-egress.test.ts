import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Exchange } from '../api/exchange'
import { makeCertificate } from './fixtures/certificate'
import { answerText, listen, onRequest } from './fixtures/listen'
import { openEgress } from './open-egress'
import { egressPolicy } from './policy'

const policy = egressPolicy({ allow: '127.0.0.0/8 ::1' })
const seen: { method: string; url: string; headers: Record<string, unknown>; body: string }[] = []
const encodings = { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync }

const server = createServer(async (request, response) => {
  let body = ''
  for await (const chunk of request) {
    body += chunk
  }
  seen.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body })
  const coding = request.url?.slice(1) as keyof typeof encodings
  if (request.url === '/redirect') {
    response.writeHead(307, { Location: `${origin}/elsewhere` }).end()
  } else if (coding in encodings) {
    response.writeHead(200, { 'Content-Encoding': coding }).end(encodings[coding]('{"a":1}'))
  } else {
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"ok":true}')
  }
})
let origin = ''
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close())

it('a form is sent as a form and the answer comes back whole', async () => {
  const egress = openEgress({ policy })
  const answer = await egress.request({
    name: 'Token',
    method: 'POST',
    url: `${origin}/token`,
    form: { grant_type: 'password', scope: 'openid profile' },
  })
  expect([answer.status, answer.text(), answer.headers.get('content-type')]).toEqual([
    200,
    '{"ok":true}',
    'application/json',
  ])
  expect(seen.at(-1)).toMatchObject({
    method: 'POST',
    url: '/token',
    body: 'grant_type=password&scope=openid+profile',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'accept-encoding': 'identity' },
  })
})

it('phases are timed in order, and a second request on the same connection has none before "sent"', async () => {
  const exchanges: Exchange[] = []
  const egress = openEgress({ policy, onExchange: (exchange) => exchanges.push(exchange) })
  const url = origin.replace('127.0.0.1', 'localhost')
  const ask = () => egress.request({ name: 'Discovery', method: 'GET', url })
  await ask()
  await ask()
  const [first, second] = exchanges.map(({ timing }) => timing)
  const { start = -1, dns = -1, connect = -1, sent = -1, firstByte = -1, end = -1 } = first ?? {}
  expect([0, start, dns, connect, sent, firstByte, end]).toEqual(
    [0, start, dns, connect, sent, firstByte, end].sort((a, b) => a - b),
  )
  expect(second).not.toHaveProperty('connect')
})

it.each(Object.keys(encodings))('an answer compressed with %s though unasked is read', async (coding) => {
  const answer = await openEgress({ policy }).request({
    name: 'x',
    method: 'GET',
    url: `${origin}/${coding}`,
  })
  expect(answer.text()).toBe('{"a":1}')
})

it('a redirect is an answer: its target is never asked, and a password does not travel on', async () => {
  const before = seen.length
  const answer = await openEgress({ policy }).request({
    name: 'Token',
    method: 'POST',
    url: `${origin}/redirect`,
    form: { password: 'correct horse' },
  })
  expect([answer.status, answer.headers.get('location')]).toEqual([307, `${origin}/elsewhere`])
  expect(seen.slice(before).map(({ url }) => url)).toEqual(['/redirect'])
})

it('over TLS the name goes into SNI, Host and the check of the certificate, the vetted address into the connection', async () => {
  const certificate = await makeCertificate(['idp.test'])
  let head = ''
  const listener = await listen(
    onRequest((socket, text) => {
      head = text
      socket.write(answerText('200 OK', '{}'))
    }),
    { certificate },
  )
  const exchanges: Exchange[] = []
  const egress = openEgress({
    policy: egressPolicy({ allow: 'idp.test', ca: certificate.cert }),
    resolver: async () => ['127.0.0.1'],
    onExchange: (exchange) => exchanges.push(exchange),
  })
  const answer = await egress.request({
    name: 'x',
    method: 'GET',
    url: `https://idp.test:${listener.port}/a?b=c`,
  })
  expect(answer.status).toBe(200)
  expect(head).toContain(`GET /a?b=c HTTP/1.1`)
  expect(head).toContain(`Host: idp.test:${listener.port}`)
  expect(exchanges[0]?.timing.tls).toBeGreaterThan(0)
  await listener.close()
})

it('fetch goes the same way and is named after its URL', async () => {
  const exchanges: Exchange[] = []
  const egress = openEgress({ policy, onExchange: (exchange) => exchanges.push(exchange) })
  const response = await egress.fetch(`${origin}/.well-known/openid-configuration`)
  expect([response.status, await response.json()]).toEqual([200, { ok: true }])
  await egress.named('Token (retry)')(`${origin}/token`, {
    method: 'POST',
    body: new URLSearchParams({ a: 'b' }),
  })
  expect(exchanges.map(({ name, method, body }) => [name, method, body])).toEqual([
    ['Discovery', 'GET', undefined],
    ['Token (retry)', 'POST', [{ name: 'a', value: 'b' }]],
  ])
  await expect(egress.fetch('https://169.254.169.254/')).rejects.toMatchObject({ code: 'blocked-address' })
})

it('makes the records when there is time, in the order of the answers, when it is told how', async () => {
  const exchanges: Exchange[] = []
  const postponed: (() => void)[] = []
  const egress = openEgress({
    policy,
    onExchange: (exchange) => exchanges.push(exchange),
    later: (work) => postponed.push(work),
  })
  await egress.request({ name: 'One', method: 'GET', url: `${origin}/one` })
  await egress.request({ name: 'Two', method: 'GET', url: 'http://169.254.169.254/' }).catch(() => undefined)
  egress.protect('secret', `${origin}/one`)
  expect(exchanges).toEqual([])
  for (const work of postponed) {
    work()
  }
  expect(exchanges.map(({ name }) => name)).toEqual(['One', 'Two'])
  expect(exchanges[0]?.url).toBe('<secret>')
  expect(exchanges[0]?.timing.end).toBeLessThanOrEqual(exchanges[1]?.timing.start ?? 0)
})
