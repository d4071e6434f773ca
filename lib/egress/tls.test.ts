import { createServer as createHttpsServer } from 'node:https'
import { createServer } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { makeCertificate } from './fixtures/certificate'
import { listen, onRequest } from './fixtures/listen'
import { openEgress } from './open-egress'
import { egressPolicy } from './policy'

async function failureAt(server: ReturnType<typeof createServer>, ca: string) {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const egress = openEgress({
    policy: egressPolicy({ allow: 'idp.test', ca }),
    resolver: async () => ['127.0.0.1'],
  })
  return egress.request({ name: 'x', method: 'GET', url: `https://idp.test:${port}/` }).then(
    () => null,
    (error: { code: string }) => error.code,
  )
}

it.each([
  ['tls-old', { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' }],
  ['tls-client-certificate', { requestCert: true, rejectUnauthorized: true }],
  ['tls-refused', { requestCert: true, rejectUnauthorized: true, maxVersion: 'TLSv1.2' }],
] as const)('a server that cannot agree on TLS: %s', async (code, options) => {
  const { key, cert } = await makeCertificate(['idp.test'])
  const server = createHttpsServer({ key, cert, ...options }, (_, response) => response.end())
  expect(
    await failureAt(
      server.on('tlsClientError', () => undefined),
      cert,
    ),
  ).toBe(code)
})

it('a server of plain http at an https address is named as one', async () => {
  const { cert } = await makeCertificate(['idp.test'])
  const server = createServer((socket) =>
    socket.on('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
  )
  expect(await failureAt(server, cert)).toBe('tls-not-spoken')
})

it('a fault in the packet of the head ends the request at once, not at the deadline', async () => {
  const listener = await listen(
    onRequest((socket) =>
      socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabcd\r\n0\r\n\r\n'),
    ),
  )
  onTestFinished(() => listener.close())
  const egress = openEgress({ policy: egressPolicy({ allow: '127.0.0.1' }) })
  const start = performance.now()
  const asking = egress.request({ name: 'x', method: 'GET', url: `http://127.0.0.1:${listener.port}/` })
  await expect(asking).rejects.toMatchObject({ code: 'bad-answer', phase: 'body' })
  expect(performance.now() - start).toBeLessThan(2_000)
})
