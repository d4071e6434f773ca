import { connect } from 'node:net'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { broughtField, callbackPath, guard, maxFormBytes } from '@/lib/access/guard'
import { allowedHosts } from '@/lib/access/hosts'
import { endPending } from '@/lib/testers/oidc/pending'
import { ask, beginSignIn, endAll, home, refused, signInAt } from './fixtures/caught-sign-in'
import { freePort } from './fixtures/free-port'
import { redirectListener } from './redirect-listener'

const every = 30
const listener = redirectListener('http://127.0.0.1:3000', { asks: true, every })
afterEach(endAll)
afterAll(() => listener.close())

describe('the page that began the sign-in gets the answer', () => {
  const [first, second] = ['http://localhost:3000', 'http://127.0.0.1:3000']
  const targets = (text: string) => ({
    action: /action="([^"]+)"/.exec(text)?.[1],
    byId: JSON.parse((/data-homes="([^"]*)"/.exec(text)?.[1] ?? '').replaceAll('&quot;', '"')) as unknown,
  })

  test('a state in the address names it', async () => {
    const elsewhere = await beginSignIn(true, { from: 'http://elsewhere.example' })
    const old = await beginSignIn(true, { from: first })
    const { redirectUri: at } = old
    await listener.listen(new URL(at))
    const young = await beginSignIn(true, { at, from: second })
    for (const [{ state }, from] of [
      [old, first],
      [young, second],
    ] as const) {
      for (const answer of [
        await ask(`${at}?code=a&state=${state}`),
        await ask(at, { method: 'POST', body: `code=a&state=${state}` }),
      ]) {
        expect(targets(answer.text)).toEqual({ action: `${from}/callback`, byId: {} })
        expect(answer.policy).toContain(`form-action ${from};`)
      }
    }
    // A fragment stays in the browser, which compares ids and learns no state; the newest one there is the last resort.
    const { text, policy } = await ask(at)
    const byId = { [old.ticket.id]: first, [young.ticket.id]: second }
    expect(targets(text)).toEqual({ action: `${second}/callback`, byId })
    expect(policy).toContain(`form-action ${second} ${first};`)
    for (const { state } of [old, young, elsewhere]) {
      expect(text).not.toContain(state)
    }
  })
})

describe('no more than a few ports are had', () => {
  test('the ninth is refused until another is free, and the port of Latchkey is named as that', async () => {
    const servedOn = await freePort()
    const few = redirectListener(home, { asks: false, every, servedOn })
    const own = await few.listen(new URL(`https://127.0.0.1:${servedOn}/jamfconnect`))
    expect(own).toMatchObject({ advice: expect.stringContaining('that Latchkey itself is served on') })
    const eight = []
    for (let count = 0; count < 8; count += 1) {
      eight.push(await signInAt(few))
    }
    const { redirectUri } = await beginSignIn()
    const ninth = await few.listen(new URL(redirectUri))
    expect(ninth).toMatchObject({ listening: false, advice: expect.stringContaining('one too many') })
    await refused(redirectUri)
    const [done] = eight
    expect(await few.listen(new URL(done?.redirectUri ?? ''))).toEqual({ listening: true })
    endPending(done?.ticket.id ?? '', Date.now())
    expect(await few.listen(new URL(redirectUri))).toEqual({ listening: true })
    for (const { ticket } of eight) {
      endPending(ticket.id, Date.now())
    }
    await few.close()
  })
})

test('what it takes is what /callback takes: the size is that of the form sent on', async () => {
  const { redirectUri } = await signInAt(listener)
  const hosts = allowedHosts('127.0.0.1', 3000, null)
  const types = { host: ['127.0.0.1:3000'], 'content-type': ['application/x-www-form-urlencoded'] }
  // Each of these characters is three once it is encoded.
  const room = (maxFormBytes - new URLSearchParams({ [broughtField]: 'form:code=' }).toString().length) / 3
  for (const [length, status] of [
    [Math.floor(room), 200],
    [Math.floor(room) + 1, 413],
  ] as const) {
    const form = `code=${'='.repeat(length)}`
    expect((await ask(redirectUri, { method: 'POST', body: form })).status).toBe(status)
    const carried = new URLSearchParams({ [broughtField]: `form:${form}` }).toString()
    const headers = { ...types, 'content-length': [String(carried.length)] }
    const refusal = guard({ method: 'POST', url: callbackPath, headers }, hosts)
    expect(refusal?.status ?? 200).toBe(status)
  }
  expect((await ask(`${redirectUri}?code=${'='.repeat(23_000)}`)).status).toBe(413)
  expect((await ask(`${redirectUri}?code=${'a'.repeat(50_000)}`)).status).toBe(200)
})

test('a connection from before that has said nothing yet is closed with it', async () => {
  const { redirectUri, ticket } = await signInAt(listener)
  const socket = connect(Number(new URL(redirectUri).port), '127.0.0.1')
  const closed = new Promise((resolve) => socket.on('error', resolve).on('close', resolve))
  await new Promise((resolve) => socket.once('connect', resolve))
  endPending(ticket.id, Date.now())
  await refused(redirectUri)
  await closed
  expect(socket.bytesRead).toBe(0)
})
