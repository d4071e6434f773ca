import { expect, onTestFinished, test } from 'vitest'
import type { TestEvent } from '../../api/report'
import { type DefectiveProvider, type Defects, defectiveProvider } from './fixtures/defective-provider'
import { send, serve } from './fixtures/http'
import { begin, checksThat, finish, localSettings, localTools, redirectUri, verdictOf } from './fixtures/run'
import { signIn } from './fixtures/user-agent'
import { planSignIn } from './plan'
import { startOidc } from './start'

/** A provider whose keys are at a server of their own, which holds its first answer back until `release`. */
async function slowKeys() {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  const state = { asked: 0, closed: 0 }
  const keys = await serve(async (_, response) => {
    state.asked += 1
    response.on('close', () => {
      state.closed += response.writableFinished ? 0 : 1
    })
    await (state.asked === 1 ? released : undefined)
    response.end((await send(`${provider.issuer}/jwks`)).text)
  })
  const provider: DefectiveProvider = await started({
    metadata: (right) => ({ ...right, jwks_uri: keys.url }),
  })
  onTestFinished(keys.close)
  return { issuer: provider.issuer, state, release }
}

async function started(defects: Defects): Promise<DefectiveProvider> {
  const provider = await defectiveProvider(defects)
  onTestFinished(provider.close)
  return provider
}

/** The first half as it comes, event by event. */
async function firstHalf(issuer: string) {
  const controller = new AbortController()
  const tools = localTools({ signal: controller.signal })
  const settings = localSettings(issuer)
  const browser = { home: 'http://127.0.0.1', ownMachine: true }
  const plan = planSignIn(settings, { catcher: 'paste' }, browser, tools.now())
  return { settings, ticket: plan.ticket, events: startOidc(plan, tools), cancel: () => controller.abort() }
}

/** Reads up to the address of the sign-in page; the rest is left in the stream. */
async function untilAddress(events: AsyncGenerator<TestEvent, void>) {
  const read: TestEvent[] = []
  for (let next = await events.next(); next.done !== true; next = await events.next()) {
    read.push(next.value)
    if (next.value.type === 'continue' && next.value.next.kind === 'authorize') {
      return { read, url: next.value.next.url }
    }
  }
  throw new Error('There was no address.')
}

const findings = (events: readonly TestEvent[]) =>
  events.flatMap((event) => (event.type === 'finding' ? [event.finding.check] : []))

test('the address of the sign-in page does not wait for the signing keys, and their finding follows it', async () => {
  const { issuer, release } = await slowKeys()
  const { events } = await firstHalf(issuer)
  const { read } = await untilAddress(events)
  const rest: TestEvent[] = []
  release()
  for await (const event of events) {
    rest.push(event)
  }
  expect(findings(read)).not.toContain('discovery.keys')
  expect(rest.map(({ type }) => type)).not.toContain('done')
  expect(checksThat(rest, 'passed')).toEqual(['discovery.keys', 'oidc.sign-in-request'])
  const all = [...read, ...rest]
  const declared = all.flatMap((event) => (event.type === 'started' ? event.checks : []))
  expect(findings(all)).toEqual(declared)
})

test('a person who is back before the keys have been looked at is signed in with keys asked for anew', async () => {
  const { issuer, state } = await slowKeys()
  const { events, settings, ticket, cancel } = await firstHalf(issuer)
  const { url } = await untilAddress(events)
  await expect.poll(() => state.asked).toBe(1)
  const ended = await finish(settings, ticket, await signIn(url, redirectUri))
  expect(checksThat(ended, 'passed')).toContain('id-token.signature')
  expect(state.asked).toBe(2)
  cancel()
})

test('whoever is cancelled after the address frees the socket of the keys', async () => {
  const { issuer, state } = await slowKeys()
  const { events, cancel } = await firstHalf(issuer)
  await untilAddress(events)
  await expect.poll(() => state.asked).toBe(1)
  cancel()
  const rest: TestEvent[] = []
  for await (const event of events) {
    rest.push(event)
  }
  expect(verdictOf(rest)).toBe('cancelled')
  await expect.poll(() => state.closed, { timeout: 250, interval: 5 }).toBe(1)
})

test.each<[string, Defects]>([
  ['no keys', { keys: () => [] }],
  ['no set of keys', { metadata: (right) => ({ ...right, jwks_uri: `${right.issuer}/nothing` }) }],
  ['a secret key', { keys: () => [{ kty: 'oct', k: 'AAAA' }] }],
])('%s: reported before the sign-in, which then fails at the signature', async (_, defects) => {
  const settings = localSettings((await started(defects)).issuer)
  const { events, url, ticket } = await begin(settings)
  expect(checksThat(events, 'failed')).toEqual(['discovery.keys'])
  const ended = await finish(settings, ticket, await signIn(url, redirectUri))
  expect(checksThat(ended, 'failed')).toEqual(['id-token.signature'])
  expect(verdictOf(ended)).toBe('failed')
})

test('without a client ID there is no address, and the keys are looked at all the same', async () => {
  const { issuer } = await started({ keys: () => [] })
  const { events, url } = await begin(localSettings(issuer, { OIDCClientID: '' }))
  expect(url).toBe('')
  expect(checksThat(events, 'failed')).toEqual(['oidc.client-id', 'discovery.keys'])
  expect(events.at(-1)).toMatchObject({
    type: 'done',
    summary: { verdict: 'failed', text: expect.stringContaining('client ID is configured') },
  })
})

test('without a discovery document the keys are skipped with its title as the reason', async () => {
  const server = await serve((_, response) => void response.writeHead(404).end())
  onTestFinished(server.close)
  const { events } = await begin(localSettings(server.url))
  const keys = events.flatMap((event) =>
    event.type === 'finding' && event.finding.check === 'discovery.keys' ? [event.finding.means] : [],
  )
  expect(keys).toEqual(['Not checked: it needs “The answer is a discovery document”.'])
  expect(verdictOf(events)).toBe('failed')
})
