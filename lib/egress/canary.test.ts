import { inspect } from 'node:util'
import { expect, it, onTestFinished } from 'vitest'
import type { Exchange } from '../api/exchange'
import { EgressError } from './errors'
import { answerText, listen, onRequest } from './fixtures/listen'
import { openEgress } from './open-egress'
import { egressPolicy } from './policy'

const jwt = (mark: string) =>
  ['{"alg":"RS256","typ":"JWT"}', `{"sub":"${mark}","iss":"https://idp.test"}`, `signature-of-${mark}`]
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.')

/** What must never be seen outside of a request. Values hold what makes encodings differ. */
const secrets = {
  password: 'P4ss & wörd+/"<%27>',
  clientSecret: 'cl1ent~secret/with+all=of it',
  code: '0.AXkA-code.0123456789',
  codeVerifier: 'verifier-dBjftJeZ4CVP-mB92K27uhbUJU1p1r',
  refreshToken: 'refresh+token/0123456789==',
  accessToken: 'opaque-access-token-0123456789',
  idToken: jwt('id-token-canary'),
  assertion: jwt('assertion-canary'),
  bearer: 'bearer-0123456789-canary',
  cookie: 'cookie-0123456789-canary',
  setCookie: 'set-cookie-0123456789-canary',
  stateToken: '00stateTokenCanary0123',
  sessionToken: '20111sessionTokenCanary',
  passCode: '918273',
  answer: 'Annie’s "first" cat',
  newPassword: 'n3w\\pass\tword',
  oldPassword: '0ld pass%20word',
  sharedSecret: 'JBSWY3DPEHPK3PXP',
  mfaToken: 'Fe26.2**mfa-canary-0123',
  recoveryToken: 'recovery-canary-0123456',
  qrPath: '00fukNElRS_canary-qr',
  pem: '-----BEGIN PRIVATE KEY-----\nMIIcanaryBADANBgkqhkiG9w0\n-----END PRIVATE KEY-----',
  privateExponent: 'dCanaryPrivateExponent0123',
  apiKey: 'api-key-canary-0123456789',
  userInUrl: 'user:pass-canary-in-url',
  named: 'secret without a telling name',
} as const

/** Every form in which a reader could recognise a secret. */
function spellings(secret: string): string[] {
  const form = new URLSearchParams([['x', secret]]).toString().slice(2)
  return [
    secret,
    encodeURIComponent(secret),
    form,
    JSON.stringify(secret).slice(1, -1),
    base64(secret),
  ].concat(secret.startsWith('eyJ') ? secret.split('.').slice(1) : [])
}

function carries(texts: readonly string[], secret: string): boolean {
  return spellings(secret).some((spelling) =>
    texts.some((text) => text.includes(spelling) || text.includes(JSON.stringify(spelling).slice(1, -1))),
  )
}

const echoes: Readonly<Record<string, (head: string) => string>> = {
  json: (head) =>
    answerText('400 Bad Request', JSON.stringify({ error: 'x', error_description: `You sent ${head}` })),
  'broken-json': (head) => answerText('400 Bad Request', `{"error": ${JSON.stringify(head)}, "x`),
  html: (head) =>
    answerText('500 Oops', `<p>${head.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`, [
      'Content-Type: text/html',
    ]),
  text: (head) => answerText('500 Oops', head),
  'latin-1': (head) => answerText('500 Oops', Buffer.from(head).toString('latin1')),
  tokens: () =>
    answerText(
      '200 OK',
      JSON.stringify({
        access_token: secrets.accessToken,
        refresh_token: secrets.refreshToken,
        id_token: secrets.idToken,
        token_type: 'Bearer',
        again: `the token is ${secrets.accessToken}`,
        key: { kty: 'RSA', n: 'modulus', d: secrets.privateExponent },
        pem: secrets.pem,
      }),
      [`Set-Cookie: sid=${secrets.setCookie}; HttpOnly`, `X-Debug: ${secrets.accessToken}`],
    ),
  okta: () =>
    answerText(
      '200 OK',
      JSON.stringify({
        stateToken: secrets.stateToken,
        sessionToken: secrets.sessionToken,
        recoveryToken: secrets.recoveryToken,
        _embedded: {
          activation: {
            sharedSecret: secrets.sharedSecret,
            _links: { qrcode: { href: `https://x.okta.test/api/v1/users/1/factors/2/qr/${secrets.qrPath}` } },
          },
        },
      }),
    ),
  redirect: () =>
    answerText('302 Found', '', [
      `Location: https://app.test/cb?code=${secrets.code}&state=keep-me#id_token=${secrets.idToken}`,
      `Link: <https://app.test/?RelayState=${encodeURIComponent(`https://b.test/?code=${secrets.code}&x=1`)}>`,
    ]),
  page: () =>
    answerText(
      '200 OK',
      `<form><input type="hidden" value="${secrets.code}" name='code'/><Password>${secrets.oldPassword}</Password>
       <script>var x = {'sessionToken': '${secrets.sessionToken}', "unclosed: "}</script>
       access_token=${secrets.accessToken}&x=1 ${secrets.idToken} ${secrets.pem}</form>`,
    ),
  cut: () => `HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n{"access_token":"${secrets.accessToken}"`,
  garbage: () => `${secrets.accessToken}${secrets.idToken}\r\n\r\n`,
}

it('25 planted secrets are in no record, error or message', async () => {
  expect(Object.keys(secrets).length).toBeGreaterThanOrEqual(25)
  const wire: string[] = []
  const listener = await listen(
    onRequest((socket, request) => {
      const kind = /^\w+ \/([\w-]*)/.exec(request)?.[1] ?? ''
      const body = new URLSearchParams(request.slice(request.indexOf('\r\n\r\n') + 4))
      const echo = echoes[kind] ?? (() => '')
      const answer = echo(`${request} ${[...body.values()].join(' | ')}`)
      wire.push(request, answer)
      socket.end(answer)
    }),
  )
  onTestFinished(() => listener.close())
  const seen: unknown[] = []
  const exchanges: Exchange[] = []
  const egress = openEgress({
    policy: egressPolicy({ allow: '127.0.0.1' }),
    onExchange: (exchange) => exchanges.push(exchange),
    deadlines: { phase: 500 },
  })
  egress.protect('named', secrets.named)
  for (const url of [
    ...Object.keys(echoes).map((kind) => `http://127.0.0.1:${listener.port}/${kind}`),
    ...refused,
  ]) {
    await egress.request(formRequest(url)).catch((error) => seen.push(error))
    await egress.request(jsonRequest(url)).catch((error) => seen.push(error))
    await egress.fetch(url, fetchInit).catch((error) => seen.push(error))
  }
  expect(exchanges).toHaveLength((Object.keys(echoes).length + refused.length) * 3)
  expect(seen.length).toBeGreaterThan(refused.length * 3)
  expect(seen.every((error) => error instanceof EgressError)).toBe(true)
  const planted = Object.values(secrets).filter((secret) => carries([...wire, ...refused], secret))
  expect(planted).toEqual(Object.values(secrets))
  const everything = [JSON.stringify(exchanges), inspect([exchanges, seen], { depth: 20, showHidden: true })]
  const found = Object.entries(secrets).filter(([, secret]) => carries(everything, secret))
  expect(found.map(([name]) => name)).toEqual([])
  expect(everything[0]).toContain('keep-me')
  expect(everything[0]).toContain('ada@example.test')
})

const refused = [
  `https://${secrets.userInUrl}@idp.test/?password=${encodeURIComponent(secrets.password)}`,
  `https://127.0.0.1:1/?client_secret=${encodeURIComponent(secrets.clientSecret)}#access_token=${secrets.accessToken}`,
  `not a url ${secrets.named}`,
]

const headers = {
  Authorization: `Bearer ${secrets.bearer}`,
  Cookie: `sid=${secrets.cookie}`,
  'X-Api-Key': secrets.apiKey,
}

function formRequest(url: string) {
  return {
    name: 'Token',
    method: 'POST',
    url,
    headers,
    form: {
      username: 'ada@example.test',
      password: secrets.password,
      client_secret: secrets.clientSecret,
      code: secrets.code,
      code_verifier: secrets.codeVerifier,
      refresh_token: secrets.refreshToken,
      client_assertion: secrets.assertion,
      mfa_token: secrets.mfaToken,
    },
  }
}

function jsonRequest(url: string) {
  return {
    name: 'Answer',
    method: 'POST',
    url,
    headers,
    secretFields: ['odd'],
    json: {
      username: 'ada@example.test',
      stateToken: secrets.stateToken,
      passCode: secrets.passCode,
      answer: secrets.answer,
      newPassword: secrets.newPassword,
      oldPassword: secrets.oldPassword,
      profile: { sharedSecret: secrets.sharedSecret, note: secrets.named },
      odd: secrets.userInUrl,
    },
  }
}

const fetchInit = {
  method: 'POST',
  headers: {
    authorization: `Basic ${base64(`client:${encodeURIComponent(secrets.clientSecret)}`)}`,
    'content-type': 'application/x-www-form-urlencoded',
  },
  body: new URLSearchParams({
    id_token: secrets.idToken,
    refresh_token: secrets.refreshToken,
    pin: secrets.passCode,
  }),
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64')
}
