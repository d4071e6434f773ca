import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestEvent } from '../api/report'
import { settingsOf } from '../schema/fixtures/settings'
import { testDiscovery } from './discovery/test-discovery'
import { type LocalServer, serve } from './oidc/fixtures/http'
import { begin, collect, finish, localSettings, localTools } from './oidc/fixtures/run'
import { okta as oktaSettings, owner, tools } from './okta-authn/fixtures/drive'
import { testOkta } from './okta-authn/test-okta'
import { openLedger } from './ropg/fixtures/run'
import { testRopg } from './ropg/test-ropg'

const password = "Plum&Kiwi'é/7+y q"
const secret = 'x9<ü>"&s:4/=z'
const code = 'c0de-Plum.41/7+=='
const base64 = (text: string) => Buffer.from(text).toString('base64')
const hex = (code: number, digits: number) => code.toString(16).padStart(digits, '0')
const each = (text: string, write: (code: number) => string) =>
  text
    .split('')
    .map((sign) => write(sign.charCodeAt(0)))
    .join('')

const spellings: readonly ((text: string) => string)[] = [
  (text) => text,
  encodeURIComponent,
  (text) => new URLSearchParams([['', text]]).toString().slice(1),
  (text) => each(text, (sign) => `&#${sign};`),
  (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;'),
  (text) => each(text, (sign) => `\\u${hex(sign, 4)}`),
  base64,
  (text) => Buffer.from(text).toString('base64url'),
  (text) => base64(`jane:${text}`),
  (text) =>
    `${base64('{"alg":"none"}')}.${Buffer.from(JSON.stringify({ sub: text })).toString('base64url')}.`,
]
const spelled = [password, secret, code].flatMap((text) => spellings.map((spell) => spell(text)))
const repeated = `you sent ${spelled.join(' and ')} to us`

let answer: (request: IncomingMessage, response: ServerResponse, url: string) => void
let server: LocalServer
beforeAll(async () => {
  server = await serve((request, response, url) => answer(request, response, url))
})
afterAll(() => server.close())

const json = (response: ServerResponse, status: number, body: unknown) =>
  void response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))

/** Every text of a value, names of members included. */
function textsIn(value: unknown): string[] {
  return typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([name, inner]) => [name, ...textsIn(inner)])
      : []
}

function survivors(events: readonly TestEvent[], own: readonly string[]): string[] {
  const texts = textsIn(events)
  const looked = own.flatMap((text) => spellings.map((spell) => spell(text)))
  return looked.filter((each) => texts.some((text) => text.includes(each)))
}

const document = (url: string, more: object = {}) => ({
  issuer: url,
  authorization_endpoint: `${url}/authorize`,
  token_endpoint: `${url}/token`,
  jwks_uri: `${url}/keys`,
  ...more,
})
const idToken = (url: string, claims: object) =>
  `${[{ alg: 'none' }, { iss: url, aud: 'jamf-connect', sub: 'eli', ...claims }].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.`

/** Discovery and keys as they should be; the token endpoint answers with this. */
function tokenAnswer(status: number, body: (url: string) => object, headers: Record<string, string> = {}) {
  answer = (request, response, url) => {
    if (request.url?.includes('well-known')) {
      return json(response, 200, document(url))
    }
    if (request.url !== '/token') {
      return json(response, 200, { keys: [] })
    }
    request.resume()
    for (const [name, value] of Object.entries(headers)) {
      response.setHeader(name, value)
    }
    return json(response, status, body(url))
  }
}

const errors = [
  'error',
  'error_description',
  'error_uri',
  'errorCode',
  'errorSummary',
  'messageId',
  'message',
]
const claims = [
  'sub',
  'name',
  'groups',
  'preferred_username',
  'iss',
  'aud',
  'nonce',
  'email',
  'unheard_of',
  repeated,
]
const tokenAnswers = [
  ...errors.map((name) => [name, 400, () => ({ error: 'invalid_client', [name]: repeated })] as const),
  ...claims.map(
    (name) =>
      [
        name,
        200,
        (url: string) => ({ access_token: 'an-access-token', id_token: idToken(url, { [name]: repeated }) }),
      ] as const,
  ),
  ['a member', 400, () => ({ error: 'invalid_grant', [repeated]: [repeated] })] as const,
]

const client = () =>
  localSettings(server.url, {
    OIDCClientSecret: secret,
    OIDCROPGID: 'jamf-connect',
    ROPGClientSecret: secret,
  })

test.each(tokenAnswers)(
  'no event of a password check holds a secret repeated in %s',
  async (_, status, body) => {
    tokenAnswer(status, body)
    const input = { settings: client(), app: 'login', userName: 'eli', password } as const
    const events = await collect(testRopg(input, { ...localTools(), attempts: openLedger().ledger }))
    expect(events.some(({ type }) => type === 'exchange')).toBe(true)
    expect(survivors(events, [password, secret])).toEqual([])
  },
)

test.each(tokenAnswers)('no event of a sign-in holds a secret repeated in %s', async (_, status, body) => {
  tokenAnswer(status, body)
  const { ticket } = await begin(client())
  const address = `https://127.0.0.1/jamfconnect?${new URLSearchParams({ code, state: ticket.state })}`
  const events = await finish(client(), ticket, { address })
  expect(JSON.stringify(events)).toContain('"Token"')
  expect(survivors(events, [secret, code])).toEqual([])
})

const members = [
  'issuer',
  'authorization_endpoint',
  'token_endpoint',
  'jwks_uri',
  'userinfo_endpoint',
  'scopes_supported',
  'response_types_supported',
  'grant_types_supported',
  'unheard_of',
]

test.each(members)('no event of a discovery holds a client secret repeated in %s', async (name) => {
  answer = (request, response, url) =>
    json(
      response,
      200,
      request.url?.includes('well-known')
        ? document(url, { [name]: name.endsWith('supported') ? [repeated] : repeated })
        : { keys: [{ kid: repeated, kty: repeated }] },
    )
  expect(survivors(await collect(testDiscovery({ settings: client() }, localTools())), [secret])).toEqual([])
})

const oktaAnswers = [
  ['status', { status: repeated }],
  [
    'errorCode',
    {
      errorCode: repeated,
      errorSummary: repeated,
      errorId: repeated,
      errorCauses: [{ errorSummary: repeated }],
    },
  ],
  ['errorSummary', { errorCode: 'E0000004', errorSummary: repeated, errorId: repeated }],
  [
    'factors',
    {
      status: 'MFA_REQUIRED',
      stateToken: '00aStateToken123',
      _embedded: {
        user: { profile: { login: repeated } },
        factors: [
          { id: repeated, factorType: repeated, provider: repeated, profile: { name: repeated } },
          { id: 'q', factorType: 'question', provider: 'OKTA', profile: { questionText: repeated } },
        ],
      },
    },
  ],
] as const

test.each(oktaAnswers)('no event of the Okta test holds a password repeated in %s', async (_, body) => {
  answer = (request, response) => {
    request.resume()
    return json(response, 'errorCode' in body ? 401 : 200, body)
  }
  const events = await collect(
    testOkta({ settings: oktaSettings(server.url), userName: 'eli', password, owner }, tools),
  )
  expect(events.length).toBeGreaterThan(3)
  expect(survivors(events, [password])).toEqual([])
})

test('a password that is spelled like the user name leaves the account name as it is', async () => {
  answer = (request, response) => {
    request.resume()
    return json(response, 200, { status: 'SUCCESS' })
  }
  const settings = settingsOf({
    login: { OIDCProvider: 'Okta', AuthServer: server.url.replace('http://', '') },
  })
  const events = await collect(
    testOkta({ settings, userName: 'k7.lee@acme.com', password: 'k7.lee', owner }, tools),
  )
  const told = events.flatMap((event) => (event.type === 'mac' ? event.statements : []))
  expect(told.find(({ topic }) => topic === 'Account name')?.value).toBe('k7.lee')
})
