import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AttemptOutcome } from '@/lib/api/attempts'
import type { TestEvent } from '../api/report'
import { forbiddenUrls } from '../egress/fixtures/forbidden-urls'
import type { Listener } from '../egress/fixtures/listen'
import { settingsOf } from '../schema/fixtures/settings'
import type { AttemptLedger } from './attempt-ledger'
import { testDiscovery } from './discovery/test-discovery'
import { each, exchangesOf, findingOf, placeOf, startCanary, toolsFor } from './fixtures/forbidden-targets'
import { type Defects, defectiveProvider } from './oidc/fixtures/defective-provider'
import { type LocalServer, readText, serve } from './oidc/fixtures/http'
import { begin, collect, finish, localSettings, redirectUri } from './oidc/fixtures/run'
import { signIn } from './oidc/fixtures/user-agent'
import { testOkta } from './okta-authn/test-okta'
import { testRopg } from './ropg/test-ropg'

const password = 'correct horse battery staple'
const userName = 'ada@example.com'
const statuses = [301, 302, 303, 307, 308]
/** Targets that fit into a header line, and what arrived at the address that points to each. */
let targets: readonly string[]
let arrived: string[][]
let canary: Listener
let hop: LocalServer
beforeAll(async () => {
  canary = await startCanary()
  targets = forbiddenUrls(canary.port).filter((url) => !/[\r\n]/.test(url))
  expect(targets.length).toBeGreaterThanOrEqual(120)
  hop = await serve(async (request, response) => {
    const body = await readText(request)
    const [, number] = /\/hop\/(\d+)/.exec(`${request.url}${body}`) ?? []
    arrived[Number(number)]?.push(`${request.method} ${body}`)
    const location = Buffer.from(targets[Number(number)] ?? '').toString('latin1')
    response.writeHead(statuses[Number(number) % 5] ?? 307, { location }).end()
  })
})
afterAll(() => Promise.all([canary.close(), hop.close()]))

type Told = { readonly events: TestEvent[]; readonly arrived: readonly string[]; readonly target: string }

/** Runs a test for each target; `address` answers with a redirect to it. Nobody followed one. */
async function sweep(
  run: (address: string, settled: AttemptOutcome[]) => Promise<TestEvent[]>,
  judge: (told: Told, settled: AttemptOutcome[]) => void,
): Promise<void> {
  const before = canary.taken()
  arrived = targets.map(() => [])
  await each(targets, async (target, index) => {
    const settled: AttemptOutcome[] = []
    const events = await run(`${hop.url}/hop/${index}`, settled)
    expect([target, events.at(-1)]).toMatchObject([target, { type: 'done', summary: { verdict: 'failed' } }])
    expect(JSON.stringify(events)).not.toContain(password)
    judge({ events, arrived: arrived[index] ?? [], target }, settled)
  })
  expect(canary.taken() - before).toBe(0)
}

function countingInto(settled: AttemptOutcome[]): AttemptLedger {
  return {
    reserve: async () => ({ granted: true, id: 'attempt', failures: 0 }),
    settle: async (_, outcome) => void settled.push(outcome),
  }
}

const redirected = /^30[12378] to /

test('a redirect of the discovery document is a finding and is not followed', () =>
  sweep(
    (address) => {
      const url = `${address}/.well-known/openid-configuration`
      const settings = localSettings('', { OIDCDiscoveryURL: url })
      return collect(testDiscovery({ settings }, toolsFor(placeOf(hop.url))))
    },
    ({ events, arrived }) => {
      const { outcome, received } = findingOf(events, 'discovery.reachable') ?? {}
      expect([outcome, received]).toEqual(['failed', expect.stringMatching(redirected)])
      expect([arrived.length, exchangesOf(events).length]).toEqual([1, 1])
    },
  ))

test.each<[string, (address: string) => Defects, string, RegExp, readonly RegExp[]]>([
  [
    'signing keys',
    (address) => ({ metadata: (right) => ({ ...right, jwks_uri: address }) }),
    'discovery.keys',
    redirected,
    [/^GET $/, /^GET $/],
  ],
  [
    'token endpoint',
    (address) => ({ metadata: (right) => ({ ...right, token_endpoint: address }) }),
    'oidc.tokens',
    redirected,
    [/^POST .*\bcode=/],
  ],
  [
    'UserInfo endpoint',
    (address) => ({ metadata: (right) => ({ ...right, userinfo_endpoint: address }) }),
    'oidc.user-info',
    /^30[12378]$/,
    [/^GET $/, /^POST access_token=/],
  ],
  [
    'source of further claims',
    (address) => ({ claims: (right) => ({ ...right, _claim_sources: { one: { endpoint: address } } }) }),
    'oidc.other-claims',
    /^one: answered 30[12378]$/,
    [/^GET $/],
  ],
])('a redirect of the %s is a finding and is not followed', async (name, defects, check, received, sent) => {
  const run = async (address: string) => {
    // A wrong nonce, so that a run fails that gets along without the redirected address.
    const { claims, ...rest } = defects(address)
    const provider = await defectiveProvider({
      ...rest,
      claims: (...given) => ({ ...(claims?.(...given) ?? given[0]), nonce: 'another' }),
    })
    const settings = localSettings(provider.issuer, { UseUserInfo: true })
    const tools = toolsFor(placeOf(provider.issuer), placeOf(hop.url))
    const begun = await begin(settings, {}, tools)
    const brought = await signIn(begun.url, redirectUri)
    const events = [...begun.events, ...(await finish(settings, begun.ticket, brought, tools))]
    await provider.close()
    return events
  }
  await sweep(run, ({ events, arrived, target }) => {
    const { outcome, received: said } = findingOf(events, check) ?? {}
    expect([target, outcome]).toEqual([target, name.startsWith('source') ? 'warning' : 'failed'])
    expect(said).toMatch(received)
    expect(arrived).toEqual(sent.map((line) => expect.stringMatching(line)))
  })
})

test('a redirect with the password in the body is a finding, and the password goes nowhere else', () =>
  sweep(
    async (address, settled) => {
      const metadata = (right: Record<string, unknown>) => ({ ...right, token_endpoint: address })
      const provider = await defectiveProvider({ metadata })
      const tools = {
        ...toolsFor(placeOf(provider.issuer), placeOf(hop.url)),
        attempts: countingInto(settled),
      }
      const settings = localSettings(provider.issuer, { OIDCROPGID: 'client' })
      const events = await collect(testRopg({ settings, app: 'login', userName, password }, tools))
      expect(provider.asked.filter((line) => line.startsWith('POST'))).toEqual([])
      await provider.close()
      return events
    },
    ({ events, arrived }, settled) => {
      const { outcome, received, means } = findingOf(events, 'ropg.answer') ?? {}
      expect([outcome, received]).toEqual(['failed', expect.stringMatching(redirected)])
      expect(means).toContain('The password was not sent there.')
      expect([arrived.length, settled]).toEqual([1, ['failed']])
      expect(new URLSearchParams(arrived[0]?.slice('POST '.length)).get('password')).toBe(password)
    },
  ))

test('a redirect of Okta’s first request is a finding, and the password goes nowhere else', () =>
  sweep(
    (address, settled) => {
      const settings = settingsOf({ login: { OIDCProvider: 'Okta', AuthServer: placeOf(hop.url) } })
      const tools = { ...toolsFor(placeOf(hop.url)), attempts: countingInto(settled) }
      // The stand-in knows the target by the user name.
      const input = { settings, userName: new URL(address).pathname, password, owner: 'a browser' }
      return collect(testOkta(input, tools))
    },
    ({ events, arrived }, settled) => {
      expect(findingOf(events, 'okta.api')).toMatchObject({
        outcome: 'failed',
        received: expect.stringMatching(/^30[12378]( to |$)/),
        means: 'The host only points somewhere else.',
      })
      expect([arrived.length, settled.length, exchangesOf(events).length]).toEqual([1, 1, 1])
      expect(JSON.parse(arrived[0]?.slice('POST '.length) ?? '').password).toBe(password)
    },
  ))
