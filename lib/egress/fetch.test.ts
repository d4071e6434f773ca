import * as client from 'openid-client'
import { expect, it, onTestFinished } from 'vitest'
import type { Exchange } from '../api/exchange'
import type { EgressError } from './errors'
import { answerText, listen, onRequest } from './fixtures/listen'
import { openEgress } from './open-egress'
import { egressPolicy } from './policy'

it('openid-client works through it, and an inward address in the metadata stops its next request', async () => {
  const canary = await listen(() => undefined, { host: '::1' })
  const provider = await listen(
    onRequest((socket, head) => {
      const issuer = `http://${/^host: (.*)$/im.exec(head)?.[1]}`
      const token_endpoint = `http://[::1]:${canary.port}/token`
      socket.write(
        answerText('200 OK', JSON.stringify({ issuer, token_endpoint }), ['Content-Type: application/json']),
      )
    }),
  )
  onTestFinished(async () => {
    await Promise.all([canary.close(), provider.close()])
  })
  const exchanges: Exchange[] = []
  const egress = openEgress({
    policy: egressPolicy({ allow: '127.0.0.1' }),
    onExchange: (exchange) => exchanges.push(exchange),
  })
  const issuer = new URL(`http://127.0.0.1:${provider.port}`)
  const configuration = await client.discovery(
    issuer,
    'client',
    's3cret-of-client',
    client.ClientSecretBasic(),
    {
      execute: [client.allowInsecureRequests],
      [client.customFetch]: egress.fetch,
    },
  )
  const grant = client.genericGrantRequest(configuration, 'password', {
    username: 'ada',
    password: 'hunter2 hunter2',
  })
  const error = await grant.catch((thrown: Error) => thrown)
  expect((error as { cause: EgressError }).cause).toMatchObject({ code: 'blocked-address', phase: 'policy' })
  expect(exchanges.map(({ name, failure }) => [name, failure !== undefined])).toEqual([
    ['Discovery', false],
    ['Token', true],
  ])
  expect(JSON.stringify(exchanges)).not.toMatch(/hunter2|s3cret/)
  expect(canary.taken()).toBe(0)
})

it.each(['HEAD', 'GET'])(
  'an empty answer to %s that claims to be compressed is an answer',
  async (method) => {
    const server = await listen(
      onRequest((socket) =>
        socket.end('HTTP/1.1 204 No Content\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n'),
      ),
    )
    onTestFinished(() => server.close())
    const response = await openEgress({ policy: egressPolicy({ allow: '127.0.0.1' }) }).fetch(
      `http://127.0.0.1:${server.port}/`,
      { method },
    )
    expect([response.status, await response.text()]).toEqual([204, ''])
  },
)

it.each([
  ['a header with a line break', { headers: { a: 'b\r\nc: d' } }],
  ['a method of its own', { method: 'CONNECT' }],
  ['a body for GET', { method: 'GET', body: 'x' }],
])('%s is refused before anything is sent', async (_, init) => {
  const server = await listen(() => undefined)
  onTestFinished(() => server.close())
  const egress = openEgress({ policy: egressPolicy({ allow: '127.0.0.1' }) })
  await expect(egress.fetch(`http://127.0.0.1:${server.port}/`, init)).rejects.toMatchObject({
    code: 'bad-request',
  })
  expect(server.taken()).toBe(0)
})

it('headers of the connection are Latchkey’s, whatever the caller gives', async () => {
  let head = ''
  const server = await listen(
    onRequest((socket, text) => {
      head = text
      socket.end(answerText('200 OK', '{}', ['Connection: close']))
    }),
  )
  onTestFinished(() => server.close())
  await openEgress({ policy: egressPolicy({ allow: '127.0.0.1' }) }).request({
    name: 'x',
    method: 'POST',
    url: `http://127.0.0.1:${server.port}/`,
    headers: {
      Host: 'evil.test',
      'Transfer-Encoding': 'chunked',
      'content-length': '9',
      'accept-encoding': 'gzip',
    },
    json: {},
  })
  expect(head).toContain(`Host: 127.0.0.1:${server.port}\r\n`)
  expect(head).toMatch(/content-length: 2\r\n/i)
  expect(head).not.toMatch(/evil|chunked|gzip/)
})
