import { describe, expect, test } from 'vitest'
import { child, valueAt } from '../plist/tree'
import type { PlistValue } from '../plist/value'
import { applyEdits, setSetting, toProfile } from './edit'
import { ProfileError } from './errors'
import { dict, managed, payload, plain, profile, shapes, tree, uuids } from './fixtures/sample-trees'
import { findSettings, settingsByDomain } from './payloads/shapes'

const LOGIN = 'com.jamf.connect.login'
const CONNECT = 'com.jamf.connect'
const on = tree(true)

const settings = (root: PlistValue, domain: string) =>
  plain(settingsByDomain(root, findSettings(root)).get(domain))

function codeOf(run: () => unknown): string {
  try {
    run()
    return 'done'
  } catch (error) {
    return error instanceof ProfileError ? error.code : String(error)
  }
}

describe('setting a key', () => {
  test.each(['direct', 'managed', 'bare'] as const)(
    'in the form %s changes that key and shares the rest',
    (shape) => {
      const before = shapes[shape]
      const after = setSetting(before, LOGIN, ['OIDCProvider'], tree('Custom'))
      expect(settings(after, LOGIN)).toEqual({
        ...(settings(before, LOGIN) as object),
        OIDCProvider: 'Custom',
      })
      expect(valueAt(after, ['PayloadContent', 1])).toBe(valueAt(before, ['PayloadContent', 1]))
    },
  )

  test('to the value it has gives the same tree', () => {
    expect(setSetting(shapes.direct, LOGIN, ['OIDCProvider'], tree('EntraID'))).toBe(shapes.direct)
  })

  test('makes the dictionaries on the way', () => {
    const after = setSetting(shapes.direct, LOGIN, ['A', 'B', 'C'], on)
    expect(settings(after, LOGIN)).toMatchObject({ A: { B: { C: true } } })
  })

  test('that two payloads force changes both, so that no old value can win', () => {
    const root = profile([
      payload(LOGIN, uuids.login, { DenyLocal: true }),
      payload(LOGIN, uuids.connect, { DenyLocal: false, Migrate: true }),
    ])
    const after = setSetting(root, LOGIN, ['DenyLocal'], tree('x'))
    expect(plain(valueAt(after, ['PayloadContent', 0, 'DenyLocal']))).toBe('x')
    expect(plain(valueAt(after, ['PayloadContent', 1, 'DenyLocal']))).toBe('x')
    const second = setSetting(root, LOGIN, ['Migrate'], tree(false))
    expect(plain(valueAt(second, ['PayloadContent', 1, 'Migrate']))).toBe(false)
    expect(valueAt(second, ['PayloadContent', 0])).toBe(valueAt(root, ['PayloadContent', 0]))
  })

  test('that belongs to the payload is refused', () => {
    expect(codeOf(() => setSetting(shapes.direct, LOGIN, ['PayloadUUID'], on))).toBe('payload-key')
    expect(codeOf(() => setSetting(shapes.direct, LOGIN, [], on))).toBe('payload-key')
    expect(codeOf(() => setSetting(shapes.managed, LOGIN, ['PayloadUUID'], on))).toBe('done')
  })

  test('inside a value that is no container is refused', () => {
    expect(codeOf(() => setSetting(shapes.direct, LOGIN, ['OIDCProvider', 'x'], on))).toBe('wrong-path')
  })
})

describe('a domain without payload gets one', () => {
  test('in the form the profile uses, at the end, with an identity that is the same each time', () => {
    const after = setSetting(shapes.managed, CONNECT, ['SignIn', 'RequireSignIn'], on)
    expect(after).toEqual(setSetting(shapes.managed, CONNECT, ['SignIn', 'RequireSignIn'], on))
    expect(findSettings(after).map(({ domain, shape }) => [domain, shape])).toEqual([
      [LOGIN, 'managed-preferences'],
      [CONNECT, 'managed-preferences'],
    ])
    const added = child(valueAt(after, ['PayloadContent', 2]), 'PayloadUUID')
    expect(added).toMatchObject({ type: 'string', value: expect.stringMatching(/^[0-9A-F-]{36}$/) })
  })

  test('in the direct form when the profile is empty, its keys in alphabetical order', () => {
    const after = setSetting(profile([]), CONNECT, ['SignIn', 'RequireSignIn'], on)
    const made = valueAt(after, ['PayloadContent', 0])
    const keys = made?.type === 'dict' ? made.entries.map(({ key }) => key) : []
    expect(keys).toEqual(keys.toSorted())
    expect(plain(made)).toMatchObject({
      PayloadType: CONNECT,
      PayloadVersion: 1,
      PayloadDisplayName: 'Jamf Connect',
      SignIn: { RequireSignIn: true },
    })
  })

  test('with a UUID that no other domain or profile gets', () => {
    const roots = [profile([]), profile([], { PayloadUUID: uuids.login })]
    const made = roots.flatMap((root) =>
      [LOGIN, CONNECT].map((domain) =>
        plain(valueAt(setSetting(root, domain, ['A'], on), ['PayloadContent', 0, 'PayloadUUID'])),
      ),
    )
    expect(new Set(made).size).toBe(4)
  })

  test('but a bare property list stays one, and says to convert it first', () => {
    expect(codeOf(() => setSetting(shapes.bare, CONNECT, ['SignIn'], on))).toBe('bare-one-domain')
    expect(settings(toProfile(shapes.bare, LOGIN, { name: 'Example' }), LOGIN)).toEqual(plain(shapes.bare))
    expect(codeOf(() => setSetting(dict(payload(LOGIN, uuids.login, { A: 1 })), CONNECT, ['B'], on))).toBe(
      'bare-one-domain',
    )
  })
})

describe('removing a key', () => {
  test('takes it out of every payload of the domain', () => {
    const root = profile([
      payload(LOGIN, uuids.login, { DenyLocal: true }),
      managed(uuids.connect, { [LOGIN]: { DenyLocal: false } }),
    ])
    expect(settings(setSetting(root, LOGIN, ['DenyLocal'], null), LOGIN)).toEqual({})
  })

  test('keeps a payload that has no settings left', () => {
    let root: PlistValue = shapes.managed
    for (const key of ['OIDCProvider', 'DenyLocal', 'PayloadUUID', '_manualProfile']) {
      root = setSetting(root, LOGIN, [key], null)
    }
    expect(findSettings(root)).toHaveLength(1)
    expect(settings(root, LOGIN)).toEqual({})
  })

  test('takes dictionaries along that are empty for this reason, and no others', () => {
    const root = profile([
      payload(LOGIN, uuids.login, { A: { B: { C: true } }, Empty: {}, List: [{ X: 1 }] }),
    ])
    const after = applyEdits(root, [
      { domain: LOGIN, path: ['A', 'B', 'C'], value: null },
      { domain: LOGIN, path: ['List', 0, 'X'], value: null },
    ])
    expect(settings(after, LOGIN)).toEqual({ Empty: {}, List: [{}] })
  })

  test('that is not there gives the same tree', () => {
    expect(setSetting(shapes.direct, LOGIN, ['Nothing', 'Here'], null)).toBe(shapes.direct)
    expect(setSetting(shapes.direct, CONNECT, ['SignIn'], null)).toBe(shapes.direct)
  })
})

test('edits without a domain count from the root of the profile', () => {
  const after = applyEdits(shapes.direct, [
    { domain: null, path: ['PayloadScope'], value: tree('User') },
    { domain: null, path: ['PayloadContent', 1], value: null },
    { domain: LOGIN, path: ['DenyLocal'], value: null },
  ])
  expect(plain(valueAt(after, ['PayloadScope']))).toBe('User')
  expect(plain(valueAt(after, ['PayloadContent']))).toHaveLength(1)
  expect(settings(after, LOGIN)).toEqual({ OIDCProvider: 'EntraID' })
})

test('an edit that names a payload changes that one alone, of several with one type', () => {
  const [first, second] = [uuids.login, uuids.connect]
  const root = profile([
    payload(LOGIN, first, { OIDCProvider: 'EntraID', DenyLocal: true }),
    payload(LOGIN, second, { OIDCProvider: 'EntraID' }),
  ])
  const edit = { domain: LOGIN, path: ['OIDCProvider'], value: tree('Okta') }
  const provider = (after: PlistValue) =>
    [0, 1].map((at) => plain(valueAt(after, ['PayloadContent', at, 'OIDCProvider'])))
  expect(provider(applyEdits(root, [edit]))).toEqual(['Okta', 'Okta'])
  expect(provider(applyEdits(root, [{ ...edit, payload: second }]))).toEqual(['EntraID', 'Okta'])
  expect(provider(applyEdits(root, [{ ...edit, value: null, payload: first }]))).toEqual([
    undefined,
    'EntraID',
  ])
  expect(() => applyEdits(root, [{ ...edit, payload: uuids.profile }])).toThrow(
    /no payload for com.jamf.connect.login with the PayloadUUID/,
  )
})
