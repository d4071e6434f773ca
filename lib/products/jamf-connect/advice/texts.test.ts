import { expect, test } from 'vitest'
import { type Plain, settingsOf } from '../../../schema/fixtures/settings'
import { checkSettings } from '../../check'
import { advice } from '../advice'

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

test.each([
  ['OIDCRedirectURI', 'https://127.0.0.1/jamfconnect\u200b'],
  ['OIDCDiscoveryURL', 'https://id.fabrikam.test/\u00ad.well-known/openid-configuration'],
  ['OIDCShortName', 'given_name\u202e'],
  ['LoginLogo', '/usr/local/logo.png\u200b'],
  ['AuthServer', 'fabrikam.okta.com\u2060'],
])('an invisible character in %s is an error, and told once', (key, value) => {
  const issues = checkSettings(settingsOf({ login: { [key]: value }, connect: {} })).filter(
    ({ path, rule }) =>
      path[0] === key && ['hidden-character', 'bad-format', 'surrounding-space'].includes(rule),
  )
  expect(issues.map(({ severity, rule }) => [severity, rule])).toEqual([['error', 'hidden-character']])
})

test('a space that does not break may be in the name of a file: advice', () => {
  expect(said({ LoginLogo: '/Library/Shot 9.41\u202fAM.png' })).toEqual([['advice', 'LoginLogo']])
})
