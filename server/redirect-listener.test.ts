import { createServer } from 'node:http'
import { request } from 'node:https'
import type { AddressInfo } from 'node:net'
import { afterAll, describe, expect, test } from 'vitest'
import { newTicket } from '@/lib/testers/oidc/flow'
import { begin } from '@/lib/testers/oidc/pending'
import { redirectListener } from './redirect-listener'

const home = 'http://localhost:3000'
const listener = redirectListener('http://127.0.0.1:3000')
afterAll(() => listener.close())

type Answer = { status: number; location: string; policy: string; text: string }

function ask(
  url: string,
  { method = 'GET', host, body = '' }: { method?: string; host?: string; body?: string } = {},
): Promise<Answer> {
  const headers = {
    ...(host === undefined ? {} : { host }),
    ...(body === '' ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
  }
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { method, headers, rejectUnauthorized: false, agent: false },
      async (answer) => {
        const chunks = []
        for await (const chunk of answer) {
          chunks.push(chunk)
        }
        const { location = '', 'content-security-policy': policy = '' } = answer.headers
        const text = Buffer.concat(chunks).toString()
        resolve({ status: answer.statusCode ?? 0, location, policy: String(policy), text })
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function signIn() {
  const redirectUri = `https://127.0.0.1:${await freePort()}/jamfconnect`
  const flow = { responseType: 'code', responseMode: 'query', modeIsDefault: true } as const
  const ticket = newTicket({ clientId: 'x' } as never, flow, { discoveryUrl: '', redirectUri }, Date.now())
  begin(ticket, { metadata: { issuer: 'https://idp.example' }, home })
  expect(await listener(new URL(redirectUri))).toEqual({ listening: true })
  return { redirectUri, state: ticket.state }
}

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
  test('other paths, hosts and methods get nothing', async () => {
    const { redirectUri } = await signIn()
    const { origin, port } = new URL(redirectUri)
    for (const answer of [
      await ask(`${origin}/`),
      await ask(`${origin}/jamfconnect/x`),
      await ask(`${origin}/api/configurations`),
      await ask(redirectUri, { host: `evil.example:${port}` }),
      await ask(redirectUri, { host: `localhost:${port}` }),
      await ask(redirectUri, { method: 'PUT' }),
    ]) {
      expect([answer.status, answer.location]).toEqual([404, ''])
    }
  })

  test('a form larger than any answer is refused', async () => {
    const { redirectUri } = await signIn()
    const answer = await ask(redirectUri, { method: 'POST', body: 'x'.repeat(70_000) })
    expect(answer.status).toBe(413)
  })

  test('a port that is taken is named, with what to do', async () => {
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    const { port } = taken.address() as AddressInfo
    const state = await listener(new URL(`https://127.0.0.1:${port}/jamfconnect`))
    expect(state).toMatchObject({ listening: false, advice: expect.stringContaining(`Port ${port}`) })
    await new Promise((resolve) => taken.close(resolve))
  })
})
