import { describe, expect, test } from 'vitest'
import type { PlistValue } from '../plist/value'
import { managed, type Plain, payload, profile, uuids } from './fixtures/sample-trees'
import { findSettings } from './payloads/shapes'
import { issuesTogether, mainProfileOf, memberOf } from './together'

const LOGIN = 'com.jamf.connect.login'
const CONNECT = 'com.jamf.connect'
const main = { OIDCProvider: 'EntraID', OIDCTenant: 'one', DenyLocal: true }

let next = 1
const fresh = () => uuids.login.replace(/.{4}$/, String(1000 + next++))

/** A profile with identities of its own. */
function made(domain: string, settings: { [key: string]: Plain }, outer: { [key: string]: Plain } = {}) {
  const uuid = fresh()
  const identity = { PayloadIdentifier: `com.example.${uuid}`, PayloadUUID: uuid }
  return profile([payload(domain, fresh(), settings)], { ...identity, ...outer })
}

const members = (...roots: PlistValue[]) =>
  roots.map((root, index) =>
    memberOf(`${'abcdef'[index]}.mobileconfig`, { root, places: findSettings(root) }),
  )
const found = (...roots: PlistValue[]) =>
  issuesTogether(members(...roots)).map(({ rule, member, other }) => [rule, member, other])

describe('nothing is said', () => {
  test('of one profile', () => {
    expect(found(made(LOGIN, main))).toEqual([])
  })

  test('of profiles for different domains that agree', () => {
    const menuBar = { IdPSettings: { Provider: 'EntraID', TenantID: 'one' } }
    expect(found(made(LOGIN, main), made(CONNECT, menuBar))).toEqual([])
  })

  test('of two that set the same key to the same value, in either form', () => {
    const again = profile([managed(fresh(), { [LOGIN]: { DenyLocal: true } })], {
      PayloadIdentifier: 'com.example.again',
      PayloadUUID: fresh(),
    })
    expect(found(made(LOGIN, main), again)).toEqual([])
  })
})

test('one identifier is told once, and versions of one profile are not compared', () => {
  const same = { PayloadIdentifier: 'com.example.same', PayloadUUID: uuids.profile }
  const others = [made(LOGIN, main, same), made(LOGIN, { ...main, OIDCTenant: 'two' }, same)] as const
  expect(found(...others)).toEqual([['identifier-of-another-profile', 1, 0]])
  expect(issuesTogether(members(...others))[0]?.message).toContain('a.mobileconfig')
})

test('one UUID in two profiles is told with its place', () => {
  const uuid = fresh()
  const holder = (id: string) =>
    profile([payload(LOGIN, uuid, { DenyLocal: true })], { PayloadIdentifier: id, PayloadUUID: fresh() })
  expect(issuesTogether(members(holder('com.example.a'), holder('com.example.b')))).toMatchObject([
    {
      rule: 'uuid-of-another-profile',
      path: ['PayloadContent', 0, 'PayloadUUID'],
      message: expect.stringContaining(uuid),
    },
  ])
})

test('keys that differ are one message for two profiles, in words that agree with their number', () => {
  const second = made(LOGIN, { OIDCTenant: 'two', DenyLocal: false, Migrate: true })
  const [issue, ...more] = issuesTogether(members(made(LOGIN, main), second))
  expect(more).toEqual([])
  expect(issue).toMatchObject({ rule: 'setting-of-another-profile', domain: LOGIN, member: 1, other: 0 })
  expect(issue?.message).toMatch(
    /^OIDCTenant and DenyLocal of com\.jamf\.connect\.login have other values in a\.mob/,
  )
  const [single] = issuesTogether(members(made(LOGIN, main), made(LOGIN, { DenyLocal: false })))
  expect(single?.message).toMatch(/^DenyLocal of .* has another value in/)
})

test.each([
  [{ DenyLocal: true, LocalFallback: true }, { LocalFallback: false }, true],
  [{ DenyLocal: true, DenyLocalExcluded: ['ladmin'] }, { DenyLocalExcluded: [] }, true],
  [{ DenyLocal: false, LocalFallback: true }, { LocalFallback: false }, false],
  [{ DenyLocal: true, LocalFallback: true, LoginWindowMessage: 'a' }, { LoginWindowMessage: 'b' }, false],
])(
  'that profiles disagree on who gets in without the provider is told as a danger: %j, %j',
  (one, other, danger) => {
    const said = issuesTogether(members(made(LOGIN, { ...main, ...one }), made(LOGIN, other)))
      .map(({ message }) => message)
      .join(' ')
    expect(said).toContain('nobody can say which value counts')
    expect(/may let nobody in/.test(said)).toBe(danger)
  },
)

test('a linked key that differs between two profiles is told with both names', () => {
  const menuBar = { IdPSettings: { Provider: 'EntraID', TenantID: 'two' } }
  const [issue, ...more] = issuesTogether(members(made(LOGIN, main), made(CONNECT, menuBar)))
  expect(more).toEqual([])
  expect(issue).toMatchObject({ rule: 'linked-key-of-another-profile', domain: CONNECT })
  expect(issue?.message).toMatch(/^IdPSettings\/TenantID differs from OIDCTenant in a\.mobileconfig/)
})

test('two scopes for one domain are told, capitals or not', () => {
  const user = (PayloadScope: string) => made(LOGIN, { Migrate: true }, { PayloadScope })
  expect(found(made(LOGIN, main), user('User'))).toEqual([['scope-of-another-profile', 1, 0]])
  expect(found(made(LOGIN, main), user('SYSTEM'))).toEqual([])
})

test('a profile without provider adds to the one that has it', () => {
  const all = members(made(LOGIN, { Migrate: true }), made(LOGIN, main), made('com.apple.dock', {}))
  expect(mainProfileOf(all, 0)?.label).toBe('b.mobileconfig')
  expect(mainProfileOf(all, 1)).toBeUndefined()
  expect(mainProfileOf(all, 2)).toBeUndefined()
  const menuBar = members(made(CONNECT, { SignIn: { RequireSignIn: true } }), made(LOGIN, main))
  expect(mainProfileOf(menuBar, 0)).toBeUndefined()
  expect(mainProfileOf(members(made(LOGIN, { Migrate: true }), made(CONNECT, {})), 0)).toBeUndefined()
})

test('a payload of which a Mac takes one is told where a second profile has one too', () => {
  const [one, other] = ['com.example.a', 'com.example.b'].map((PayloadIdentifier) =>
    profile([payload('com.apple.MCX.FileVault2', fresh(), { Enable: 'On' })], {
      PayloadIdentifier,
      PayloadUUID: fresh(),
    }),
  ) as [PlistValue, PlistValue]
  expect(found(one, other)).toEqual([['single-payload-of-another-profile', 1, 0]])
  expect(found(one, made('com.apple.dock', { a: 1 }))).toEqual([])
})

test('settings of macOS that two profiles force differently are told at the later one, with their place', () => {
  const screen = (name: string, settings: { [key: string]: Plain }) =>
    profile([payload('com.apple.screensaver', fresh(), settings)], {
      PayloadIdentifier: name,
      PayloadUUID: fresh(),
    })
  const forced = (name: string, settings: { [key: string]: Plain }) =>
    profile([managed(fresh(), { 'com.apple.loginwindow': settings })], {
      PayloadIdentifier: name,
      PayloadUUID: fresh(),
    })
  const shown = forced('com.example.a', { SHOWFULLNAME: true, HideAdminUsers: true })
  const list = forced('com.example.b', { SHOWFULLNAME: false, HideAdminUsers: true })
  expect(issuesTogether(members(shown, list))).toMatchObject([
    {
      rule: 'setting-of-another-profile',
      member: 1,
      other: 0,
      path: [
        'PayloadContent',
        0,
        'PayloadContent',
        'com.apple.loginwindow',
        'Forced',
        0,
        'mcx_preference_settings',
        'SHOWFULLNAME',
      ],
    },
  ])
  expect(found(shown, forced('com.example.c', { HideAdminUsers: true }))).toEqual([])
  expect(found(shown, screen('com.example.d', { SHOWFULLNAME: false }))).toEqual([])
})
