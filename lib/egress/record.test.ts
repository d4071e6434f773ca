import { expect, it } from 'vitest'
import { rememberSecrets } from './known-secrets'
import { type Content, type Received, record } from './record'

const jwt = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJl'

it.each([
  ['a token under a name that tells nothing', { data: jwt }, { data: '<token>' }],
  ['a token within a sentence', { message: `got ${jwt}!` }, { message: 'got <token>!' }],
  ['an encrypted token', { data: `${jwt}.YQ.Yg` }, { data: '<token>' }],
  ['a token as the name of a member', { [jwt]: 1 }, { '<token>': 1 }],
  ['PEM under a name that tells nothing', { data: '-----BEGIN EC PRIVATE KEY-----\nMHc' }, { data: '<PEM>' }],
  ['a number', { pin: 1234, otp: 99 }, { pin: '<pin>', otp: '<otp>' }],
  ['a list', { tokens: ['a'], secret: ['one', 'two'] }, { tokens: ['a'], secret: ['<secret>', '<secret>'] }],
  ['an object', { password: { value: 'x' } }, { password: { value: '<password>' } }],
  [
    'other spellings',
    { 'Client-Secret': 'a', accessToken: 'b' },
    { 'Client-Secret': '<Client-Secret>', accessToken: '<accessToken>' },
  ],
  ['a private key', { kty: 'RSA', n: 'n', e: 'AQAB', d: 'd' }, { kty: 'RSA', n: 'n', e: 'AQAB', d: '<d>' }],
  ['a symmetric key', { keys: [{ kty: 'oct', k: 'k' }] }, { keys: [{ kty: 'oct', k: '<k>' }] }],
])('%s in a JSON answer is hidden', (_, given, shown) => {
  expect(JSON.parse(answerBody(JSON.stringify(given)))).toEqual(shown)
})

it.each([
  { issuer: 'https://idp.test', token_endpoint: 'https://idp.test/token', claims_supported: ['sub', 'code'] },
  { token_type: 'Bearer', expires_in: 3600, scope: 'openid' },
  { error: 'invalid_grant', error_description: 'AADSTS50126: wrong', error_codes: [50126], trace_id: 'a-b' },
  { errorCode: 'E0000004', errorSummary: 'Authentication failed', errorCauses: [] },
  { error: { code: 'InvalidAuthenticationToken', message: 'x' } },
  {
    status: 'MFA_REQUIRED',
    _embedded: { factors: [{ factorType: 'token:software:totp', provider: 'OKTA' }] },
  },
  {
    _links: { forgotPassword: { href: 'https://x.okta.test/api/v1/authn/recovery' } },
    password: null,
    code: true,
  },
  { keys: [{ kty: 'RSA', n: 'n'.repeat(300), e: 'AQAB', kid: '1', x5c: ['MIID'] }] },
  { version: '1.2.3.4', host: 'eyJ', file: 'a.b.c' },
])('what is no secret stays readable: %j', (given) => {
  expect(JSON.parse(answerBody(JSON.stringify(given)))).toEqual(given)
})

it.each([
  ['https://a.test/cb?code=abc&state=s', 'https://a.test/cb?code=<code>&state=s'],
  ['/cb#access_token=abc&token_type=bearer', '/cb#access_token=<access_token>&token_type=bearer'],
  ['https://u:p@a.test/', 'https://<user>@a.test/'],
  [
    'https://a.test/?next=https%3A%2F%2Fb.test%2F%3Fcode%3Dabc',
    'https://a.test/?next=https%3A%2F%2Fb.test%2F%3Fcode%3D<code>',
  ],
  ['https://a.test/qr/secret', 'https://a.test/qr/<secret>'],
  ['https://a.test/?q=100%&code_challenge=abc', 'https://a.test/?q=100%&code_challenge=abc'],
])('the address %s is shown as %s', (location, shown) => {
  const answer = recorded({ status: 302, headers: [['Location', location]], body: new Uint8Array() })
  expect(answer?.fields).toEqual([{ name: 'Location', value: shown }])
})

it('what was sent is recognised wherever and however an answer repeats it', () => {
  const password = 'pä ss/w"ord'
  const content = { kind: 'form', fields: new URLSearchParams({ password }) } as const
  const html = `<b>p&auml; ${encodeURIComponent(password)} ${JSON.stringify(password)} ${Buffer.from(password).toString('base64')}`
  const answer = recorded({ status: 200, headers: [['X-Echo', password]], body: Buffer.from(html) }, content)
  expect(answer?.fields[0]?.value).toBe('<password>')
  expect(answer?.body).toBe('<b>p&auml; <password> "<password>" <password>')
})

it('a secret too short to search for is hidden where it is the whole value', () => {
  const content = { kind: 'form', fields: new URLSearchParams({ pin: '42' }) } as const
  const body = Buffer.from('{"echo":"42","port":"1042"}')
  expect(JSON.parse(recorded({ status: 200, headers: [], body }, content)?.body ?? '')).toEqual({
    echo: '<pin>',
    port: '1042',
  })
})

it('a body is shown up to 4,000 characters, and bytes that are no text by their number', () => {
  expect(answerBody('x '.repeat(100_000))).toHaveLength(4_000)
  expect(answerBody('\0\u0001')).toBe('unknown type, 2 B')
})

it('half a secret at the end of what is read of a long body is not shown', () => {
  const start = `password=hunter2hunter2&`.repeat(2_729)
  expect(answerBody(`${start}x=${jwt}`)).not.toContain('hunter')
})

it.each([
  ['tags that never end', '<input '.repeat(150_000)],
  ['tags in tags', '<a '.repeat(350_000)],
  ['dots and dashes', 'eyJ.-_'.repeat(170_000)],
  ['one long word', 'eyJ'.repeat(340_000)],
  ['PEM that never ends', '-----BEGIN A-----'.repeat(60_000)],
  ['quotes', `"a":`.repeat(250_000)],
  ['open strings', `"token":"`.repeat(110_000)],
  ['pairs', '&a=%3D'.repeat(170_000)],
  ['nested encodings', `?a=${'%25'.repeat(340_000)}`],
  ['users', '://a'.repeat(250_000)],
  ['spaces', `"a"${' '.repeat(1_000_000)}`],
  ['lists in lists', '['.repeat(1_000_000)],
  ['closed lists in lists', '['.repeat(500_000) + ']'.repeat(500_000)],
  [
    '100,000 tokens',
    `{${Array.from({ length: 40_000 }, (_, i) => `"a${i}_token":"${i}-token-value"`).join()}}`,
  ],
  ['objects in objects', '{"a":'.repeat(200_000)],
])('1 MB of %s is recorded within a second of processor time', (_, body) => {
  const start = process.cpuUsage()
  expect(answerBody(body).length).toBeLessThanOrEqual(4_000)
  const { user, system } = process.cpuUsage(start)
  expect((user + system) / 1_000).toBeLessThan(1_000)
})

function answerBody(body: string): string {
  return recorded({ status: 200, headers: [], body: Buffer.from(body) })?.body ?? ''
}

function recorded(received: Received, content: Content = { kind: 'none' }) {
  const sent = { name: 'x', method: 'POST', url: 'https://idp.test/', headers: {}, content }
  return record(sent, { received, failure: null, timing: { start: 0, end: 1 } }, rememberSecrets()).answer
}
