import fc from 'fast-check'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { clientIds } from '@/demo/clients'
import { type RunningServer, startIdentityProvider } from '@/demo/identity-provider'
import { longestAnswer, type TestEvent } from '../../api/report'
import { finishOidc } from './finish'
import { errorPages, signInPages } from './fixtures/error-pages'
import { serve } from './fixtures/http'
import { begin, collect, finish, localSettings, localTools, verdictOf } from './fixtures/run'
import { asksToSignIn, readPage, readPageAddress, readPageStrictly } from './page-reading'
import { readResponse } from './response'

let provider: RunningServer
beforeAll(async () => {
  provider = await startIdentityProvider()
})
afterAll(() => provider.close())

const findingOf = (events: readonly TestEvent[], check: string) =>
  events.flatMap((event) =>
    event.type === 'finding' && event.finding.check === check ? [event.finding] : [],
  )[0]

type Answer = { status: number; headers?: Record<string, string>; body?: string }

/** A provider whose authorization endpoint answers as it is told; the rest is as it should be. */
async function providerAt(path: string, answer: (url: string) => Answer) {
  const server = await serve((request, response, url) => {
    const issuer = `${url}${path}`
    if (request.url?.endsWith('/.well-known/openid-configuration')) {
      response.writeHead(200, { 'content-type': 'application/json' }).end(
        JSON.stringify({
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/keys`,
          response_types_supported: ['code', 'code id_token'],
        }),
      )
      return
    }
    const { status, headers, body } = answer(new URL(request.url ?? '/', url).href)
    response.writeHead(status, { 'content-type': 'text/html', ...headers }).end(body)
  })
  onTestFinished(server.close)
  return localSettings(`${server.url}${path}`)
}

async function asked(path: string, answer: (url: string) => Answer) {
  const settings = await providerAt(path, answer)
  const begun = await begin(settings)
  return { settings, ...begun, finding: findingOf(begun.events, 'oidc.sign-in-request') }
}

test.each([
  ['a client that is not known', { OIDCClientID: 'nobody' }, 'OIDCClientID'],
  [
    'a redirect URI that is not registered',
    { OIDCRedirectURI: 'https://127.0.0.1/other' },
    'OIDCRedirectURI',
  ],
])('oidc-provider refuses %s before a browser goes there', async (_, more, key) => {
  const settings = localSettings(provider.url, { OIDCClientID: clientIds.public, ...more })
  const { events, url } = await begin(settings)
  expect(url).not.toBe('')
  expect(findingOf(events, 'oidc.sign-in-request')).toMatchObject({
    outcome: 'failed',
    remedy: { path: [key] },
  })
})

test('a right client of oidc-provider gets to a sign-in page', async () => {
  const settings = localSettings(provider.url, { OIDCClientID: clientIds.public })
  expect(findingOf((await begin(settings)).events, 'oidc.sign-in-request')?.outcome).toBe('passed')
})

test.each(errorPages.map((page) => [page.name, page] as const))(
  'an error page of %s is the finding',
  async (_, { path, status, type, body, key }) => {
    const { finding, url } = await asked(path, () => ({ status, headers: { 'content-type': type }, body }))
    expect(finding).toMatchObject({ outcome: 'failed', remedy: { path: [key] } })
    expect(finding?.change).toMatch(/\.$/)
    expect(url).toContain('client_id=')
  },
)

test.each(signInPages)('a sign-in page passes, whatever it speaks of', async (body) => {
  expect((await asked('', () => ({ status: 200, body }))).finding?.outcome).toBe('passed')
})

test.each<[string, (url: string) => Answer, string]>([
  ['a redirect to another page', () => ({ status: 302, headers: { location: '/login?x=1' } }), 'passed'],
  ['an unknown page', () => ({ status: 200, body: '<h1>Hello</h1>' }), 'skipped'],
  ['an unknown error', () => ({ status: 500, body: '<h1>Oh</h1>' }), 'skipped'],
  ['a page not found', () => ({ status: 404, body: 'Not found' }), 'skipped'],
  [
    'Google’s redirect to its error page',
    () => ({
      status: 302,
      headers: {
        location: `/signin/oauth/error?authError=${encodeURIComponent(Buffer.from('\n\x15redirect_uri_mismatch\x12\x20').toString('base64'))}&client_id=x`,
      },
    }),
    'failed',
  ],
  [
    'an error at the redirect URI',
    (url) => ({
      status: 302,
      headers: { location: `${new URL(url).searchParams.get('redirect_uri')}?error=invalid_scope` },
    }),
    'failed',
  ],
  [
    'login_required at the redirect URI',
    (url) => ({
      status: 302,
      headers: { location: `${new URL(url).searchParams.get('redirect_uri')}?error=login_required` },
    }),
    'passed',
  ],
])('%s', async (_, answer, outcome) => {
  expect((await asked('', answer)).finding?.outcome).toBe(outcome)
})

test.each(['unauthorized_client', 'server_error', 'acme_maintenance'])(
  '%s that comes back to the redirect URI is not told as a page from which nobody returns',
  async (error) => {
    const { finding } = await asked('', (url) => {
      const back = new URL(url).searchParams.get('redirect_uri')
      return { status: 303, headers: { location: `${back}?error=${error}&state=x` } }
    })
    expect(finding?.outcome).toBe('failed')
    expect(finding?.received).toBe(error)
    expect(finding?.means).toMatch(/sends the browser back/)
    expect(finding?.means).not.toMatch(/never comes back/)
  },
)

test('a cause that the page told is in the summary, whatever useless was brought after it', async () => {
  const [page] = errorPages
  const { settings, ticket, finding } = await asked(page?.path ?? '', () => ({
    status: page?.status ?? 400,
    headers: { 'content-type': page?.type ?? 'text/html' },
    body: page?.body ?? '',
  }))
  const events = await finish(settings, ticket, { address: 'It did not work.' })
  const done = events.flatMap((event) => (event.type === 'done' ? [event.summary] : []))[0]
  expect(done).toMatchObject({ verdict: 'failed', title: finding?.title })
  expect(done?.text).toContain(finding?.means)
})

test('the address goes out before the page has answered, and the state of the sign-in is not asked with', async () => {
  const asked: string[] = []
  const settings = await providerAt('', (url) => {
    asked.push(url)
    return { status: 200, body: signInPages[1] ?? '' }
  })
  const { events, ticket } = await begin(settings)
  const order = events.map((event) => (event.type === 'finding' ? event.finding.check : event.type))
  expect(order.indexOf('continue')).toBeLessThan(order.indexOf('oidc.sign-in-request'))
  expect(asked.some((url) => url.includes('/authorize'))).toBe(true)
  expect(asked.some((url) => url.includes(ticket.state) || url.includes(ticket.nonce))).toBe(false)
})

test.each(errorPages.map((page) => [page.name, page] as const))(
  'the text of the page of %s may be pasted in place of an answer',
  async (_, { path, body, key }) => {
    const { settings, ticket } = await asked(path, () => ({ status: 200, body: '' }))
    const text = body.replace(/<style>.*?<\/style>/g, '')
    const events = await finish(settings, ticket, { address: text })
    expect(findingOf(events, 'oidc.answer')).toMatchObject({ outcome: 'failed', remedy: { path: [key] } })
    expect(verdictOf(events)).toBe('failed')
  },
)

test.each([
  ['invalid_client', 'The requested OAuth 2.0 Client does not exist.', /no client with this client ID/],
  ['invalid_request', 'redirect_uri is not registered', /not registered for this client/],
  ['invalid_request', 'openid scope must be requested', /without the scope openid/],
  ['acme_maintenance', 'back at noon', /names an error that Latchkey does not know/],
])('the address of a page that shows %s (%s) is read as that page', async (error, said, means) => {
  const { settings, ticket } = await asked('', () => ({ status: 200, body: '' }))
  const query = new URLSearchParams({ error, error_description: said })
  for (const address of [
    `https://login.idp.example/fallbacks/error?${query}`,
    `https://idp.example/error?${query}&state=of-the-provider`,
  ]) {
    const found = findingOf(await finish(settings, ticket, { address }), 'oidc.answer')
    expect(found).toMatchObject({ outcome: 'failed', means: expect.stringMatching(means) })
  }
  const back = `${ticket.redirectUri}?${query}&state=${ticket.state}`
  const returned = findingOf(await finish(settings, ticket, { address: back }), 'oidc.signed-in')
  expect(returned?.outcome).toBe('failed')
  if (error !== 'acme_maintenance') {
    expect(returned?.means).toMatch(means)
  }
})

test('what is no answer uses nothing up: the question is asked again until there is one', async () => {
  const { settings, ticket, url } = await asked('', () => ({ status: 200, body: '' }))
  for (const address of [
    'nonsense',
    url,
    'https://idp.example/other',
    'https://127.0.0.1/jamfconnect?code=x&state=another',
    '𝔘nicode … and "quotes"',
    'state=',
  ]) {
    const events = await collect(
      finishOidc({ settings, ticket, answer: { address }, goesOn: true }, localTools()),
    )
    const next = events.flatMap((event) => (event.type === 'continue' ? [event.next] : []))
    expect([address, next.map((each) => each.kind === 'authorize' && each.url)]).toEqual([address, [url]])
    expect(JSON.stringify(events)).not.toMatch(/may come from another (identity )?provider/)
  }
  const told = await collect(
    finishOidc({ settings, ticket, answer: { address: url }, goesOn: true }, localTools()),
  )
  expect(findingOf(told, 'oidc.answer')?.title).toBe('The browser is still at the identity provider')
})

test('pages are read whatever they hold, and a sign-in page is none of the errors', () => {
  const owner = { vendor: null, issuer: 'https://idp.example' }
  for (const page of signInPages) {
    expect(asksToSignIn(page)).toBe(true)
  }
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), fc.webUrl()), (text) => {
      readPage(text, owner)
      readPage(`<html>${text}<p>${text}`, owner)
      readPageStrictly(text, owner)
      readPageAddress(text, owner)
    }),
  )
  const long = performance.now()
  readPage('<script '.repeat(50_000) + '<!--'.repeat(50_000), owner)
  readPage(`"sErrTxt":"${'\\'.repeat(100_000)}<html>`, owner)
  readResponse({ address: `a${'"'.repeat(longestAnswer - 2)}a` })
  expect(performance.now() - long).toBeLessThan(2_000)
})

test.each([
  ['a good answer', '&code=abc', 'passed'],
  ['an error', '&error=access_denied', undefined],
])('a refusal before the sign-in, and then %s: what was found before is %s', async (_, answer, outcome) => {
  const { settings, ticket, finding } = await asked('', () => ({
    status: 400,
    body: '<h1>redirect_uri_mismatch</h1>',
  }))
  expect(finding?.outcome).toBe('failed')
  const address = `${ticket.redirectUri}?state=${ticket.state}${answer}`
  const again = findingOf(await finish(settings, ticket, { address }), 'oidc.sign-in-request')
  expect(again?.outcome).toBe(outcome)
  expect(again?.means ?? '').not.toContain('never comes back')
})
