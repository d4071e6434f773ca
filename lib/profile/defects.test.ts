import { describe, expect, test } from 'vitest'
import { child } from '../plist/tree'
import type { PlistValue } from '../plist/value'
import { envelopeIssues, envelopeRules } from './defects'
import { applyEdits } from './edit'
import { defectiveProfiles, LOGIN } from './fixtures/defective-profiles'
import { managed, payload, plain, profile, shapes, uuids } from './fixtures/sample-trees'
import { newProfile } from './identity'
import { findSettings } from './payloads/shapes'

const today = new Date('2026-11-22T12:00:00Z')
const login = payload(LOGIN, uuids.login, { DenyLocal: true })
const issuesOf = (root: PlistValue) => envelopeIssues(root, findSettings(root), { today })

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

  test.each(['system', 'SYSTEM'])('when PayloadScope is %s: macOS does not mind capitals', (PayloadScope) => {
    expect(issuesOf(profile([login], { PayloadScope }))).toEqual([])
  })

  test('when a payload of another vendor has a list of settings called PayloadContent', () => {
    const listed = { PayloadContent: [{ host: 'a', PayloadType: 'web' }, { host: 'b' }], Mode: 'x' }
    expect(issuesOf(profile([login, payload('com.acme.agent', uuids.connect, listed)]))).toEqual([])
  })

  test('when a payload has a type of its own that is only like one of Apple', () => {
    const types = [
      'com.apple.security.pkcs7',
      'com.apple.ManagedClient',
      'com.acme.loginwindow',
      'com.apple.mcx',
    ]
    const others = types.map((type, index) =>
      payload(type, uuids.connect.replace('C3', `D${index}`), { a: 1 }),
    )
    expect(issuesOf(profile([login, ...others]))).toEqual([])
  })

  test('when a key of another vendor only sounds like a credential', () => {
    const harmless = {
      ForgotPassword: 'https://id.example.com/reset',
      LabelPassword: 'Password',
      PasswordPolicy: 'strict',
      allowSavedPassword: 'true',
      ResetPassword: 'Ask the service desk',
      TokenLifetime: '3600',
      URLSecret: '',
    }
    expect(issuesOf(profile([login, payload('com.acme.agent', uuids.connect, harmless)]))).toEqual([])
  })

  test('when text with & stands in managed preferences, and when an address holds it', () => {
    const preferences = managed(uuids.login, { [LOGIN]: { LoginWindowMessage: 'Lab & Shop' } })
    expect(issuesOf(profile([preferences]))).toEqual([])
    const HelpURL = 'https://help.fabrikam.test/?a=1&b=2'
    expect(issuesOf(profile([payload(LOGIN, uuids.login, { HelpURL })]))).toEqual([])
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
  expect(Object.keys(defectiveProfiles).toSorted()).toEqual(Object.keys(envelopeRules).toSorted())
})

describe.each(Object.entries(defectiveProfiles))('%s', (rule, defects) => {
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
