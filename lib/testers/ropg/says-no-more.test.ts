import { afterAll, beforeAll, expect, test } from 'vitest'
import { diagnose } from '../diagnosis/diagnose'
import { runRopg, settingsOf } from './fixtures/run'
import { json, startTokenServer } from './fixtures/token-server'

let server: Awaited<ReturnType<typeof startTokenServer>>
let answer: { status: number; body: object }
beforeAll(async () => {
  server = await startTokenServer((response) => json(response, answer.status, answer.body))
})
afterAll(() => server.close())

const login = () => ({
  OIDCProvider: 'Custom',
  OIDCDiscoveryURL: `${server.url}/.well-known/openid-configuration`,
  OIDCROPGID: 'mac',
})

test.each([
  'Prior to validating your credentials: password expired',
  'Pre-check: password expired, verification follows',
  'Password expired, authentication pending',
])('no password is called right that nobody looked at: %s', (description) => {
  expect(diagnose({ provider: null, error: 'invalid_grant', description }).verdict).not.toBe('password-right')
})

test.each([
  'The reason is not an incorrect password',
  'Refused without a wrong password being the cause',
  'No invalid credentials were seen, the store is away',
])('words that deny a wrong password are quoted only: %s', (description) => {
  const { cause } = diagnose({ provider: null, error: 'invalid_grant', description })
  expect(cause).not.toContain('says that the user name or the password is wrong')
  expect(cause).toContain(description)
})

test.each([
  "We couldn't recognize the email address or password you typed",
  'The server does not recognise the user name or password',
])('a name or password that nobody recognizes may be wrong: %s', (description) => {
  const { verdict, cause } = diagnose({ provider: null, error: 'invalid_grant', description })
  expect([verdict, cause]).toEqual(['may-be-wrong', expect.stringContaining('is wrong')])
})

test('a client that nobody recognizes is no word about the password', () => {
  const description = 'We did not recognize the client credentials'
  expect(diagnose({ provider: null, error: 'invalid_grant', description }).cause).not.toContain(
    'the user name or the password is wrong',
  )
})

test('tokens beside an error prove nothing', async () => {
  const body = {
    access_token: 'an-opaque-value-2',
    error: 'access_denied',
    error_description: 'Wrong password',
  }
  answer = { status: 200, body }
  const run = await runRopg({
    settings: settingsOf(login()),
    userName: 'eli',
    password: 'Kiwi-4417',
  })
  const { summary, settled } = run
  expect(JSON.stringify(run)).not.toContain('issued no tokens')
  expect(summary.title).toBe('Not known whether the password is right: the answer holds tokens and an error')
  expect(settled).toEqual(['failed'])
})

test('errors of OAuth in capitals are those errors', () => {
  expect(diagnose({ provider: null, error: 'Invalid_Scope' }).id).toBe('invalid-scope')
})

test('a realm that wants HTTPS is told as such', () => {
  const text = '{"error":"invalid_request","error_description":"HTTPS required"}'
  expect(diagnose({ provider: 'Keycloak', text }).clause).toBe('the realm wants HTTPS')
})

test('what happens on the Mac is told for the app that was tested, the other beside it', async () => {
  const description = 'AADSTS50079: The user must enroll.'
  answer = { status: 400, body: { error: 'invalid_grant', error_description: description } }
  const provider = { OIDCProvider: 'EntraID', OIDCDiscoveryURL: login().OIDCDiscoveryURL, OIDCROPGID: 'mac' }
  const settings = settingsOf(
    { ...provider, ROPGSuccessCodes: ['AADSTS50079'] },
    { IdPSettings: { Provider: 'EntraID', ROPGID: 'mac' } },
  )
  const { events } = await runRopg({ settings, app: 'login', userName: 'eli', password: 'Kiwi-4417' })
  const told = events.flatMap((event) => (event.type === 'mac' ? event.statements : []))
  const password = told.find(({ topic }) => topic === 'Password')
  expect(password?.value).toBe('Accepted')
  expect(password?.because).toContain('so Self Service+ may call the same answer wrong')
})
