import { expect, it, onTestFinished } from 'vitest'
import { makeCertificate } from './fixtures/certificate'
import { listenFull } from './fixtures/full-backlog'
import { answerText, listen, onRequest } from './fixtures/listen'
import { openEgress } from './open-egress'
import { egressPolicy } from './policy'

const answering = onRequest((socket) => socket.end(answerText('200 OK', '{}')))

it.each([
  ['http', ['::1', '127.0.0.1']],
  ['http', ['127.0.0.3', '127.0.0.2', '127.0.0.1']],
  ['https', ['::1', '127.0.0.1']],
  ['https', ['127.0.0.2', '::1', '127.0.0.1']],
] as const)('over %s, an address that refuses is followed by the next of %j', async (scheme, addresses) => {
  const certificate = await makeCertificate(['idp.test'])
  const listener = await listen(answering, scheme === 'https' ? { certificate } : {})
  onTestFinished(() => listener.close())
  const policy = egressPolicy({ allow: 'idp.test', ca: certificate.cert })
  const egress = openEgress({ policy, resolver: async () => addresses })
  expect((await egress.fetch(`${scheme}://idp.test:${listener.port}/`)).status).toBe(200)
})

it('an address that does not answer is followed by the next within a second', async () => {
  const full = await listenFull()
  onTestFinished(() => full.close())
  const listener = await listen(answering, { host: '127.0.0.2', port: full.port })
  onTestFinished(() => listener.close())
  const policy = egressPolicy({ allow: 'idp.test' })
  const egress = openEgress({ policy, resolver: async () => ['127.0.0.1', '127.0.0.2'] })
  const start = performance.now()
  expect((await egress.fetch(`http://idp.test:${full.port}/`)).status).toBe(200)
  expect(performance.now() - start).toBeLessThan(1_000)
})

it('when every address refuses, the connection was refused', async () => {
  const listener = await listen(answering)
  await listener.close()
  const policy = egressPolicy({ allow: 'idp.test' })
  const egress = openEgress({ policy, resolver: async () => ['::1', '127.0.0.1'] })
  await expect(egress.fetch(`http://idp.test:${listener.port}/`)).rejects.toMatchObject({
    code: 'connect-refused',
    phase: 'connect',
    detail: 'ECONNREFUSED',
  })
})

it('an IPv6 address is asked by its number, in the header too, and checked against the certificate', async () => {
  let head = ''
  const listener = await listen(
    onRequest((socket, text) => {
      head = text
      socket.end(answerText('200 OK', '{}'))
    }),
    { host: '::1' },
  )
  onTestFinished(() => listener.close())
  await openEgress({ policy: egressPolicy({ allow: '::1' }) }).fetch(`http://[0::1]:${listener.port}/`)
  expect(head).toContain(`Host: [::1]:${listener.port}\r\n`)
})

it('over https, an address has to be in the certificate', async () => {
  const verdicts = []
  for (const name of ['127.0.0.1', 'localhost']) {
    const certificate = await makeCertificate([name])
    const listener = await listen(answering, { certificate })
    onTestFinished(() => listener.close())
    const policy = egressPolicy({ allow: '127.0.0.1', ca: certificate.cert })
    const asking = openEgress({ policy }).fetch(`https://127.0.0.1:${listener.port}/`)
    verdicts.push(await asking.then(({ status }) => status).catch(({ code }) => code))
  }
  expect(verdicts).toEqual([200, 'tls-name'])
})
