import { describe, expect, test } from 'vitest'
import { dict, managed, payload, plain, profile, shapes, uuids } from '../fixtures/sample-trees'
import { findSettings, foreignPayloads, profileShape, settingsAt, settingsByDomain } from './shapes'

const LOGIN = 'com.jamf.connect.login'
const CONNECT = 'com.jamf.connect'

function settingsIn(root: Parameters<typeof findSettings>[0], fileName?: string) {
  return findSettings(root, fileName).map((place) => [
    place.domain,
    place.shape,
    plain(settingsAt(root, place)),
  ])
}

describe('settings are found', () => {
  test('in a payload whose type is the domain, without its Payload keys', () => {
    expect(settingsIn(shapes.direct)).toEqual([
      [LOGIN, 'direct', { OIDCProvider: 'EntraID', DenyLocal: true }],
    ])
  })

  test('in managed preferences, with stray keys of Jamf Pro left in place', () => {
    expect(settingsIn(shapes.managed)).toEqual([
      [
        LOGIN,
        'managed-preferences',
        { OIDCProvider: 'EntraID', DenyLocal: true, PayloadUUID: 'stray', _manualProfile: true },
      ],
    ])
  })

  test('of several domains in one managed-preferences payload', () => {
    const root = profile([
      managed(uuids.login, {
        [LOGIN]: { DenyLocal: true },
        'com.example': { a: 1 },
        [CONNECT]: { SignIn: {} },
      }),
    ])
    expect(findSettings(root).map(({ domain, path, payloadPath }) => [domain, path, payloadPath])).toEqual([
      [
        LOGIN,
        ['PayloadContent', 0, 'PayloadContent', LOGIN, 'Forced', 0, 'mcx_preference_settings'],
        ['PayloadContent', 0],
      ],
      [
        CONNECT,
        ['PayloadContent', 0, 'PayloadContent', CONNECT, 'Forced', 0, 'mcx_preference_settings'],
        ['PayloadContent', 0],
      ],
    ])
    expect(foreignPayloads(root)).toHaveLength(1)
  })

  test('under Set-Once, beside Forced and after it', () => {
    const states = {
      'Set-Once': [{ mcx_preference_settings: { DenyLocal: false, Migrate: true } }],
      Forced: [{ mcx_preference_settings: { DenyLocal: true } }],
    }
    const root = profile([
      payload('com.apple.ManagedClient.preferences', uuids.login, { PayloadContent: { [LOGIN]: states } }),
    ])
    const places = findSettings(root)
    expect(places.map(({ state }) => state)).toEqual(['Forced', 'Set-Once'])
    expect(plain(settingsByDomain(root, places).get(LOGIN))).toEqual({ DenyLocal: true, Migrate: true })
  })

  test('in several payloads for the same domain, the first one counting for a key that both hold', () => {
    const root = profile([
      payload(LOGIN, uuids.login, { DenyLocal: true }),
      payload(LOGIN, uuids.connect, { DenyLocal: false, Migrate: true }),
    ])
    expect(findSettings(root)).toHaveLength(2)
    expect(plain(settingsByDomain(root, findSettings(root)).get(LOGIN))).toEqual({
      DenyLocal: true,
      Migrate: true,
    })
  })

  test('in PayloadContent inside PayloadContent, as a list of payloads and as a dictionary of domains', () => {
    const inner = payload(LOGIN, uuids.login, { DenyLocal: true })
    const nested = profile([payload('Configuration', uuids.connect, { PayloadContent: [inner] })])
    expect(settingsIn(nested)).toEqual([[LOGIN, 'direct', { DenyLocal: true }]])
    const twice = profile([
      payload('com.apple.ManagedClient.preferences', uuids.login, {
        PayloadContent: {
          PayloadContent: { [LOGIN]: { Forced: [{ mcx_preference_settings: { DenyLocal: true } }] } },
        },
      }),
    ])
    expect(settingsIn(twice)).toEqual([[LOGIN, 'managed-preferences', { DenyLocal: true }]])
  })

  test('in a payload that was saved without its profile', () => {
    expect(settingsIn(dict(payload(LOGIN, uuids.login, { DenyLocal: true })))).toEqual([
      [LOGIN, 'direct', { DenyLocal: true }],
    ])
  })

  test('in a profile whose outer type was translated', () => {
    expect(
      settingsIn(
        profile([payload(LOGIN, uuids.login, { DenyLocal: true })], { PayloadType: 'Konfiguration' }),
      ),
    ).toEqual([[LOGIN, 'direct', { DenyLocal: true }]])
  })
})

describe('a bare property list gets its domain', () => {
  test.each([
    ['com.jamf.connect.login.plist', LOGIN],
    ['com.jamf.connect.plist', CONNECT],
    ['/Library/Preferences/com.jamf.connect.login.plist', LOGIN],
    ['Okta com.jamf.connect.login (1).plist', LOGIN],
    ['backup__com.jamf.connect-old.plist', CONNECT],
    ['COM.JAMF.CONNECT.ACTIONS.PLIST', 'com.jamf.connect.actions'],
  ])('from the file name %s', (name, domain) => {
    expect(findSettings(dict({ Anything: 1 }), name)).toMatchObject([{ domain, shape: 'bare', path: [] }])
  })

  test('from the keys that it holds, whatever the file is called', () => {
    expect(findSettings(shapes.bare, 'Jamf_Connect_Custom_IdP.mobileconfig')).toMatchObject([
      { domain: LOGIN },
    ])
    expect(findSettings(dict({ IdPSettings: {}, SignIn: {} }))).toMatchObject([{ domain: CONNECT }])
  })

  test.each([
    ['of three keys, two of them right', { DenyLocal: true, LocalFalback: true, OIDCClientID: 'x' }, LOGIN],
    ['of keys that version 1 had too', { OIDCProvider: 'Okta', OIDCClientID: 'x' }, LOGIN],
    [
      'of keys that only version 1 had',
      { ForceSignInWindow: true, OIDCLoginURL: 'x' },
      'com.jamf.connect.verify',
    ],
  ])('from a list %s', (_, settings, domain) => {
    expect(findSettings(dict(settings))).toMatchObject([{ domain }])
  })

  test('only when most keys are known, in one domain more than in another', () => {
    expect(findSettings(dict({ OIDCProvider: 'EntraID', Foo: 1, Bar: 2 }))).toEqual([])
    expect(findSettings(dict({}))).toEqual([])
    expect(findSettings(dict({ Anything: 1 }), 'com.jamf.connect.unheard.plist')).toEqual([])
  })
})

test('the shape of a profile is that of its settings', () => {
  const shapeOf = (root: Parameters<typeof findSettings>[0]) => profileShape(root, findSettings(root))
  expect(shapeOf(shapes.direct)).toBe('direct')
  expect(shapeOf(shapes.managed)).toBe('managed-preferences')
  expect(shapeOf(shapes.bare)).toBe('bare')
  expect(shapeOf(profile([]))).toBe('direct')
  expect(
    shapeOf(profile([payload(LOGIN, uuids.login), managed(uuids.connect, { [CONNECT]: { SignIn: {} } })])),
  ).toBe('mixed')
})

test('a misspelt domain is no place for settings and stays a foreign payload', () => {
  const root = profile([managed(uuids.login, { 'com;jamf.connect.actions': { Actions: [] } })])
  expect(findSettings(root)).toEqual([])
  expect(foreignPayloads(root)).toEqual([
    {
      path: ['PayloadContent', 0],
      type: 'com.apple.ManagedClient.preferences',
      displayName: 'Payload com.apple.ManagedClient.preferences',
    },
  ])
})
