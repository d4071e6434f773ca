import { X509Certificate } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { networkInterfaces } from 'node:os'
import { connect as secure } from 'node:tls'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import type { Listener } from '@/lib/testers/oidc/catchers'
import { begin, endPending, extend } from '@/lib/testers/oidc/pending'
import { ask, beginSignIn, endAll, home, knock, refused, signInAt } from './fixtures/caught-sign-in'
import { bind } from './loopback-port'
import { redirectListener } from './redirect-listener'

const every = 30
const listener = redirectListener('http://127.0.0.1:3000', { asks: true, every })
/** Where the account may have 127.0.0.1 only together with every other address, as on macOS. */
const everywhere = redirectListener('http://127.0.0.1:3000', {
  asks: true,
  every,
  everyAddress: () => true,
  bind: (server, port, address) =>
    address === '127.0.0.1'
      ? Promise.reject(Object.assign(new Error(), { code: 'EACCES' }))
      : bind(server, port, address),
})
afterEach(endAll)
afterAll(() => Promise.all([listener.close(), everywhere.close()]))

const signIn = (at: Listener = listener) => signInAt(at)

describe('the listener sends answers on to the page that waits for them', () => {
  test('an answer in the address, which only the browser has whole', async () => {
    const { redirectUri, state } = await signIn()
    for (const address of [`${redirectUri}?code=a%20b&state=${state}`, redirectUri]) {
      const { status, location, text, policy } = await ask(address)
      expect([status, location]).toEqual([200, ''])
      expect(text).toContain(`<form method="post" action="${home}/callback">`)
      expect(text).not.toContain(state)
      expect(policy).toContain(`form-action ${home};`)
    }
  })

  test('a form, by a page whose only script has the nonce of its policy', async () => {
    const { redirectUri, state } = await signIn()
    const body = `code=%22"><script>&state=${state}`
    const { status, text, policy } = await ask(redirectUri, { method: 'POST', body })
    expect(status).toBe(200)
    expect(text).toContain(`data-form="code=%22&quot;>&lt;script>&amp;state=${state}"`)
    expect(text).toContain(`action="${home}/callback"`)
    const [, nonce] = /'nonce-([^']+)'/.exec(policy) ?? []
    expect(text).toContain(`<script nonce="${nonce}">`)
    expect(text.match(/<script/g)).toHaveLength(1)
  })
})

describe('the listener does nothing else', () => {
  test('other paths, hosts and methods get nothing, nor do sign-ins that are pasted', async () => {
    const { redirectUri } = await signIn()
    const { origin, port } = new URL(redirectUri)
    const pasted = await beginSignIn(false)
    for (const answer of [
      await ask(`${origin}/`),
      await ask(`${origin}/jamfconnect/x`),
      await ask(`${origin}/api/configurations`),
      await ask(redirectUri, { host: `evil.example:${port}` }),
      await ask(redirectUri, { host: `localhost:${port}` }),
      await ask(redirectUri, { host: new URL(pasted.redirectUri).host }),
      await ask(redirectUri, { method: 'PUT' }),
    ]) {
      expect([answer.status, answer.location]).toEqual([404, ''])
    }
  })

  test('its certificate is good for a server at 127.0.0.1, and for signing nothing', async () => {
    const { redirectUri } = await signIn()
    const socket = secure({
      port: Number(new URL(redirectUri).port),
      host: '127.0.0.1',
      rejectUnauthorized: false,
    })
    await new Promise((resolve) => socket.once('secureConnect', resolve))
    const { raw } = socket.getPeerCertificate()
    socket.destroy()
    const certificate = new X509Certificate(raw)
    expect([certificate.ca, certificate.subjectAltName]).toEqual([false, 'IP Address:127.0.0.1'])
    expect(certificate.checkIP('127.0.0.1')).toBe('127.0.0.1')
    // TLS server authentication
    expect(certificate.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1'])
  })

  test('a form larger than any answer is refused', async () => {
    const { redirectUri } = await signIn()
    const answer = await ask(redirectUri, { method: 'POST', body: 'x'.repeat(70_000) })
    expect(answer.status).toBe(413)
    expect(answer.text).toContain('This answer is too large')
  })

  test('a port that is taken is named, with what to do', async () => {
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    const { port } = taken.address() as AddressInfo
    for (const each of [listener, everywhere]) {
      const state = await each.listen(new URL(`https://127.0.0.1:${port}/jamfconnect`))
      expect(state).toEqual({
        listening: false,
        advice: `Port ${port} of 127.0.0.1 is taken by another program; stop it to have the answer caught.`,
      })
    }
    await new Promise((resolve) => taken.close(resolve))
  })
})

describe('the port is had for as long as somebody waits', () => {
  test('it is closed once the last sign-in there has come back or is cancelled, and opened for the next one', async () => {
    const { redirectUri, ticket } = await signIn()
    await new Promise((resolve) => setTimeout(resolve, every * 4))
    expect((await ask(redirectUri)).status).toBe(200)
    endPending(ticket.id, Date.now())
    await refused(redirectUri)
    begin(ticket, { metadata: { issuer: 'https://idp.example' }, home, caught: true })
    expect(await listener.listen(new URL(redirectUri))).toEqual({ listening: true })
    expect((await ask(redirectUri)).status).toBe(200)
  })

  test('it is closed when the person pastes after all', async () => {
    const { redirectUri, ticket } = await signIn()
    extend(ticket, { caught: false })
    await refused(redirectUri)
  })
})

describe('where the port is had on every address', () => {
  test('the browser of this machine is answered', async () => {
    const { redirectUri } = await signIn(everywhere)
    expect((await ask(redirectUri)).status).toBe(200)
  })

  test('what comes to another address is closed before a byte is sent', async () => {
    const { redirectUri } = await signIn(everywhere)
    const port = Number(new URL(redirectUri).port)
    expect(await knock(port, '127.0.0.1')).toMatchObject({ end: 'open' })
    const own = Object.values(networkInterfaces()).flatMap((each) => each ?? [])
    const outside = own.filter(({ internal, family }) => !internal && family === 'IPv4')
    const others = process.platform === 'linux' ? ['127.0.0.2'] : []
    for (const address of [...others, ...outside.map(({ address: each }) => each)]) {
      expect(await knock(port, address), address).toEqual({ end: 'closed', bytes: 0 })
    }
  })

  test.runIf(process.platform === 'linux')(
    'a program that has 127.0.0.1 for itself is another program that has the port',
    async () => {
      const other = createServer()
      await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
      const { port } = other.address() as AddressInfo
      // Linux lets nobody listen on all addresses then; on another one it does.
      const beside = redirectListener(home, {
        asks: true,
        everyAddress: () => true,
        bind: (server, at, address) =>
          address === '127.0.0.1'
            ? Promise.reject(Object.assign(new Error(), { code: 'EACCES' }))
            : bind(server, at, '127.0.0.2'),
      })
      const state = await beside.listen(new URL(`https://127.0.0.1:${port}/jamfconnect`))
      expect(state).toMatchObject({
        listening: false,
        advice: expect.stringContaining('taken by another program'),
      })
      await beside.close()
      await new Promise((resolve) => other.close(resolve))
    },
    10_000,
  )
})
