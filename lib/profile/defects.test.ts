import { describe, expect, test } from 'vitest'
import { child } from '../plist/tree'
import type { PlistPath, PlistValue } from '../plist/value'
import { envelopeIssues, envelopeRules } from './defects'
import { applyEdits } from './edit'
import { certificate, dict, managed, payload, plain, profile, shapes, uuids } from './fixtures/sample-trees'
import { newProfile } from './identity'
import { findSettings } from './shapes'

const LOGIN = 'com.jamf.connect.login'
const CONNECT = 'com.jamf.connect'
const MANAGED = 'com.apple.ManagedClient.preferences'
const today = new Date('2026-11-22T12:00:00Z')

const login = payload(LOGIN, uuids.login, { DenyLocal: true })
const states = (content: Parameters<typeof dict>[0]) =>
  profile([payload(MANAGED, uuids.login, { PayloadContent: { [LOGIN]: content } })])
const settings = { mcx_preference_settings: { DenyLocal: true } }
const first: PlistPath = ['PayloadContent', 0]
const second: PlistPath = ['PayloadContent', 1]
const inside: PlistPath = [...first, 'PayloadContent', LOGIN]

/** A profile whose outer dictionary lacks a key. */
function lacking(key: string, root = profile([login])): PlistValue {
  return { type: 'dict', entries: root.entries.filter((entry) => entry.key !== key) }
}

const issuesOf = (root: PlistValue) => envelopeIssues(root, findSettings(root), { today })

/** Per rule: a profile with one defect, where it is, and whether the repair mends it. */
const cases: {
  readonly [rule: string]: readonly [root: PlistValue, path: PlistPath, repairable: boolean][]
} = {
  'outer-payload-type': [[profile([login], { PayloadType: 'Konfiguration' }), ['PayloadType'], true]],
  'payload-without-profile': [[dict(login), [], false]],
  'payload-content': [
    [profile([]), ['PayloadContent'], false],
    [lacking('PayloadContent'), ['PayloadContent'], false],
    [profile([], { PayloadContent: { a: 1 } }), ['PayloadContent'], false],
  ],
  'payload-not-dictionary': [[profile([login, 'text']), second, true]],
  'display-name-missing': [[lacking('PayloadDisplayName'), ['PayloadDisplayName'], true]],
  'unknown-scope': [[profile([login], { PayloadScope: 'system' }), ['PayloadScope'], true]],
  'scope-not-system': [
    [profile([login], { PayloadScope: 'User' }), ['PayloadScope'], true],
    [lacking('PayloadScope'), ['PayloadScope'], true],
  ],
  'removal-passcode-missing': [
    [profile([login], { HasRemovalPasscode: true }), ['HasRemovalPasscode'], false],
  ],
  'removal-date-past': [
    [
      {
        ...profile([login]),
        entries: [...profile([login]).entries, { key: 'RemovalDate', value: { type: 'date', value: 0 } }],
      },
      ['RemovalDate'],
      true,
    ],
  ],
  'target-device-type': [[profile([login], { TargetDeviceType: 1 }), ['TargetDeviceType'], true]],
  'consent-text-default': [[profile([login], { ConsentText: { de: 'Ja' } }), ['ConsentText'], false]],
  'payload-version': [
    [profile([login], { PayloadVersion: 2 }), ['PayloadVersion'], true],
    [profile([login], { PayloadVersion: '1' }), ['PayloadVersion'], true],
    [lacking('PayloadVersion'), ['PayloadVersion'], true],
    [profile([{ ...login, PayloadVersion: 0 }]), [...first, 'PayloadVersion'], true],
  ],
  'payload-type-missing': [
    [profile([login, { ...certificate, PayloadType: '' }]), [...second, 'PayloadType'], false],
  ],
  'payload-identifier-missing': [
    [profile([login], { PayloadIdentifier: ' ' }), ['PayloadIdentifier'], true],
    [profile([{ ...login, PayloadIdentifier: 5 }]), [...first, 'PayloadIdentifier'], true],
  ],
  'payload-key-type': [
    [profile([login], { PayloadRemovalDisallowed: 'true' }), ['PayloadRemovalDisallowed'], true],
    [profile([login], { PayloadRemovalDisallowed: 'maybe' }), ['PayloadRemovalDisallowed'], false],
    [profile([{ ...login, PayloadDisplayName: 7 }]), [...first, 'PayloadDisplayName'], true],
  ],
  'payload-uuid-missing': [[lacking('PayloadUUID'), ['PayloadUUID'], true]],
  'payload-uuid-form': [[profile([{ ...login, PayloadUUID: 'login-1' }]), [...first, 'PayloadUUID'], true]],
  'placeholder-uuid': [
    [profile([login], { PayloadUUID: '00000000-0000-0000-0000-000000000000' }), ['PayloadUUID'], true],
    [profile([login], { PayloadUUID: '12345678-1234-1234-1234-123456789012' }), ['PayloadUUID'], true],
  ],
  'duplicate-payload-uuid': [
    [
      profile([login, { ...certificate, PayloadUUID: uuids.login.toLowerCase() }]),
      [...second, 'PayloadUUID'],
      true,
    ],
    [profile([{ ...login, PayloadUUID: uuids.profile }]), [...first, 'PayloadUUID'], true],
  ],
  'duplicate-payload-identifier': [
    [
      profile([login, { ...certificate, PayloadIdentifier: login.PayloadIdentifier }]),
      [...second, 'PayloadIdentifier'],
      true,
    ],
  ],
  'identifier-of-profile': [
    [
      profile([{ ...login, PayloadIdentifier: 'com.example.profile' }]),
      [...first, 'PayloadIdentifier'],
      true,
    ],
  ],
  'identifier-form': [[profile([login], { PayloadIdentifier: 'My profile' }), ['PayloadIdentifier'], false]],
  'preferences-content': [
    [profile([login, payload(MANAGED, uuids.connect)]), second, false],
    [profile([login, payload(MANAGED, uuids.connect, { PayloadContent: {} })]), second, false],
  ],
  'preferences-state': [
    [states({ Often: [settings] }), inside, false],
    [states({}), inside, false],
    [states({ Forced: [settings], 'com.example': {} }), inside, false],
  ],
  'preferences-list': [
    [states({ Forced: settings }), [...inside, 'Forced'], true],
    [states({ Forced: [] }), [...inside, 'Forced'], false],
    [states({ Forced: [settings, settings] }), [...inside, 'Forced'], false],
  ],
  'preferences-settings': [[states({ Forced: [{ DenyLocal: true }] }), [...inside, 'Forced', 0], false]],
  'set-once-without-timestamp': [[states({ 'Set-Once': [settings] }), [...inside, 'Set-Once', 0], false]],
  'timestamp-not-a-date': [
    [
      states({ 'Set-Once': [{ ...settings, mcx_data_timestamp: '2026-01-01T00:00:00Z' }] }),
      [...inside, 'Set-Once', 0, 'mcx_data_timestamp'],
      false,
    ],
  ],
  'misspelt-domain': [
    [profile([payload('com.jamf.conect.login', uuids.login, { A: 1 })]), [...first, 'PayloadType'], true],
    [
      profile([managed(uuids.login, { 'com;jamf.connect.actions': { Actions: [] } })]),
      [...first, 'PayloadContent', 'com;jamf.connect.actions'],
      true,
    ],
    [
      profile([managed(uuids.login, { [LOGIN]: { A: 1 }, 'COM.jamf.connect.login': { B: 1 } })]),
      [...first, 'PayloadContent', 'COM.jamf.connect.login'],
      false,
    ],
  ],
  'conflicting-settings': [
    [
      profile([login, payload(LOGIN, uuids.connect, { DenyLocal: false, Migrate: true })]),
      [...second, 'DenyLocal'],
      true,
    ],
  ],
  'empty-payload': [[profile([login, payload(CONNECT, uuids.connect)]), second, true]],
  'single-payload-type': [
    [
      profile([
        login,
        payload('com.apple.dock', uuids.connect),
        payload('com.apple.dock', uuids.certificate),
      ]),
      ['PayloadContent', 2],
      false,
    ],
  ],
  'scope-of-payload': [
    [profile([login, payload('com.apple.webClip.managed', uuids.connect)]), second, false],
  ],
  'secret-in-payload': [
    [
      profile([login, payload('com.apple.wifi.managed', uuids.connect, { Password: 'hunter2' })]),
      [...second, 'Password'],
      false,
    ],
    [
      profile([
        login,
        payload('com.apple.security.scep', uuids.connect, { PayloadContent: { Challenge: 'x' } }),
      ]),
      [...second, 'PayloadContent', 'Challenge'],
      false,
    ],
  ],
}

describe('a sound profile has no issues', () => {
  test.each(Object.entries(shapes))('in the form %s', (_, root) => {
    expect(issuesOf(root)).toEqual([])
  })

  test('when it is new and one key is configured', () => {
    const made = applyEdits(newProfile({ name: 'Example' }), [
      { domain: LOGIN, path: ['DenyLocal'], value: { type: 'boolean', value: true } },
    ])
    expect(issuesOf(made)).toEqual([])
  })

  test('when payload and profile share an identifier in the form of a UUID, as Jamf Connect Configuration writes it', () => {
    const same = { PayloadIdentifier: uuids.connect }
    expect(issuesOf(profile([{ ...login, ...same }], same))).toEqual([])
  })

  test('when an MDM fills in the secret', () => {
    const secrets = ['$PASSWORD', ['$', '{scep}'].join(''), '{{ secret }}', '%challenge%'].map(
      (Password, index) =>
        payload('com.apple.wifi.managed', uuids.connect.replace('C3', `D${index}`), { Password }),
    )
    expect(issuesOf(profile([login, ...secrets]))).toEqual([])
  })
})

test('every rule has a defect that it finds', () => {
  expect(Object.keys(cases).toSorted()).toEqual(Object.keys(envelopeRules).toSorted())
})

describe.each(Object.entries(cases))('%s', (rule, defects) => {
  test.each(defects)('is found in place, and mended by its repair (%#)', (root, path, repairable) => {
    const [issue, ...more] = issuesOf(root).filter((found) => found.rule === rule)
    expect(more).toEqual([])
    expect(issue).toMatchObject({ rule, domain: null, path })
    expect(issue?.message).toMatch(/^[A-Z“].*\.$/s)
    expect(issue?.repair !== undefined).toBe(repairable)
    if (issue?.repair) {
      const mended = applyEdits(root, issue.repair.edits)
      expect(issuesOf(mended).filter((found) => found.rule === rule)).toEqual([])
      expect(issuesOf(mended).length).toBeLessThan(issuesOf(root).length)
    }
  })
})

test('renaming a misspelt domain keeps its settings', () => {
  const root = profile([managed(uuids.login, { 'com;jamf.connect.actions': { Actions: [{ Name: 'x' }] } })])
  const mended = applyEdits(root, issuesOf(root)[0]?.repair?.edits ?? [])
  expect(findSettings(mended)).toMatchObject([{ domain: 'com.jamf.connect.actions', state: 'Forced' }])
  expect(plain(child(mended, 'PayloadContent'))).toMatchObject([
    {
      PayloadContent: {
        'com.jamf.connect.actions': { Forced: [{ mcx_preference_settings: { Actions: [{ Name: 'x' }] } }] },
      },
    },
  ])
})
