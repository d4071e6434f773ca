import { expect, test } from 'vitest'
import type { PlistValue } from '../../plist/value'
import { envelopeIssues } from '../defects'
import { LOGIN, lacking } from '../fixtures/defective-profiles'
import { dict, managed, payload, profile, uuids } from '../fixtures/sample-trees'
import { findSettings } from '../payloads/shapes'

const login = payload(LOGIN, uuids.login, { DenyLocal: true })
const issuesOf = (root: PlistValue) =>
  envelopeIssues(root, findSettings(root), { today: new Date('2026-11-22T12:00:00Z') })

test('a payload without PayloadVersion is taken by Macs: advice; a profile without it is an error', () => {
  const { PayloadVersion: _, ...without } = login
  const severities = (root: PlistValue) => issuesOf(root).map(({ rule, severity }) => [rule, severity])
  expect(severities(profile([without]))).toEqual([['payload-version', 'advice']])
  expect(severities(lacking('PayloadVersion'))).toEqual([['payload-version', 'error']])
})

test('a misspelt key is one message: that the right one is missing follows from it', () => {
  const misspelt = lacking('PayloadUUID', profile([login], { PayloadUuid: uuids.profile }))
  expect(issuesOf(misspelt).map(({ rule }) => rule)).toEqual(['misspelt-profile-key'])
})

test('no message about a secret tells it', () => {
  const values = { Password: 'k7Q-wifi', clientSecret: 'k7Q-client', note: 'https://u:k7Q-url@host.test' }
  const root = profile([
    payload('com.apple.wifi.managed', uuids.login, values),
    managed(uuids.connect, { 'com.twocanoes.xcreds': values }),
  ])
  const found = issuesOf(root).filter(({ rule }) => rule === 'secret-in-payload')
  expect(found).toHaveLength(6)
  expect(JSON.stringify(found)).not.toContain('k7Q')
})

test('two products that draw the login window are told together, and one alone is not', () => {
  const xcreds = payload('com.twocanoes.xcreds', uuids.connect, { clientID: 'x' })
  const message = (root: PlistValue) => issuesOf(root).find(({ rule }) => rule === 'other-product')?.message
  expect(message(profile([login, xcreds]))).toMatch(/XCreds.* only one/)
  expect(message(profile([xcreds]))).not.toMatch(/only one/)
})

test('of a list that is not for Jamf Connect it is said whose it is, and what of it is a credential', () => {
  const list = dict({ clientID: 'x', clientSecret: 'k7Q', tokens: [{ apiKey: 'k7Q' }] })
  const found = (fileName: string) => envelopeIssues(list, findSettings(list, fileName), { fileName })
  expect(
    found('/tmp/com.twocanoes.xcreds (1).plist').map(({ rule, path }) => [rule, path.join('/')]),
  ).toEqual([
    ['other-product', ''],
    ['secret-in-payload', 'clientSecret'],
    ['secret-in-payload', 'tokens/0/apiKey'],
  ])
  expect(found('com.acme.plist').map(({ rule }) => rule)).toEqual(['secret-in-payload', 'secret-in-payload'])
  expect(found('com.jamf.connect.login.plist')).toEqual([])
  expect(JSON.stringify(found('x'))).not.toContain('k7Q')
})
