import { expect, test } from 'vitest'
import { envelopeIssues } from './defects'
import { dict, managed, type Plain, payload, profile, shapes, uuids } from './fixtures/sample-trees'
import { inspect } from './inspect'
import { findSettings, settingsByDomain } from './payloads/shapes'

const LOGIN = 'com.jamf.connect.login'
const rulesOf = (root: ReturnType<typeof dict>, fileName = '') =>
  envelopeIssues(root, findSettings(root, fileName), { fileName }).map(({ rule }) => rule)

test.each([
  ['a list of settings', shapes.bare],
  ['an empty list', dict({})],
  ['a list of something else', dict({ a: [1] })],
])('%s under the name of a profile is an error, under that of a list none', (_, root) => {
  expect(rulesOf(root, 'folder/Settings.MobileConfig')).toContain('not-a-profile')
  expect(rulesOf(root, 'com.jamf.connect.login.plist')).not.toContain('not-a-profile')
  expect(rulesOf(root)).not.toContain('not-a-profile')
})

test('of what every profile needs, what such a list lacks is named', () => {
  const message = envelopeIssues(dict({ PayloadUUID: uuids.profile, a: 1 }), [], {
    fileName: 'a.mobileconfig',
  })[0]?.message
  expect(message).toContain('it lacks PayloadIdentifier, PayloadType and PayloadVersion, which')
})

test('a whole profile in a list is named by its place, and a payload in one is not', () => {
  const root = dict({ Kept: [{ of: { it: shapes.direct as never } }] as never })
  const nested = {
    type: 'dict',
    entries: [{ key: 'Kept', value: { type: 'array', items: [shapes.direct] } }],
  } as const
  expect(rulesOf(root)).toEqual([])
  expect(envelopeIssues(nested, [])).toMatchObject([
    {
      severity: 'error',
      rule: 'profile-in-list',
      path: ['Kept', 0],
      message: expect.stringContaining('Kept/0'),
    },
  ])
})

test.each<readonly [string, Plain]>([
  ['com.apple.loginwindow', { LoginwindowText: 'Hello', OIDCProvider: 'Okta', AuthServer: 'a.okta.com' }],
  ['com.apple.security.root', { OIDCTenant: 'x', OIDCClientID: 'y' }],
])('settings of Jamf Connect in %s are an error, whatever else is there', (type, settings) => {
  expect(rulesOf(profile([payload(type, uuids.login, settings as never)]))).toContain(
    'settings-in-other-domain',
  )
  expect(rulesOf(profile([managed(uuids.login, { [type]: settings })]))).toContain('settings-in-other-domain')
})

test('a key of nobody beside the domains of managed preferences is advice, and one of Apple’s is let be', () => {
  const kept = managed(uuids.login, { [LOGIN]: { DenyLocal: true } })
  const root = profile([{ ...kept, Note: 'ask Maria', PayloadExpirationDate: 'x' }], { Note: 1 })
  expect(envelopeIssues(root, findSettings(root))).toMatchObject([
    {
      severity: 'advice',
      rule: 'key-beside-domains',
      path: ['PayloadContent', 0, 'Note'],
      message: expect.stringContaining('“Note” stands beside the PayloadContent'),
    },
  ])
  const foreign = managed(uuids.login, { 'com.acme.agent': { Mode: 'x' } })
  expect(rulesOf(profile([{ ...foreign, Note: 'ask Maria' }]))).toEqual([])
  expect(rulesOf(profile([{ ...kept, PayloadDisplayname: 'x' }]))).not.toContain('key-beside-domains')
})

test('a wrapper among settings is told once', () => {
  const root = profile([payload(LOGIN, uuids.login, { 'Set-Once': [{ a: 1 }], DenyLocal: true })])
  const places = findSettings(root)
  const about = inspect(root, { settings: settingsByDomain(root, places), places }).filter(({ path }) =>
    path.includes('Set-Once'),
  )
  expect(about.map(({ rule }) => rule)).toEqual(['wrapped-settings'])
})

test('a domain of Apple’s is renamed only when nothing in it is Apple’s', () => {
  const repairOf = (settings: Parameters<typeof dict>[0]) =>
    envelopeIssues(profile([payload('com.apple.loginwindow', uuids.login, settings)]), []).find(
      ({ rule }) => rule === 'settings-in-other-domain',
    )?.repair
  const ours = { OIDCProvider: 'Okta', AuthServer: 'a.okta.com' }
  expect(repairOf(ours)).toBeDefined()
  expect(repairOf({ ...ours, LoginwindowText: 'Hello' })).toBeUndefined()
})
