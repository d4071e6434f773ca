import { expect, onTestFinished, test } from 'vitest'
import type { TestEvent } from '../api/report'
import { testDiscovery } from './discovery/test-discovery'
import { type Defects, defectiveProvider } from './oidc/fixtures/defective-provider'
import { begin, collect, finish, localSettings, localTools, redirectUri } from './oidc/fixtures/run'
import { signIn } from './oidc/fixtures/user-agent'
import { runRopg, settingsOf } from './ropg/fixtures/run'
import { json, startTokenServer } from './ropg/fixtures/token-server'
import { testRopg } from './ropg/test-ropg'

const issuerOf = (events: readonly TestEvent[]) =>
  events.flatMap((event) =>
    event.type === 'finding' && event.finding.check === 'discovery.issuer-matches' ? [event.finding] : [],
  )[0]
const summaryOf = (events: readonly TestEvent[]) =>
  events.flatMap((event) => (event.type === 'done' ? [event.summary] : []))[0]

async function threeTests(issuer: (url: string) => string) {
  const defects: Defects = {
    metadata: (right) => ({ ...right, issuer: issuer(String(right.issuer)) }),
    claims: (right) => ({ ...right, iss: issuer(String(right.iss)) }),
    answer: (right) => ({ ...right, iss: issuer(String(right.iss)) }),
  }
  const provider = await defectiveProvider(defects)
  onTestFinished(provider.close)
  const settings = localSettings(provider.issuer, { OIDCROPGID: 'jamf-connect', OIDCNewPassword: true })
  const attempts = {
    reserve: async () => ({ granted: true as const, id: 'one', failures: 0 }),
    settle: async () => undefined,
  }
  const discovery = await collect(testDiscovery({ settings }, localTools()))
  const { events: first, ticket, url } = await begin(settings)
  const second = await finish(settings, ticket, await signIn(url, redirectUri))
  const input = { settings, app: 'login', userName: 'ada', password: 'wrong-one-4' } as const
  const password = await collect(testRopg(input, { ...localTools(), attempts }))
  return { discovery, first, second, password }
}

test('an issuer that differs is told alike by all three tests, and hides none of their answers', async () => {
  const { discovery, first, second, password } = await threeTests((url) => `${url}/Other`)
  const [one, two, three] = [discovery, first, password].map(issuerOf)
  expect(one).toMatchObject({ outcome: 'failed', means: expect.stringContaining('“/Other”') })
  expect(two).toEqual(one)
  expect({ ...three, remedy: one?.remedy }).toEqual(one)
  expect(summaryOf(second)).toMatchObject({
    verdict: 'failed',
    title: expect.stringMatching(/, but the issuer does not match the address$/),
  })
  expect(summaryOf(password)?.title).not.toMatch(/issuer/)
})

test('a right password is called right, and the issuer that does not match is named beside it', async () => {
  const provider = await startTokenServer((response) => json(response, 200, { access_token: 'token' }))
  const document = {
    issuer: 'https://id.other.example/v3',
    authorization_endpoint: `${provider.url}/authorize`,
    token_endpoint: `${provider.url}/token`,
    jwks_uri: `${provider.url}/keys`,
  }
  const other = await startTokenServer((response) => json(response, 200, document))
  onTestFinished(provider.close)
  onTestFinished(other.close)
  const settings = settingsOf({
    OIDCProvider: 'Custom',
    OIDCDiscoveryURL: `${other.url}/document`,
    OIDCROPGID: 'mac',
  })
  const { summary } = await runRopg({ settings, userName: 'eli', password: 'a good one' })
  expect(summary).toMatchObject({
    verdict: 'warning',
    title: 'The password is right, but the issuer does not match the address',
  })
})

test('an issuer with a final slash is right for all three', async () => {
  const { discovery, first, second, password } = await threeTests((url) => `${url}/`)
  expect([discovery, first, password].map((events) => issuerOf(events)?.outcome)).toEqual([
    'passed',
    'passed',
    'passed',
  ])
  expect(summaryOf(second)?.verdict).not.toBe('failed')
})
