import { OAuth2Server } from 'oauth2-mock-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clientIds, clientSecret } from '@/demo/clients'
import { type RunningServer, startIdentityProvider } from '@/demo/identity-provider'
import { finishOidc } from './finish'
import { defectiveProvider } from './fixtures/defective-provider'
import { readText, send, serve } from './fixtures/http'
import {
  type Asked,
  begin,
  checksThat,
  collect,
  finish,
  localSettings,
  localTools,
  redirectUri,
  verdictOf,
} from './fixtures/run'
import { signIn } from './fixtures/user-agent'
import { startOidc } from './start'

const ada = { username: 'ada', password: 'analytical-engine' }
const scopes = 'openid+profile+email+groups'
let provider: RunningServer
beforeAll(async () => {
  provider = await startIdentityProvider()
})
afterAll(() => provider.close())

const settings = (more: Record<string, string | boolean> = {}) =>
  localSettings(provider.url, {
    OIDCClientID: clientIds.public,
    OIDCScopes: scopes,
    OIDCNewPassword: true,
    ...more,
  })

async function whole(
  configuration: ReturnType<typeof settings>,
  asked: Asked = {},
  fields: Record<string, string> = ada,
) {
  const begun = await begin(configuration, asked)
  const brought = await signIn(begun.url, redirectUri, fields)
  return { begun, brought, events: await finish(configuration, begun.ticket, brought) }
}

describe('against oidc-provider', () => {
  const flows: readonly Asked[] = [
    {},
    { responseMode: 'fragment' },
    { responseMode: 'form_post' },
    { responseType: 'code id_token' },
    { responseType: 'code id_token', responseMode: 'form_post' },
    { responseType: 'id_token' },
    { responseType: 'id_token', responseMode: 'form_post' },
  ]
  test.each(flows)('a sign-in with %j succeeds', async (asked) => {
    const { begun, events } = await whole(settings(), asked)
    expect(checksThat([...begun.events, ...events], 'failed')).toEqual([])
    expect(verdictOf(events)).toMatch(/passed|warning/)
    expect(events.find(({ type }) => type === 'mac')).toBeDefined()
  })

  test('the groups of the token are listed and the account is previewed', async () => {
    const { events } = await whole(settings({ OIDCAdmin: 'Mac Admins' }))
    const groups = events.flatMap((event) =>
      event.type === 'finding' && event.finding.check === 'oidc.groups' ? [event.finding.received] : [],
    )
    expect(groups.join()).toContain('Mac Admins')
    const told = events.flatMap((event) => (event.type === 'mac' ? event.statements : []))
    expect(told.find(({ topic }) => topic === 'Account name')?.value).toBe('ada')
  })

  test.each([clientIds.confidential, `${clientIds.confidential}-basic`])(
    'the confidential client %s authenticates',
    async (id) => {
      const { events } = await whole(settings({ OIDCClientID: id, OIDCClientSecret: clientSecret }))
      expect(checksThat(events, 'failed')).toEqual([])
    },
  )

  test('a wrong client secret is named', async () => {
    const configuration = settings({
      OIDCClientID: clientIds.confidential,
      OIDCClientSecret: 'not the secret',
    })
    const { events } = await whole(configuration)
    expect(checksThat(events, 'failed')).toEqual(['oidc.tokens'])
    expect(JSON.stringify(events)).not.toContain('not the secret')
  })

  test.each([clientIds.confidential, `${clientIds.confidential}-basic`])(
    'a wrong client secret of %s is named though one of its spellings is malformed',
    async (id) => {
      const { events } = await whole(settings({ OIDCClientID: id, OIDCClientSecret: 'no%such/+secret' }))
      const told = events.flatMap((event) =>
        event.type === 'finding' && event.finding.check === 'oidc.tokens' ? [event.finding] : [],
      )
      expect(told[0]).toMatchObject({ outcome: 'failed', remedy: { path: ['OIDCClientSecret'] } })
      expect(told[0]?.received).toContain('invalid_client')
    },
  )

  test('the scopes are sent with spaces between them, never as %2B', async () => {
    for (const OIDCScopes of ['openid+profile', 'openid profile', 'openid + profile']) {
      const { url } = await begin(settings({ OIDCScopes }))
      expect(url).toContain('scope=openid+profile&')
      expect(url).not.toMatch(/%2B/i)
    }
  })

  test('OIDCIgnoreCookies asks for a fresh sign-in', async () => {
    expect((await begin(settings({ OIDCIgnoreCookies: true }))).url).toContain('prompt=login')
    expect((await begin(settings())).url).not.toContain('prompt')
  })
})

test('against oauth2-mock-server a sign-in succeeds', async () => {
  const server = new OAuth2Server()
  await server.issuer.keys.generate('RS256')
  await server.start(0, '127.0.0.1')
  const issuer = `http://127.0.0.1:${server.address().port}`
  server.issuer.url = issuer
  server.service.once('beforeUserinfo', (answer) => {
    answer.body = { sub: 'johndoe' }
  })
  const { events } = await whole(localSettings(issuer, { OIDCNewPassword: true }))
  expect(checksThat(events, 'failed')).toEqual([])
  expect(checksThat(events, 'passed')).toEqual(
    expect.arrayContaining(['id-token.signature', 'id-token.nonce', 'oidc.user-info-subject']),
  )
  await server.stop()
})

describe('state, nonce and verifier are good for one answer in one browser and one issuer', () => {
  const refusedAt = (events: Awaited<ReturnType<typeof finish>>) => checksThat(events, 'failed')[0]
  const requests = (events: Awaited<ReturnType<typeof finish>>) =>
    events.filter(({ type }) => type === 'exchange').length

  test('the same answer again is refused without a request', async () => {
    const { begun, brought, events } = await whole(settings())
    expect(verdictOf(events)).not.toBe('failed')
    const again = await finish(settings(), begun.ticket, brought)
    expect([refusedAt(again), requests(again)]).toEqual(['oidc.state', 0])
  })

  test('an answer without the cookie of the browser, or with that of another one, is refused', async () => {
    const [mine, theirs] = [await begin(settings()), await begin(settings())]
    const brought = await signIn(mine.url, redirectUri, ada)
    for (const ticket of [null, theirs.ticket, { ...mine.ticket, state: theirs.ticket.state }]) {
      const events = await finish(settings(), ticket, brought)
      expect(refusedAt(events)).toMatch(/^oidc\.(ticket|state)$/)
      expect(requests(events)).toBe(0)
    }
    // None of it has used up the sign-in that it was meant for.
    expect(verdictOf(await finish(settings(), mine.ticket, brought))).not.toBe('failed')
  })

  test('a nonce or verifier of another sign-in is refused', async () => {
    const other = (await begin(settings())).ticket
    for (const [swapped, check] of [
      [{ nonce: other.nonce }, 'id-token.nonce'],
      [{ verifier: other.verifier }, 'oidc.tokens'],
    ] as const) {
      const { ticket, url } = await begin(settings())
      const brought = await signIn(url, redirectUri, ada)
      expect(refusedAt(await finish(settings(), { ...ticket, ...swapped }, brought))).toBe(check)
    }
  })

  test('an answer of another issuer, or for another configuration, is refused', async () => {
    const second = await defectiveProvider()
    const elsewhere = localSettings(second.issuer)
    const [here, there] = [await begin(settings()), await begin(elsewhere)]
    const brought = await signIn(there.url, redirectUri)
    const state = `state=${encodeURIComponent(here.ticket.state)}`
    const forged = { address: 'address' in brought ? brought.address.replace(/state=[^&]*/, state) : '' }
    const cases = [
      await finish(settings(), there.ticket, brought),
      await finish(settings({ OIDCClientID: 'another' }), here.ticket, brought),
      await finish(settings(), here.ticket, brought),
      await finish(settings(), here.ticket, forged),
    ]
    expect(cases.map(refusedAt)).toEqual(['oidc.ticket', 'oidc.ticket', 'oidc.state', 'oidc.issuer'])
    expect(cases.map(requests)).toEqual([0, 0, 0, 0])
    expect(second.asked).not.toContain('POST /token')
    await second.close()
  })

  test('after ten minutes it is too late', async () => {
    const { ticket, url } = await begin(settings())
    const brought = await signIn(url, redirectUri, ada)
    const later = localTools({ now: () => Date.now() + 10 * 60 * 1000 + 1000 })
    const events = await finish(settings(), ticket, brought, later)
    expect([refusedAt(events), requests(events)]).toEqual(['oidc.ticket', 0])
  })
})

test('no event holds a code, token, secret or verifier', async () => {
  for (const asked of [{}, { responseType: 'code id_token', responseMode: 'form_post' }] as const) {
    const configuration = settings({ OIDCClientID: clientIds.confidential, OIDCClientSecret: clientSecret })
    const { begun, brought, events } = await whole(configuration, asked)
    const parameters = new URLSearchParams('form' in brought ? brought.form : new URL(brought.address).search)
    const told = JSON.stringify([...begun.events, ...events])
    const secrets = [
      parameters.get('code'),
      parameters.get('id_token')?.split('.')[2],
      begun.ticket.verifier,
      clientSecret,
    ]
    for (const secret of secrets.filter((each) => each !== undefined)) {
      expect(told.includes(secret ?? 'no code')).toBe(false)
    }
    // Any compact token: header, claims, signature.
    expect(told).not.toMatch(/eyJ[\w-]{10,}\.eyJ/)
  }
})

describe('a sign-in test can be cancelled', () => {
  test.each(['Discovery', 'Signing keys'])('while %s is asked', async (name) => {
    const path = name === 'Discovery' ? '/.well-known/openid-configuration' : '/jwks'
    const silent = await silentAt(path)
    const controller = new AbortController()
    const { ticket, flow } = await begin(settings())
    const start = {
      settings: localSettings(silent.issuer),
      ticket,
      flow,
      way: { catcher: 'paste' },
      home: '',
      ownMachine: true,
    } as const
    void silent.reached.then(() => controller.abort())
    const events = await collect(startOidc(start, localTools({ signal: controller.signal })))
    expect(verdictOf(events)).toBe('cancelled')
    await silent.close()
  })

  test.each(['/token', '/jwks', '/userinfo'])('while %s is asked', async (path) => {
    const silent = await silentAt(path, 2)
    const configuration = localSettings(silent.issuer)
    const begun = await begin(configuration)
    const brought = await signIn(begun.url, redirectUri)
    const controller = new AbortController()
    void silent.reached.then(() => controller.abort())
    const tools = localTools({ signal: controller.signal })
    const events = await collect(
      finishOidc({ settings: configuration, ticket: begun.ticket, answer: brought }, tools),
    )
    expect(verdictOf(events)).toBe('cancelled')
    await silent.close()
  })
})

/** A provider that takes a request at `path` and never answers it; of the signing keys, the `nth` one. */
async function silentAt(path: string, nth = 1) {
  const real = await defectiveProvider()
  let reach = () => {}
  const reached = new Promise<void>((resolve) => {
    reach = resolve
  })
  let times = 0
  const proxy = await serve(async (request, response, url) => {
    times += request.url === path ? 1 : 0
    if (request.url === path && (path !== '/jwks' || times === nth)) {
      reach()
      return
    }
    const answer = await send(`${real.issuer}${request.url}`, {
      method: request.method ?? 'GET',
      headers: request.headers as Record<string, string>,
      body: await readText(request),
    })
    const headers = { ...answer.headers, 'content-length': undefined, 'transfer-encoding': undefined }
    const kept = Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    )
    const encoded = encodeURIComponent(real.issuer)
    if (answer.headers.location !== undefined) {
      kept.push(['location', answer.headers.location.replace(encoded, encodeURIComponent(url))])
    }
    response.writeHead(answer.status, Object.fromEntries(kept))
    response.end(answer.text.replaceAll(real.issuer, url))
  })
  const close = async () => {
    await proxy.close()
    await real.close()
  }
  return { issuer: proxy.url, reached, close }
}
