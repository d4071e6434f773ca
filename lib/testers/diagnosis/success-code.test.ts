import fc from 'fast-check'
import { expect, test } from 'vitest'
import { successCodeIn } from '@/lib/products/jamf-connect/outcome/success-codes'
import { settingsOf } from '@/lib/schema/fixtures/settings'
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

test('leaves an app alone that lists the code, and not one that lists a part of it', () => {
  const domains = (login: object, connect?: object) =>
    successCodeFor(secondFactor, both(login, connect))?.repair.edits.map(({ domain }) => domain)
  expect(domains({ ROPGSuccessCodes: ['AADSTS50076'] })).toEqual(['com.jamf.connect'])
  for (const part of ['50076', '5007', 'AADSTS500']) {
    expect(domains({ ROPGSuccessCodes: ['AADSTS50076'] }, { SuccessCodes: [part] })).toEqual([
      'com.jamf.connect',
    ])
  }
  const listed = { SuccessCodes: ['AADSTS50076'] }
  expect(successCodeFor(secondFactor, both({ ROPGSuccessCodes: ['AADSTS50076'] }, listed))).toBeNull()
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

test('offers the word MFA for OneLogin, and nothing where Jamf does not list the provider', () => {
  const oneLogin = diagnose({ provider: 'OneLogin', error: 'invalid_grant', description: 'MFA is required' })
  expect(successCodeFor(oneLogin, settingsOf({ login: { OIDCProvider: 'OneLogin' } }))?.code).toBe('MFA')
  for (const provider of ['Okta-OIDC', 'OktaIdentityEngine'] as const) {
    const okta = diagnose({ provider, error: 'mfa_required' })
    expect(okta.verdict).toBe('password-right')
    expect(successCodeFor(okta, settingsOf({ login: { OIDCProvider: provider } }))).toBeNull()
  }
})

test('finds a success code in the error or the description, in its own case, a whole one first', () => {
  const answer = { error: 'invalid_grant', description: 'AADSTS50076: x' }
  expect(successCodeIn(['AADSTS50076'], answer)).toEqual({ code: 'AADSTS50076', whole: true })
  expect(successCodeIn(['5007', 'AADSTS50076'], answer)).toEqual({ code: 'AADSTS50076', whole: true })
  expect(successCodeIn(['invalid_grant'], answer)).toEqual({ code: 'invalid_grant', whole: true })
  expect(successCodeIn(['', ' ', 'aadsts50076', '50126'], answer)).toBeUndefined()
})

test('a code is whole only where no letter, digit or underscore is beside it', () => {
  const word = fc.stringMatching(/^[A-Za-z0-9_]{1,8}$/)
  const beside = fc.stringMatching(/^[ .:;,()-]?$/)
  fc.assert(
    fc.property(word, word, word, beside, beside, (code, left, right, before, after) => {
      const text = `${left}${before}${code}${after}${right}`
      const found = successCodeIn([code], { description: text })
      expect(found?.whole).toBe(text.split(/\W+/).includes(code))
    }),
    { numRuns: 500 },
  )
})
