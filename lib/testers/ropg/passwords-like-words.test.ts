import { afterAll, beforeAll, expect, test } from 'vitest'
import { runRopg, settingsOf } from './fixtures/run'
import { json, startTokenServer } from './fixtures/token-server'

let server: Awaited<ReturnType<typeof startTokenServer>>
let answer: { status: number; body: object }
beforeAll(async () => {
  server = await startTokenServer((response) => json(response, answer.status, answer.body))
})
afterAll(() => server.close())

function run(password: string, provider: object = {}) {
  const settings = settingsOf({
    OIDCProvider: 'Custom',
    OIDCDiscoveryURL: `${server.url}/.well-known/openid-configuration`,
    OIDCROPGID: 'mac',
    ...provider,
  })
  return runRopg({ settings, userName: 'eli', password })
}

const expired = { error: 'invalid_grant', error_description: 'Password expired' }
const code = {
  error: 'invalid_grant',
  error_description: 'AADSTS50126: Error validating credentials due to invalid username or password.',
  error_codes: [50126],
  at: 4711_2233_44,
}

test.each([
  ['expired', expired, 'The password is right, but it has expired'],
  ['invalid_grant', expired, 'The password is right, but it has expired'],
  ['Password', expired, 'The password is right, but it has expired'],
  ['4711', code, 'The user name or the password is wrong'],
  ['50126', code, 'The user name or the password is wrong'],
  ['AADSTS', code, 'The user name or the password is wrong'],
  ['error', code, 'The user name or the password is wrong'],
])('a password %s changes no verdict', async (password, body, title) => {
  answer = { status: 400, body }
  const { summary, settled } = await run(password)
  expect(summary.title).toBe(title)
  expect(settled).toEqual([title.startsWith('The user') ? 'refused' : 'accepted'])
})

test.each([['error'], ['error_description'], ['message'], ['detail'], ['code'], ['elsewhere']])(
  'a word that is the password leaves with nothing where the provider repeats it as %s',
  async (name) => {
    answer = { status: 400, body: { error: 'invalid_grant', [name]: 'you typed Heatherfield' } }
    const { events } = await run('Heatherfield')
    expect(JSON.stringify(events)).not.toContain('Heatherfield')
  },
)

test('our own words and constants stay, and what stands for a secret is not replaced again', async () => {
  answer = {
    status: 400,
    body: { error: 'invalid_grant', error_description: 'the password password is old' },
  }
  const { events, findings } = await run('password')
  expect(findings.get('ropg.answer')?.sent).toContain('grant_type=password')
  expect(findings.get('ropg.answer')?.received).toBe('400 invalid_grant the <password> <password> is old')
  const told = JSON.stringify(events)
  expect(told).toContain('{"name":"grant_type","value":"password"}')
  expect(told).not.toMatch(/<<|>>/)
})

test('the tokens that came are named, though a password is called so', async () => {
  answer = { status: 200, body: { access_token: 'an-opaque-value-1', token_type: 'Bearer' } }
  const { findings } = await run('token')
  expect(findings.get('ropg.answer')?.received).toBe('200 with access token')
})
