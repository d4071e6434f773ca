import { describe, expect, test } from 'vitest'
import { readPlist, writeDocument } from '../../plist/document'
import { valueAt } from '../../plist/tree'
import type { PlistValue } from '../../plist/value'
import { writeXml } from '../../plist/xml/writer'
import { envelopeIssues } from '../defects'
import { setSetting } from '../edit'
import { ProfileError } from '../errors'
import {
  certificate,
  dict,
  managed,
  payload,
  plain,
  profile,
  shapes,
  tree,
  uuids,
} from '../fixtures/sample-trees'
import { findSettings, settingsByDomain } from '../payloads/shapes'
import type { ExportOptions } from './export-options'
import { exportProfile, exportPropertyList } from './export-profile'

const LOGIN = 'com.jamf.connect.login'
const CONNECT = 'com.jamf.connect'
const MANAGED = 'com.apple.ManagedClient.preferences'
const date = new Date(2026, 10, 22)

const options = (form: ExportOptions['form'], files: ExportOptions['files'] = 'one'): ExportOptions => ({
  form,
  files,
  name: 'Example',
  date,
})

function exported(root: PlistValue, chosen: ExportOptions) {
  const document = readPlist(new TextEncoder().encode(writeXml(root)))
  return exportProfile({ document, root: document.root }, chosen).map((file) => ({
    ...file,
    root: readPlist(file.bytes).root,
  }))
}

function only(root: PlistValue, chosen: ExportOptions): PlistValue {
  const [file, ...more] = exported(root, chosen)
  expect(more).toEqual([])
  return file?.root ?? root
}

const allSettings = (root: PlistValue) =>
  Object.fromEntries(
    [...settingsByDomain(root, findSettings(root))].map(([domain, dict]) => [domain, plain(dict)]),
  )

describe('as it is, in one file', () => {
  test.each(Object.entries(shapes))('the form %s is byte for byte what was read', (_, root) => {
    const bytes = new TextEncoder().encode(`${writeXml(root).replaceAll('\t', '  ')}<!-- end -->\r\n`)
    const document = readPlist(bytes)
    expect(exportProfile({ document, root: document.root }, options('as-is'))[0]?.bytes).toEqual(bytes)
  })

  test('one edited key changes at most two lines', () => {
    const text = writeXml(shapes.managed)
    const document = readPlist(new TextEncoder().encode(text))
    const root = setSetting(document.root, LOGIN, ['OIDCProvider'], tree('Custom'))
    const after = new TextDecoder().decode(exportProfile({ document, root }, options('as-is'))[0]?.bytes)
    expect(after.split('\n').filter((line) => !text.split('\n').includes(line))).toEqual([
      expect.stringContaining('<string>Custom</string>'),
    ])
  })

  test('a profile is named .mobileconfig with Apple’s media type, a bare list after its domain', () => {
    expect(exported(shapes.direct, options('as-is'))[0]).toMatchObject({
      fileName: 'JamfConnect-Example-2026-11-22.mobileconfig',
      mediaType: 'application/x-apple-aspen-config',
      domains: [LOGIN],
    })
    expect(exported(shapes.bare, options('as-is'))[0]).toMatchObject({ fileName: `${LOGIN}.plist` })
  })
})

describe('in the direct form', () => {
  test('managed preferences become payloads of their domain under the same identity', () => {
    const root = only(shapes.managed, options('direct'))
    expect(plain(valueAt(root, ['PayloadContent', 0]))).toEqual({
      DenyLocal: true,
      OIDCProvider: 'EntraID',
      PayloadDisplayName: `Payload ${MANAGED}`,
      PayloadIdentifier: `com.example.${uuids.login}`,
      PayloadType: LOGIN,
      PayloadUUID: uuids.login,
      PayloadVersion: 1,
      _manualProfile: true,
    })
    expect(plain(valueAt(root, ['PayloadContent', 1]))).toEqual(certificate)
    expect(plain(valueAt(root, ['PayloadUUID']))).toBe(uuids.profile)
  })

  test('several domains of one payload become payloads of their own, the same each time', () => {
    const before = profile([managed(uuids.login, { [LOGIN]: { A: 1 }, [CONNECT]: { B: 2 } }), certificate])
    const root = only(before, options('direct'))
    expect(allSettings(root)).toEqual({ [LOGIN]: { A: 1 }, [CONNECT]: { B: 2 } })
    expect(findSettings(root).map(({ shape }) => shape)).toEqual(['direct', 'direct'])
    expect(envelopeIssues(root, findSettings(root))).toEqual([])
    expect(root).toEqual(only(before, options('direct')))
  })

  test('what it cannot say stays in managed preferences: Set-Once and domains of others', () => {
    const content = {
      [LOGIN]: { Forced: [{ mcx_preference_settings: { A: 1 } }] },
      [CONNECT]: { 'Set-Once': [{ mcx_preference_settings: { B: 2 }, mcx_data_timestamp: 'soon' }] },
      'com.example.app': { Forced: [{ mcx_preference_settings: { C: 3 } }] },
    }
    const root = only(
      profile([payload(MANAGED, uuids.login, { PayloadContent: content })]),
      options('direct'),
    )
    expect(plain(valueAt(root, ['PayloadContent', 0, 'PayloadContent']))).toEqual({
      [CONNECT]: content[CONNECT],
      'com.example.app': content['com.example.app'],
    })
    expect(plain(valueAt(root, ['PayloadContent', 0, 'PayloadUUID']))).toBe(uuids.login)
    expect(plain(valueAt(root, ['PayloadContent', 1]))).toMatchObject({ PayloadType: LOGIN, A: 1 })
    expect(plain(valueAt(root, ['PayloadContent', 1, 'PayloadUUID']))).not.toBe(uuids.login)
  })

  test('a domain that is forced and set once, or forced twice, stays whole', () => {
    const item = { mcx_preference_settings: { A: 1 } }
    const root = profile([
      payload(MANAGED, uuids.login, { PayloadContent: { [LOGIN]: { Forced: [item], 'Set-Once': [item] } } }),
      payload(MANAGED, uuids.connect, { PayloadContent: { [CONNECT]: { Forced: [item, item] } } }),
    ])
    expect(plain(only(root, options('direct')))).toEqual(plain(root))
  })

  test('settings keep the order that Jamf Pro gave them', () => {
    const root = only(
      profile([managed(uuids.login, { [LOGIN]: { Z: 1, A: [1], M: {} } })]),
      options('direct'),
    )
    const made = valueAt(root, ['PayloadContent', 0])
    const keys = made?.type === 'dict' ? made.entries.map(({ key }) => key) : []
    expect(keys.slice(-3)).toEqual(['Z', 'A', 'M'])
  })
})

describe('in the form of managed preferences', () => {
  test('payloads of a domain force the same settings under the same identity', () => {
    const root = only(shapes.direct, options('managed-preferences'))
    expect(plain(valueAt(root, ['PayloadContent', 0]))).toEqual({
      PayloadContent: {
        [LOGIN]: { Forced: [{ mcx_preference_settings: { OIDCProvider: 'EntraID', DenyLocal: true } }] },
      },
      PayloadDisplayName: `Payload ${LOGIN}`,
      PayloadIdentifier: `com.example.${uuids.login}`,
      PayloadType: MANAGED,
      PayloadUUID: uuids.login,
      PayloadVersion: 1,
    })
    expect(plain(valueAt(root, ['PayloadContent', 1]))).toEqual(certificate)
  })

  test('there and back gives the settings and identities that were there', () => {
    const there = only(shapes.direct, options('managed-preferences'))
    const back = only(there, options('direct'))
    expect(plain(back)).toEqual(plain(shapes.direct))
  })

  test('a bare property list becomes a profile, the same each time', () => {
    const root = only(shapes.bare, options('managed-preferences'))
    expect(allSettings(root)).toEqual({ [LOGIN]: plain(shapes.bare) })
    expect(envelopeIssues(root, findSettings(root))).toEqual([])
    expect(only(shapes.bare, options('managed-preferences'))).toEqual(root)
  })

  test('a bare property list of unknown domain is refused with a way out', () => {
    expect(() => exported(dict({ Unheard: 1 }), options('direct'))).toThrow(ProfileError)
  })

  test('a payload without profile gets one around it', () => {
    const root = only(dict(payload(LOGIN, uuids.login, { A: 1 })), options('direct'))
    expect(plain(valueAt(root, ['PayloadType']))).toBe('Configuration')
    expect(allSettings(root)).toEqual({ [LOGIN]: { A: 1 } })
  })
})

describe('one file per domain', () => {
  const whole = profile([
    managed(uuids.login, { [LOGIN]: { A: 1 }, [CONNECT]: { B: 2 }, 'com.example.app': { C: 3 } }),
    certificate,
  ])

  test.each(['as-is', 'direct', 'managed-preferences'] as const)(
    'as %s holds every setting and foreign payload exactly once',
    (form) => {
      const files = exported(whole, options(form, 'per-domain'))
      expect(files.map(({ fileName, domains }) => [fileName, domains])).toEqual([
        ['JamfConnect-Example-2026-11-22-login.mobileconfig', [LOGIN]],
        ['JamfConnect-Example-2026-11-22-connect.mobileconfig', [CONNECT]],
        ['JamfConnect-Example-2026-11-22-other.mobileconfig', []],
      ])
      expect(files.map(({ root }) => allSettings(root))).toEqual([
        { [LOGIN]: { A: 1 } },
        { [CONNECT]: { B: 2 } },
        {},
      ])
      const other = files[2]?.root ?? whole
      expect(JSON.stringify(plain(other))).toContain(
        '"com.example.app":{"Forced":[{"mcx_preference_settings":{"C":3}}]}',
      )
      expect(plain(other)).toMatchObject({ PayloadContent: expect.arrayContaining([certificate]) })
      expect(files.flatMap(({ root }) => envelopeIssues(root, findSettings(root)))).toEqual([])
    },
  )

  test('tells the parts of a payload apart that holds several domains', () => {
    const uuidsOf = exported(whole, options('as-is', 'per-domain')).map(({ root }) =>
      plain(valueAt(root, ['PayloadContent', 0, 'PayloadUUID'])),
    )
    expect(new Set(uuidsOf).size).toBe(3)
    expect(uuidsOf[0]).toBe(uuids.login)
  })

  test('gives each file an identity of its own that is the same each time', () => {
    const identity = (root: PlistValue) => [
      plain(valueAt(root, ['PayloadUUID'])),
      plain(valueAt(root, ['PayloadIdentifier'])),
      plain(valueAt(root, ['PayloadContent', 0, 'PayloadUUID'])),
    ]
    const first = exported(whole, options('direct', 'per-domain')).map(({ root }) => identity(root))
    expect(exported(whole, options('direct', 'per-domain')).map(({ root }) => identity(root))).toEqual(first)
    expect(new Set(first.flat()).size).toBe(9)
    expect(first.map(([, identifier]) => identifier)).toEqual([
      'com.example.profile.login',
      'com.example.profile.connect',
      'com.example.profile.other',
    ])
  })
})

describe('a property list', () => {
  test.each(['xml', 'binary'] as const)(
    'in %s holds the settings of one domain and is named after it',
    (format) => {
      const file = exportPropertyList(shapes.direct, LOGIN, format)
      expect(file.fileName).toBe('com.jamf.connect.login.plist')
      expect(plain(readPlist(file.bytes).root)).toEqual({ OIDCProvider: 'EntraID', DenyLocal: true })
      expect(file.bytes[0]).toBe(format === 'xml' ? 0x3c : 0x62)
    },
  )

  test('of a domain without settings is refused', () => {
    expect(() => exportPropertyList(shapes.direct, CONNECT, 'xml')).toThrow(ProfileError)
  })

  test('that was read in binary and not changed is written byte for byte', () => {
    const { bytes } = exportPropertyList(shapes.direct, LOGIN, 'binary')
    const document = readPlist(bytes)
    expect(writeDocument(document, document.root)).toEqual(bytes)
  })
})
