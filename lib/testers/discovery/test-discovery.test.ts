import { generateKeyPairSync } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import type { Finding, TestEvent } from '../../api/report'
import { openEgress } from '../../egress/open-egress'
import { egressPolicy } from '../../egress/policy'
import { settingsOf } from '../../schema/fixtures/settings'
import { type DefectiveProvider, type Defects, defectiveProvider } from '../oidc/fixtures/defective-provider'
import { type LocalServer, serve } from '../oidc/fixtures/http'
import { checksThat, collect, localSettings, localTools, verdictOf } from '../oidc/fixtures/run'
import { testDiscovery } from './test-discovery'

const running: (DefectiveProvider | LocalServer)[] = []
afterAll(() => Promise.all(running.map(({ close }) => close())))

async function discover(defects: Defects = {}, more: Record<string, string> = {}): Promise<TestEvent[]> {
  const provider = await defectiveProvider(defects)
  running.push(provider)
  return collect(testDiscovery({ settings: localSettings(provider.issuer, more) }, localTools()))
}

async function discoverAt(
  answer: (response: import('node:http').ServerResponse, url: string) => void,
  path = '/.well-known/openid-configuration',
): Promise<Finding[]> {
  const server = await serve((_, response, url) => answer(response, url))
  running.push(server)
  const settings = settingsOf({ login: { OIDCProvider: 'Custom', OIDCDiscoveryURL: `${server.url}${path}` } })
  return findings(await collect(testDiscovery({ settings }, localTools())))
}

const findings = (events: readonly TestEvent[]) =>
  events.flatMap((event) => (event.type === 'finding' ? [event.finding] : []))
const find = (all: readonly Finding[], check: string) => all.find((each) => each.check === check)
const metadata = (change: Record<string, unknown>): Defects => ({
  metadata: (right) => ({ ...right, ...change }),
})

test('a provider that does everything right passes, but for addresses on this machine', async () => {
  const events = await discover()
  expect(checksThat(events, 'failed')).toEqual([])
  expect(checksThat(events, 'warning')).toEqual(['discovery.endpoints-https'])
  expect(verdictOf(events)).toBe('warning')
})

test('every check is told, also those that could not run', async () => {
  const found = await discoverAt((response) => response.writeHead(404).end())
  const started = (await discover()).flatMap((event) => (event.type === 'started' ? event.checks : []))
  expect(found.map(({ check }) => check)).toEqual(started)
  expect(find(found, 'discovery.issuer-matches')).toMatchObject({
    outcome: 'skipped',
    means: expect.stringMatching(/needs/),
  })
})

describe('a defect is named by its check', () => {
  const rsa1024 = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ format: 'jwk' })
  test.each<[string, Defects, string, 'failed' | 'warning']>([
    ['another issuer', metadata({ issuer: 'https://other.example' }), 'discovery.issuer-matches', 'failed'],
    ['no issuer', metadata({ issuer: undefined }), 'discovery.json', 'failed'],
    ['no token endpoint', metadata({ token_endpoint: 7 }), 'discovery.json', 'failed'],
    [
      'an endpoint without TLS',
      metadata({ token_endpoint: 'http://idp.example/token' }),
      'discovery.endpoints-https',
      'failed',
    ],
    [
      'no code flow',
      metadata({ response_types_supported: ['id_token'] }),
      'discovery.response-types',
      'failed',
    ],
    ['no S256', metadata({ code_challenge_methods_supported: ['plain'] }), 'discovery.pkce', 'warning'],
    [
      'no RS256',
      metadata({ id_token_signing_alg_values_supported: ['ES256'] }),
      'discovery.signing-algorithms',
      'warning',
    ],
    [
      'a scope in other letters',
      metadata({ scopes_supported: ['openid', 'Profile', 'email'] }),
      'discovery.scopes',
      'warning',
    ],
    ['no keys', { keys: () => [] }, 'discovery.keys', 'failed'],
    ['a private key', { keys: ([key]) => [{ ...key, d: 'AAAA' }] as never }, 'discovery.keys', 'failed'],
    ['a symmetric key', { keys: () => [{ kty: 'oct', k: 'AAAA' }] }, 'discovery.keys', 'failed'],
    ['a key of 1024 bits', { keys: () => [rsa1024 as never] }, 'discovery.keys', 'failed'],
    ['a kid twice', { keys: ([key]) => [key, key] as never }, 'discovery.keys', 'warning'],
    [
      '101 keys',
      { keys: ([key]) => Array.from({ length: 101 }, () => key) as never },
      'discovery.keys',
      'failed',
    ],
  ])('%s', async (_, defects, check, outcome) => {
    expect(checksThat(await discover(defects), outcome)).toContain(check)
  })
})

describe('common mistakes are explained', () => {
  const json = (response: import('node:http').ServerResponse, value: unknown) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value))

  test('a web page', async () => {
    const found = await discoverAt(
      (response) => response.end('<!doctype html><title>Sign in</title>'),
      '/tenant',
    )
    expect(find(found, 'discovery.json')).toMatchObject({ outcome: 'failed', received: 'A web page' })
    expect(find(found, 'discovery.json')?.remedy?.repair?.title).toMatch(
      /\/tenant\/\.well-known\/openid-configuration$/,
    )
  })

  test('a path that is not there, with the probable one', async () => {
    const found = await discoverAt(
      (response) => response.writeHead(404).end(),
      '/auth/realms/x/.well-known/openid-configuration',
    )
    expect(find(found, 'discovery.reachable')?.remedy?.repair?.title).toMatch(/[0-9]\/realms\/x\//)
  })

  test('a redirect, which is not followed', async () => {
    const found = await discoverAt((response) => response.writeHead(302, { location: '/elsewhere' }).end())
    expect(find(found, 'discovery.reachable')).toMatchObject({
      outcome: 'failed',
      received: '302 to /elsewhere',
    })
  })

  test('the host of the Okta admin console, with the right one', async () => {
    const settings = settingsOf({ login: { OIDCProvider: 'Okta-OIDC', OIDCTenant: 'acme-admin' } })
    const nowhere = { policy: egressPolicy(), resolver: async () => [] }
    const tools = localTools({ openEgress: (options) => openEgress({ ...options, ...nowhere }) })
    const found = findings(await collect(testDiscovery({ settings }, tools)))
    expect(find(found, 'discovery.host')).toMatchObject({
      outcome: 'failed',
      expected: 'acme.okta.com',
      remedy: { path: ['OIDCTenant'], repair: { edits: [{ value: { value: 'acme' } }] } },
    })
  })

  test('nothing to ask, by provider', async () => {
    for (const [login, key] of [
      [{}, 'OIDCProvider'],
      [{ OIDCProvider: 'Okta', AuthServer: 'acme.okta.com' }, 'OIDCProvider'],
      [{ OIDCProvider: 'Custom' }, 'OIDCDiscoveryURL'],
      [{ OIDCProvider: 'OneLogin' }, 'OIDCTenant'],
    ] as const) {
      const found = findings(await collect(testDiscovery({ settings: settingsOf({ login }) }, localTools())))
      expect(find(found, 'discovery.address')).toMatchObject({ outcome: 'failed', remedy: { path: [key] } })
    }
  })

  test('an address that Latchkey does not ask, without asking it', async () => {
    const settings = settingsOf({
      login: { OIDCProvider: 'Custom', OIDCDiscoveryURL: 'https://169.254.169.254/x' },
    })
    const found = findings(await collect(testDiscovery({ settings }, localTools())))
    expect(find(found, 'discovery.reachable')).toMatchObject({
      outcome: 'failed',
      means: expect.stringMatching(/does not ask/),
    })
  })

  test('a clock that differs, by how much', async () => {
    const found = await discoverAt((response, url) => {
      response.setHeader('date', new Date(Date.now() + 120_000).toUTCString())
      json(response, { issuer: url, authorization_endpoint: url, token_endpoint: url, jwks_uri: url })
    })
    expect(find(found, 'discovery.clock')).toMatchObject({
      outcome: 'warning',
      received: expect.stringMatching(/1(19|20) s ahead/),
    })
  })
})
