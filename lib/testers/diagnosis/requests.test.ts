import { expect, test } from 'vitest'
import { diagnose } from './diagnose'
import { requestsOf } from './row'
import { diagnosisRows } from './rows'

const exchange = (error: string, description = '', more: Partial<Parameters<typeof diagnose>[0]> = {}) =>
  diagnose({ provider: 'Custom', request: 'code-exchange', error, description, status: 400, ...more })

test('no row about passwords explains the exchange of a code', () => {
  const told = diagnosisRows.filter(
    (row) => row.match.symptom === undefined && requestsOf(row).includes('code-exchange'),
  )
  expect(told.length).toBeGreaterThan(50)
  for (const { id, key = '', verdict, cause, clause = '' } of told) {
    expect(key, id).not.toMatch(/ROPG/)
    expect(verdict, id).not.toMatch(/wrong/)
    expect(`${cause} ${clause}`, id).not.toMatch(/password grant|user name or the password/)
  }
})

test.each([
  ['invalid_grant', '', 'code-refused'],
  [
    'invalid_grant',
    'The provided authorization grant is invalid, expired, revoked, or does not match the redirection URI.',
    'code-refused',
  ],
  ['invalid_grant', 'Authorization code has been redeemed already', 'code-not-valid'],
  ['invalid_grant', 'Unknown authorization code', 'code-not-valid'],
  ['invalid_grant', 'code_challenge does not fit', 'code-proof'],
  ['invalid_request', 'Missing code verifier', 'code-proof'],
  ['invalid_grant', 'redirectUri differs', 'code-redirect-uri'],
  ['unsupported_grant_type', 'No such grant', 'code-grant-type'],
  ['unauthorized_client', '', 'code-client-not-allowed'],
  ['access_denied', 'Ada is not allowed to use this app', 'sign-in-not-assigned'],
])('a code refused with %s (%s) is %s', (error, description, id) => {
  expect(exchange(error, description).id).toBe(id)
  for (const issuer of [
    'https://ada.okta.com',
    'https://kc.example/realms/a',
    'https://a.authentik.example/application/o/a/',
  ]) {
    expect(JSON.stringify(exchange(error, description, { issuer }))).not.toMatch(/user name or|OIDCROPGID/)
  }
})

test('a secret that was sent is suspected, and none is where there is none', () => {
  const last = (found: ReturnType<typeof diagnose>) => found.key?.path.at(-1)
  expect(last(exchange('unauthorized_client', '', { secret: 'sent' }))).toBe('OIDCClientSecret')
  expect(last(exchange('invalid_client', '', { secret: 'none' }))).toBe('OIDCClientID')
  expect(last(exchange('invalid_client', '', { secret: 'sent' }))).toBe('OIDCClientSecret')
})

test('the same error keeps its meaning for a password check', () => {
  const check = (error: string) => diagnose({ provider: 'Custom', error }).id
  expect(['invalid_grant', 'unsupported_grant_type', 'unauthorized_client'].map(check)).toEqual([
    'invalid-grant',
    'unsupported-grant-type',
    'unauthorized-client',
  ])
})

test('a refused sign-in in a browser leads to the application of the sign-in', () => {
  const found = diagnose({
    provider: 'Custom',
    request: 'authorization',
    error: 'access_denied',
    description: 'The user was not assigned to Macs',
  })
  expect(found).toMatchObject({ id: 'sign-in-not-assigned', key: { path: ['OIDCClientID'] } })
  expect(found.fix).not.toContain('password')
})
