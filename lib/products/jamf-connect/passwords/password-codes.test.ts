import { expect, test } from 'vitest'
import { codeSpelled } from './code-spelling'
import { isSuccessCode, partOf, passwordCode, passwordCodes } from './password-codes'

test('every code of a provider stands once, in the one spelling, with a page and a meaning that completes a sentence', () => {
  expect(new Set(passwordCodes.map(({ code, vendor }) => `${vendor} ${code}`)).size).toBe(
    passwordCodes.length,
  )
  for (const { code, meaning, source } of passwordCodes) {
    expect(codeSpelled(code)).toBe(code)
    expect(source).toMatch(/^https:\/\/\S+$/)
    expect(meaning, code).toMatch(/^(to|of|while) .*[^.]$/)
  }
})

test('only codes that a document says to follow a right password are offered as success codes', () => {
  for (const code of ['AADSTS50076', '50079', 'AADSTS50158']) {
    expect(isSuccessCode(code, 'EntraID'), code).toBe(true)
  }
  expect(isSuccessCode('MFA', 'OneLogin')).toBe(true)
  const refused = [
    '50126',
    '16000',
    '50097',
    '50005',
    '50140',
    '50055',
    '53003',
    '50072',
    'interaction_required',
    'x',
  ]
  expect(refused.filter((code) => isSuccessCode(code, 'EntraID'))).toEqual([])
})

test('a word that several providers use says what the one at hand documents', () => {
  for (const vendor of ['Auth0', 'Okta-OIDC', 'Okta', 'OktaIdentityEngine'] as const) {
    expect(isSuccessCode('mfa_required', vendor), vendor).toBe(true)
  }
  for (const vendor of ['Keycloak', 'Custom', 'EntraID', null] as const) {
    expect(passwordCode('mfa_required', vendor)?.says, String(vendor)).toBe('unknown')
    expect(isSuccessCode('mfa_required', vendor), String(vendor)).toBe(false)
  }
})

test('a number is the code of Entra ID with these digits', () => {
  for (const text of ['50126', 'AADSTS50126', ' aadsts50126 ', 'AADSTS 50126']) {
    expect(passwordCode(text, 'EntraID')?.says, text).toBe('wrong')
  }
  expect(passwordCode('501', 'EntraID')).toBeUndefined()
  expect(codeSpelled('MFA')).toBe('MFA')
})

test('a part of a code of wrong passwords is told from a code of its own', () => {
  expect(partOf('AADSTS')).toBe('every answer')
  expect(partOf('error')).toBe('every answer')
  expect(partOf('Trace ID')).toBe('every answer')
  expect(partOf('5012')).toMatchObject({ code: 'AADSTS50126' })
  expect(partOf('invalid_')).toMatchObject({ code: 'invalid_grant' })
  for (const text of ['AADSTS50076', '50076', 'MFA', 'AADSTS50999', 'second factor', '']) {
    expect(partOf(text), text).toBeNull()
  }
})
