import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AttemptOutcome } from '@/lib/api/attempts'
import { isWebAddress } from '@/lib/schema/web-address'
import type { TestEvent } from '../api/report'
import { forbiddenHosts, forbiddenUrls } from '../egress/fixtures/forbidden-urls'
import type { Listener } from '../egress/fixtures/listen'
import { hide } from '../egress/hide'
import { rememberSecrets } from '../egress/known-secrets'
import { type Plain, settingsOf } from '../schema/fixtures/settings'
import type { Settings } from '../schema/settings'
import type { AttemptLedger } from './attempt-ledger'
import { testDiscovery } from './discovery/test-discovery'
import { each, exchangesOf, findingOf, refuses, startCanary, toolsFor } from './fixtures/forbidden-targets'
import { collect } from './oidc/fixtures/run'
import { planSignIn } from './oidc/plan'
import { startOidc } from './oidc/start'
import { testOkta } from './okta-authn/test-okta'
import { testRopg } from './ropg/test-ropg'
import type { TestTools } from './tools'

const password = 'correct horse battery staple'
const userName = 'ada@example.com'
type Values = { readonly [key: string]: Plain }
type Tools = TestTools & { readonly attempts: AttemptLedger }
type Tester = (settings: Settings, tools: Tools) => Promise<TestEvent[]>

let canary: Listener
let neighbour: Listener
beforeAll(async () => {
  canary = await startCanary()
  neighbour = await startCanary()
})
afterAll(() => Promise.all([canary.close(), neighbour.close()]))

const discovery: Tester = (settings, tools) => collect(testDiscovery({ settings }, tools))
const browser = { home: 'http://127.0.0.1:3000', ownMachine: true }
const signIn: Tester = async (settings, tools) =>
  collect(startOidc(planSignIn(settings, {}, browser, tools.now()), tools))
const passwordCheck =
  (app: 'login' | 'connect'): Tester =>
  (settings, tools) =>
    collect(testRopg({ settings, app, userName, password }, tools))
const okta =
  (app: 'login' | 'connect'): Tester =>
  (settings, tools) =>
    collect(testOkta({ settings, app, userName, password, owner: 'a browser' }, tools))

const login = (values: Values) =>
  settingsOf({ login: { OIDCClientID: 'client', OIDCROPGID: 'client', OIDCProvider: 'Custom', ...values } })
const connect = (values: Values) =>
  settingsOf({ connect: { IdPSettings: { ROPGID: 'client', Provider: 'Custom', ...values } } })

/** Host and port alone, and whole addresses. Of the address that only http forbids, these fields keep the host alone. */
function textsForHost(port: number): readonly string[] {
  return [...forbiddenHosts(port), ...forbiddenUrls(port)].filter((text) => !/\/\/8\.8\.8\.8/.test(text))
}

/** Runs a tester with each text in a field. Gives what it said; nobody was asked, and no password was counted as sent. */
async function sweep(texts: readonly string[], settings: (text: string) => Settings, tester: Tester) {
  const before = canary.taken() + neighbour.taken()
  const runs: { readonly text: string; readonly events: TestEvent[] }[] = []
  await each(texts, async (text) => {
    const settled: AttemptOutcome[] = []
    const attempts: AttemptLedger = {
      reserve: async () => ({ granted: true, id: 'attempt', failures: 0 }),
      settle: async (_, outcome) => void settled.push(outcome),
    }
    const tools = { ...toolsFor(`127.0.0.1:${neighbour.port}`), attempts }
    const events = await tester(settings(text), tools)
    expect([text, events.at(-1)]).toMatchObject([text, { type: 'done', summary: { verdict: 'failed' } }])
    expect(settled.filter((outcome) => outcome !== 'not-sent')).toEqual([])
    expect(JSON.stringify(events)).not.toContain(password)
    expect(exchangesOf(events).filter(({ answer }) => answer !== undefined)).toEqual([])
    runs.push({ text, events })
  })
  expect(runs.length).toBeGreaterThanOrEqual(120)
  expect(canary.taken() + neighbour.taken() - before).toBe(0)
  return runs
}

test('the canary hears a discovery that is let through', async () => {
  const before = canary.taken()
  const settings = login({ OIDCDiscoveryURL: `http://127.0.0.1:${canary.port}/` })
  await collect(testDiscovery({ settings }, toolsFor(`127.0.0.1:${canary.port}`)))
  expect(canary.taken() - before).toBe(1)
})

test.each<[string, Tester, (text: string) => Settings]>([
  ['OIDCDiscoveryURL, discovery', discovery, (text) => login({ OIDCDiscoveryURL: text })],
  ['OIDCDiscoveryURL, sign-in', signIn, (text) => login({ OIDCDiscoveryURL: text })],
  ['OIDCDiscoveryURL, password', passwordCheck('login'), (text) => login({ OIDCDiscoveryURL: text })],
  ['ROPGDiscoveryURL', passwordCheck('login'), (text) => login({ ROPGDiscoveryURL: text })],
  ['IdPSettings/DiscoveryURL', passwordCheck('connect'), (text) => connect({ DiscoveryURL: text })],
])('no spelling of a forbidden target in %s is asked', async (_, tester, settings) => {
  for (const { text, events } of await sweep(forbiddenUrls(canary.port), settings, tester)) {
    if (findingOf(events, 'discovery.address')?.outcome === 'failed') {
      expect([text, isWebAddress(text), exchangesOf(events)]).toEqual([text, false, []])
    } else {
      const { outcome, sent, means } = findingOf(events, 'discovery.reachable') ?? {}
      expect([outcome, sent]).toEqual([
        'failed',
        hide(text.trim(), { secrets: rememberSecrets(), words: 'theirs' }),
      ])
      expect([text, means, refuses(means, text)]).toEqual([text, means, true])
      expect(exchangesOf(events).map(({ failure }) => failure)).toEqual([means])
    }
  }
})

test.each<[string, Tester, (text: string) => Settings]>([
  ...['EntraID', 'OktaIdentityEngine', 'Okta-OIDC', 'IBMCI', 'OneLogin'].flatMap(
    (provider): [string, Tester, (text: string) => Settings][] => [
      [`OIDCTenant of ${provider}`, discovery, (text) => login({ OIDCProvider: provider, OIDCTenant: text })],
      [
        `ROPGTenant of ${provider}`,
        passwordCheck('login'),
        (text) => login({ OIDCProvider: provider, ROPGTenant: text }),
      ],
      [
        `IdPSettings/TenantID of ${provider}`,
        passwordCheck('connect'),
        (text) => connect({ Provider: provider, TenantID: text }),
      ],
    ],
  ),
  [
    'ROPGTenant of ROPGProvider Azure_v2',
    passwordCheck('login'),
    (text) => login({ OIDCProvider: 'EntraID', ROPGProvider: 'Azure_v2', ROPGTenant: text }),
  ],
])('no spelling of a forbidden target in %s is asked', async (field, tester, settings) => {
  const texts = textsForHost(canary.port)
  for (const { text, events } of await sweep(texts, settings, tester)) {
    const { outcome, sent = '', means } = findingOf(events, 'discovery.reachable') ?? {}
    if (outcome === 'skipped') {
      const stopped = ['ropg.provider', 'discovery.address'].map((check) => findingOf(events, check)?.outcome)
      expect([text, stopped.includes('failed')]).toEqual(['', true])
    } else {
      expect([text, sent, means, refuses(means, sent.replace('<user>', 'user'))]).toEqual([
        text,
        sent,
        means,
        true,
      ])
      // A tenant in the path never changes the host.
      expect(sent.startsWith('https://login.microsoftonline.com/')).toBe(/EntraID|Azure/.test(field))
    }
  }
})

test.each<[string, Tester, (text: string) => Settings]>([
  ['AuthServer', okta('login'), (text) => login({ OIDCProvider: 'Okta', AuthServer: text })],
  [
    'IdPSettings/OktaAuthServer',
    okta('connect'),
    (text) => connect({ Provider: 'Okta', OktaAuthServer: text }),
  ],
])('no spelling of a forbidden target in %s gets a password', async (_, tester, settings) => {
  const texts = textsForHost(canary.port)
  for (const { text, events } of await sweep(texts, settings, tester)) {
    const [exchange] = exchangesOf(events)
    if (exchange === undefined) {
      expect([text, findingOf(events, 'okta.domain')?.outcome]).toEqual([text, 'failed'])
    } else {
      const { outcome, means } = findingOf(events, 'okta.reachable') ?? {}
      expect([text, outcome, refuses(means, exchange.url)]).toEqual([text, 'failed', true])
    }
  }
})
