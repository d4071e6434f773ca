import { generateKeyPairSync, sign as signBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import type { Finding } from '../../api/report'
import { parseToken } from '../id-token/parsed-token'
import { type Defects, defectiveProvider } from './fixtures/defective-provider'
import { begin, finish, localSettings, redirectUri } from './fixtures/run'
import { signIn } from './fixtures/user-agent'

async function findings(defects: Defects): Promise<readonly Finding[]> {
  const provider = await defectiveProvider(defects)
  onTestFinished(provider.close)
  const settings = localSettings(provider.issuer)
  const { ticket, url } = await begin(settings)
  const events = await finish(settings, ticket, await signIn(url, redirectUri))
  return events.flatMap((event) => (event.type === 'finding' ? [event.finding] : []))
}

const claims = (change: Record<string, unknown>): Defects => ({
  claims: (right) => ({ ...right, ...change }),
})
const b64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

test.each<[string, Defects, string, string, RegExp]>([
  [
    'several audiences, and azp names the client',
    claims({ aud: ['jamf-connect', 'account'], azp: 'jamf-connect' }),
    'id-token.audience',
    'warning',
    /azp names this client/,
  ],
  [
    'several audiences, and azp does not',
    claims({ aud: ['jamf-connect', 'account'] }),
    'id-token.audience',
    'failed',
    /azp does not name/,
  ],
  [
    'exp in milliseconds',
    claims({ exp: Date.now() + 3_600_000 }),
    'id-token.expiry',
    'warning',
    /thousands of years/,
  ],
  ['iat in milliseconds', claims({ iat: Date.now() }), 'id-token.issued-at', 'failed', /thousands of years/],
  ['no signature', { signature: 'none' }, 'id-token.algorithm', 'failed', /anybody could have made it/],
])('%s has a sentence of its own', async (_, defects, check, outcome, means) => {
  const found = (await findings(defects)).find((each) => each.check === check)
  expect(found).toMatchObject({ outcome, means: expect.stringMatching(means) })
})

test.each<[number, Record<string, unknown>, RegExp]>([
  [502, { fault: { text: 'upstream: AADSTS7000218 more is wanted' } }, /wants a client secret/],
  [500, { messageId: 'CSIAQ0279E', messageDescription: 'Not for you.' }, /entitled to the application/],
  [503, { error: 'server_error', note: 'AADSTS50011' }, /./],
])('a code of the table is read at the exchange of a code too: %i %j', async (status, body, means) => {
  const found = await findings({ tokenRequest: () => [status, body] })
  const tokens = found.find(({ check }) => check === 'oidc.tokens')
  expect(tokens).toMatchObject({ outcome: 'failed', means: expect.stringMatching(means) })
  expect(tokens?.means).not.toMatch(/takes no more requests|The provider failed/)
})

test.each<[string, unknown, string, RegExp]>([
  ['exp', false, 'id-token.expiry', /^The claim exp has the wrong type$/],
  ['exp', '2031-01-01T00:00:00Z', 'id-token.expiry', /^The claim exp has the wrong type$/],
  ['exp', undefined, 'id-token.expiry', /^The token has no expiry$/],
  ['iat', null, 'id-token.issued-at', /^The claim iat has the wrong type$/],
  ['nbf', '0', 'id-token.not-before', /^The claim nbf has the wrong type$/],
  ['nbf', Date.now() - 5_000, 'id-token.not-before', /in milliseconds$/],
  ['aud', ['jamf-connect', { id: 'x' }], 'id-token.audience', /^The claim aud has the wrong type$/],
  ['aud', 7, 'id-token.audience', /^The claim aud has the wrong type$/],
  ['sub', ['ada'], 'id-token.subject', /^The claim sub has the wrong type$/],
])('%s with the value %j is titled by what is wrong with it', async (name, value, check, title) => {
  const found = (await findings(claims({ [name]: value }))).find((each) => each.check === check)
  expect(found).toMatchObject({ outcome: 'failed', title: expect.stringMatching(title) })
  expect(found?.received).not.toContain('[object')
})

test.each<[string, Record<string, unknown>, RegExp]>([
  [
    'its use is another',
    { use: 'enc' },
    /which the provider lists, but not for signatures with RS256: its use is enc/,
  ],
  ['its algorithm is another', { alg: 'RS512' }, /its algorithm is RS512/],
  ['its key_ops are others', { key_ops: ['encrypt'], use: undefined }, /its key_ops are without verify/],
  ['its name is another', { kid: 'other' }, /lists 1 key, and none of that name, also after asking again/],
])('a key that does not fit because %s is told as that', async (_, change, means) => {
  const found = await findings({ keys: ([key]) => [{ ...key, ...change }] as never })
  expect(found.find(({ check }) => check === 'id-token.signature')).toMatchObject({
    outcome: 'failed',
    means: expect.stringMatching(means),
  })
})

test('a key that is published with its private part verifies what it signed; that it is published is another matter', async () => {
  const found = await findings({ keys: ([key]) => [{ ...key, d: 'AQAB' }] as never })
  expect(found.find(({ check }) => check === 'id-token.signature')?.outcome).toBe('passed')
})

test('a signature by a key of 1024 bits is told as that', async () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 })
  const key = { ...publicKey.export({ format: 'jwk' }), kid: 'short', use: 'sig', alg: 'RS256' }
  let made: Record<string, unknown> = {}
  const found = await findings({
    keys: () => [key as never],
    claims: (right) => {
      made = right
      return right
    },
    token: (right) => {
      const input = `${b64({ alg: 'RS256', kid: 'short' })}.${b64(made)}`
      return {
        ...right,
        id_token: `${input}.${signBytes('sha256', Buffer.from(input), privateKey).toString('base64url')}`,
      }
    },
  })
  expect(found.find(({ check }) => check === 'id-token.signature')).toMatchObject({
    outcome: 'failed',
    title: 'The token is signed with a key that is too short',
    received: 'RS256, a key of 1024 bits',
  })
})

test('only base64url as RFC 7515 has it is a token', () => {
  const [header, payload, signature] = [b64({ alg: 'RS256' }), b64({ sub: 'a' }), 'AAAA']
  expect(parseToken([header, payload, signature].join('.'))).toMatchObject({ claims: { sub: 'a' } })
  expect(parseToken([header, payload, ''].join('.'))).toMatchObject({ claims: { sub: 'a' } })
  for (const wrong of [
    [`${header}=`, payload, signature],
    [header, `${payload}==`, signature],
    [header, payload, 'AAA='],
    [header, payload, 'AAB'],
    [header, payload, 'A'],
    [header, payload, 'AA+A'],
    [header, ` ${payload}`, signature],
  ]) {
    expect(parseToken(wrong.join('.'))).toBe('not-a-token')
  }
  fc.assert(fc.property(fc.string(), (text) => parseToken(text) !== undefined))
})
