import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AttemptOutcome } from '@/lib/api/attempts'
import { isWebAddress, urlIn } from '@/lib/schema/web-address'
import type { TestEvent } from '../api/report'
import { forbiddenUrls } from '../egress/fixtures/forbidden-urls'
import type { Listener } from '../egress/fixtures/listen'
import {
  each,
  exchangesOf,
  findingOf,
  placeOf,
  refuses,
  startCanary,
  toolsFor,
} from './fixtures/forbidden-targets'
import { type Defects, defectiveProvider } from './oidc/fixtures/defective-provider'
import { begin, collect, finish, localSettings, redirectUri } from './oidc/fixtures/run'
import { signIn } from './oidc/fixtures/user-agent'
import { testRopg } from './ropg/test-ropg'

const password = 'correct horse battery staple'
const userName = 'ada@example.com'
let canary: Listener
beforeAll(async () => {
  canary = await startCanary()
})
afterAll(() => canary.close())

type Told = { readonly events: TestEvent[]; readonly asked: readonly string[]; readonly address: string }

/** Signs in at a provider that names each address; gives what both halves of the test said. Nobody else was asked. */
async function signInSweep(
  defects: (address: string) => Defects,
  judge: (told: Told) => void,
): Promise<void> {
  const before = canary.taken()
  let runs = 0
  await each(forbiddenUrls(canary.port), async (address) => {
    const provider = await defectiveProvider(defects(address))
    const tools = toolsFor(placeOf(provider.issuer))
    const settings = localSettings(provider.issuer, { UseUserInfo: true })
    const begun = await begin(settings, {}, tools)
    const events = [...begun.events]
    if (begun.url !== '') {
      const authorize = begun.url.startsWith(provider.issuer)
        ? begun.url
        : `${provider.issuer}/authorize${urlIn(begun.url)?.search}`
      events.push(...(await finish(settings, begun.ticket, await signIn(authorize, redirectUri), tools)))
    }
    expect([address, events.at(-1)?.type]).toEqual([address, 'done'])
    const { asked } = provider
    judge({ events, asked, address })
    await provider.close()
    runs++
  })
  expect(runs).toBeGreaterThanOrEqual(120)
  expect(canary.taken() - before).toBe(0)
}

/** Whether each exchange of that name, and there is one, was refused for this address. */
function wereRefused({ events, address }: Told, name: string, times = 1): boolean {
  const exchanges = exchangesOf(events, name)
  return (
    exchanges.length === times &&
    exchanges.every(({ answer, failure }) => answer === undefined && refuses(failure, address))
  )
}

const member = (name: string) => (address: string) => ({
  metadata: (right: Record<string, unknown>) => ({ ...right, [name]: address }),
})

test('jwks_uri: no spelling is asked, at discovery or for the signature', () =>
  signInSweep(member('jwks_uri'), (told) => {
    const { events, asked, address } = told
    if (address === '') {
      expect(findingOf(events, 'discovery.json')?.outcome).toBe('failed')
      return
    }
    expect([address, wereRefused(told, 'Signing keys', 2)]).toEqual([address, true])
    const keys = findingOf(events, 'discovery.keys')
    expect([address, keys?.outcome, refuses(keys?.means, address)]).toEqual([address, 'failed', true])
    const signature = findingOf(events, 'id-token.signature')
    expect(signature?.outcome).toBe('failed')
    expect([address, refuses(signature?.means, address)]).toEqual([address, true])
    expect(asked).not.toContain('GET /jwks')
  }))

test('token_endpoint: no spelling gets the code', () =>
  signInSweep(member('token_endpoint'), (told) => {
    const { events, asked, address } = told
    if (address === '') {
      expect(findingOf(events, 'discovery.json')?.outcome).toBe('failed')
      return
    }
    expect([address, wereRefused(told, 'Token')]).toEqual([address, true])
    const tokens = findingOf(events, 'oidc.tokens')
    expect([address, tokens?.outcome, refuses(tokens?.means, address)]).toEqual([address, 'failed', true])
    expect(asked).not.toContain('POST /token')
  }))

test('userinfo_endpoint: no spelling gets the access token', () =>
  signInSweep(member('userinfo_endpoint'), (told) => {
    const { events, asked, address } = told
    if (address !== '') {
      expect([address, wereRefused(told, 'User information')]).toEqual([address, true])
      const info = findingOf(events, 'oidc.user-info')
      expect([address, info?.outcome, refuses(info?.means, address)]).toEqual([address, 'failed', true])
    }
    expect(asked.filter((line) => line.endsWith('/userinfo'))).toEqual([])
  }))

test('_claim_sources: no spelling is asked for further claims', () =>
  signInSweep(
    (endpoint) => ({
      claims: (right) => ({ ...right, _claim_sources: { one: { endpoint, access_token: 'token-for-one' } } }),
    }),
    (told) => {
      const { events, address } = told
      expect([address, wereRefused(told, 'Further claims')]).toEqual([address, true])
      const other = findingOf(events, 'oidc.other-claims')
      expect([address, other?.outcome, refuses(other?.received, address)]).toEqual([address, 'warning', true])
      expect(JSON.stringify(events)).not.toContain('token-for-one')
    },
  ))

test('addresses that nobody has to ask are not asked: issuer, sign-in page, sign-out page, and those in a token', () =>
  signInSweep(
    (address) => ({
      metadata: (right) => ({
        ...right,
        issuer: address || right.issuer,
        end_session_endpoint: address,
        mtls_endpoint_aliases: { token_endpoint: address, userinfo_endpoint: address },
        registration_endpoint: address,
        introspection_endpoint: address,
      }),
      answer: (right) => ({ ...right, iss: address }),
      header: (right) => ({ ...right, jku: address, x5u: address }),
      claims: (right) => ({ ...right, iss: address, picture: address, profile: address, website: address }),
    }),
    ({ events, asked, address }) => {
      const places = exchangesOf(events).map(({ url, failure }) => [new URL(url).hostname, failure])
      expect(new Set(places.map((place) => JSON.stringify(place)))).toEqual(new Set(['["127.0.0.1",null]']))
      expect(asked).toContain(address === '' ? 'GET /authorize' : 'POST /token')
    },
  ))

test('authorization_endpoint: the browser is sent to web addresses only, and nobody else is asked', () =>
  signInSweep(member('authorization_endpoint'), ({ events, address }) => {
    const next = events.flatMap((event) => (event.type === 'continue' ? [event.next] : []))[0]
    const web = isWebAddress(address)
    expect([address, next?.kind]).toEqual([address, web ? 'authorize' : undefined])
    if (address !== '') {
      expect(findingOf(events, 'oidc.sign-in-page')?.outcome).toBe(web ? 'passed' : 'failed')
    }
  }))

test('the pasted final address: no spelling is asked, whatever it holds', async () => {
  const before = canary.taken()
  const provider = await defectiveProvider()
  const tools = toolsFor(placeOf(provider.issuer))
  await each(forbiddenUrls(canary.port), async (address) => {
    const settings = localSettings(provider.issuer, { OIDCRedirectURI: address })
    const { ticket } = await begin(settings, {}, tools)
    const pasted = { address: `${address}?code=a-code&iss=${provider.issuer}&state=${ticket.state}` }
    const events = await finish(settings, ticket, pasted, tools)
    expect([address, events.at(-1)]).toMatchObject([
      address,
      { type: 'done', summary: { verdict: 'failed' } },
    ])
    expect(exchangesOf(events).filter(({ url }) => !url.startsWith(provider.issuer))).toEqual([])
  })
  await provider.close()
  expect(canary.taken() - before).toBe(0)
})

test.each(['jwks_uri', 'token_endpoint'])('%s: no spelling gets a password', async (name) => {
  const before = canary.taken()
  await each(forbiddenUrls(canary.port), async (address) => {
    const forms: URLSearchParams[] = []
    const tokenRequest = (form: URLSearchParams): [number, Record<string, unknown>] => {
      forms.push(form)
      return [400, { error: 'invalid_grant' }]
    }
    const provider = await defectiveProvider({ ...member(name)(address), tokenRequest })
    const settled: AttemptOutcome[] = []
    const attempts = {
      reserve: async () => ({ granted: true, id: 'attempt', failures: 0 }) as const,
      settle: async (_: string, outcome: AttemptOutcome) => void settled.push(outcome),
    }
    const settings = localSettings(provider.issuer, { OIDCROPGID: 'client' })
    const tools = { ...toolsFor(placeOf(provider.issuer)), attempts }
    const events = await collect(testRopg({ settings, app: 'login', userName, password }, tools))
    const told = { events, asked: provider.asked, address }
    expect([address, events.at(-1)]).toMatchObject([
      address,
      { type: 'done', summary: { verdict: 'failed' } },
    ])
    if (address === '') {
      expect([findingOf(events, 'discovery.json')?.outcome, forms.length]).toEqual(['failed', 0])
    } else if (name === 'jwks_uri') {
      expect([address, wereRefused(told, 'Signing keys'), forms.length]).toEqual([address, true, 1])
    } else {
      const answer = findingOf(events, 'ropg.answer')
      expect([address, answer?.outcome, refuses(answer?.means, address)]).toEqual([address, 'failed', true])
      expect([wereRefused(told, 'Token'), forms.length, settled]).toEqual([true, 0, ['not-sent']])
    }
    expect(JSON.stringify(events)).not.toContain(password)
    await provider.close()
  })
  expect(canary.taken() - before).toBe(0)
})
