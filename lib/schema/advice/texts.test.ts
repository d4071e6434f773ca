import { expect, test } from 'vitest'
import { advice } from '../advice'
import { type Plain, settingsOf } from '../fixture'

const said = (settings: { [key: string]: Plain }) =>
  advice(settingsOf({ login: settings, connect: {} }))
    .filter(({ rule }) => rule === 'surrounding-space' || rule === 'hidden-character')
    .map(({ severity, path }) => [severity, path.join('/')])

test.each([
  ['OIDCROPGID', '\t7b1e9f0a-27c8-4d52-8a3b-f1d8f5cf1c55'],
  ['OIDCTenant', 'fabrikam '],
  ['OIDCClientID', 'latchkey\u200b'],
])('space or an invisible character in %s makes it another identifier: an error', (key, value) => {
  expect(said({ [key]: value })).toEqual([['error', key]])
})

test('in the name of a group it may be what the provider has: advice', () => {
  expect(said({ OIDCAdmin: ['Staff', 'Mac admins '] })).toEqual([['advice', 'OIDCAdmin/1']])
})

test('a list of settings called PayloadContent is a setting that is not known, and not told to go', () => {
  const [issue] = advice(settingsOf({ login: { PayloadContent: ['a'] }, connect: {} })).filter(({ path }) =>
    path.includes('PayloadContent'),
  )
  expect(issue).toMatchObject({ rule: 'unknown-key', severity: 'advice' })
  expect(issue?.repair).toBeUndefined()
})
