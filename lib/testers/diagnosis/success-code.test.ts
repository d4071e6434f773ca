import { expect, test } from 'vitest'
import { successCodeIn } from '@/lib/outcome/success-codes'
import { settingsOf } from '@/lib/schema/fixture'
import { diagnose } from './diagnose'
import { successCodeFor } from './success-code'

const secondFactor = diagnose({
  provider: 'EntraID',
  error: 'invalid_grant',
  description: 'AADSTS50076: you must use multi-factor authentication',
})
const both = (login: object, connect: object = {}) =>
  settingsOf({
    login: { OIDCProvider: 'EntraID', ...login },
    connect: { IdPSettings: { Provider: 'EntraID', ...connect } },
  })
const list = (...values: string[]) => ({
  type: 'array',
  items: values.map((value) => ({ type: 'string', value })),
})

test('adds the code to the success codes of both apps and keeps the others', () => {
  const found = successCodeFor(secondFactor, both({ ROPGSuccessCodes: ['AADSTS50012'] }))
  expect(found?.repair).toEqual({
    title: 'Add AADSTS50076 to the success codes',
    edits: [
      {
        domain: 'com.jamf.connect.login',
        path: ['ROPGSuccessCodes'],
        value: list('AADSTS50012', 'AADSTS50076'),
      },
      { domain: 'com.jamf.connect', path: ['IdPSettings', 'SuccessCodes'], value: list('AADSTS50076') },
    ],
  })
  expect(found?.note).toContain('not documented')
})

test('leaves an app alone that lists the code, or a part of it', () => {
  const one = successCodeFor(secondFactor, both({ ROPGSuccessCodes: ['50076'] }))
  expect(one?.repair.edits.map(({ domain }) => domain)).toEqual(['com.jamf.connect'])
  expect(
    successCodeFor(secondFactor, both({ ROPGSuccessCodes: ['50076'] }, { SuccessCodes: ['AADSTS50076'] })),
  ).toBeNull()
})

test('leaves an app alone that the configuration does not have', () => {
  const found = successCodeFor(secondFactor, settingsOf({ login: { OIDCProvider: 'EntraID' } }))
  expect(found?.repair.edits.map(({ domain }) => domain)).toEqual(['com.jamf.connect.login'])
})

test('offers no code for a wrong password, an unknown answer, or a state of the Authentication API', () => {
  const settings = both({})
  const wrong = diagnose({ provider: 'EntraID', error: 'invalid_grant', description: 'AADSTS50126: x' })
  const unknown = diagnose({ provider: 'EntraID', error: 'x' })
  const state = diagnose({ provider: 'Okta', text: '{"status":"MFA_REQUIRED"}' })
  expect([wrong, unknown, state].map((each) => successCodeFor(each, settings))).toEqual([null, null, null])
})

test('offers the word MFA for OneLogin and mfa_required for Okta, with a doubt about Okta', () => {
  const oneLogin = diagnose({ provider: 'OneLogin', error: 'invalid_grant', description: 'MFA required' })
  expect(successCodeFor(oneLogin, settingsOf({ login: { OIDCProvider: 'OneLogin' } }))?.code).toBe('MFA')
  const okta = diagnose({ provider: 'Okta-OIDC', error: 'mfa_required' })
  const found = successCodeFor(okta, settingsOf({ login: { OIDCProvider: 'Okta-OIDC' } }))
  expect(found?.code).toBe('mfa_required')
  expect(found?.note).toContain('does not list this provider')
})

test('finds a success code anywhere in the error or the description, in its own case', () => {
  const answer = { error: 'invalid_grant', description: 'AADSTS50076: x' }
  expect(successCodeIn(['AADSTS50076'], answer)).toBe('AADSTS50076')
  expect(successCodeIn(['1', '50076'], { error: 'x50076' })).toBe('50076')
  expect(successCodeIn(['', ' ', 'aadsts50076', '50126'], answer)).toBeUndefined()
})
