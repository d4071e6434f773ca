import { describe, expect, test } from 'vitest'
import { valueAt } from '../plist/tree'
import { certificate, payload, plain, profile, shapes, tree, uuids } from './fixtures/sample-trees'
import { newProfile, renameProfile, withNewIdentity } from './identity'
import { derivedUuid, isPlaceholderUuid, isUuid } from './uuid'

const LOGIN = 'com.jamf.connect.login'

test('a new profile has every key that macOS wants, in alphabetical order, under a UUID of its own', () => {
  const made = newProfile({ name: 'Sign-in for Entra', organization: 'Example GmbH' })
  const keys = made.entries.map(({ key }) => key)
  expect(keys).toEqual(keys.toSorted())
  expect(plain(made)).toMatchObject({
    PayloadContent: [],
    PayloadDisplayName: 'Sign-in for Entra',
    PayloadOrganization: 'Example GmbH',
    PayloadScope: 'System',
    PayloadType: 'Configuration',
    PayloadVersion: 1,
    PayloadRemovalDisallowed: true,
  })
  const uuid = plain(valueAt(made, ['PayloadUUID']))
  expect(uuid).toMatch(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/)
  expect(plain(valueAt(newProfile({ name: 'x' }), ['PayloadUUID']))).not.toBe(uuid)
})

test('renaming sets the display name and nothing else', () => {
  expect(plain(renameProfile(shapes.direct, 'New'))).toEqual({
    ...(plain(shapes.direct) as object),
    PayloadDisplayName: 'New',
  })
  expect(renameProfile(shapes.bare, 'New')).toBe(shapes.bare)
})

describe('a duplicate', () => {
  const wifi = payload('com.apple.wifi.managed', uuids.connect, {
    PayloadCertificateUUID: uuids.certificate,
    Note: `see ${uuids.certificate}`,
  })
  const root = profile([payload(LOGIN, uuids.login, { OIDCProvider: 'EntraID' }), certificate, wifi])
  const counter = () => {
    let next = 0
    return () => `00000000-0000-4000-8000-${String(++next).padStart(12, '0')}`
  }

  test('has a new UUID and identifier everywhere, identifiers keeping their beginning', () => {
    const copy = withNewIdentity(root)
    const seen = new Set<unknown>()
    for (const path of [[], ['PayloadContent', 0], ['PayloadContent', 1], ['PayloadContent', 2]]) {
      for (const key of ['PayloadUUID', 'PayloadIdentifier']) {
        const now = plain(valueAt(copy, [...path, key]))
        expect(now).not.toBe(plain(valueAt(root, [...path, key])))
        seen.add(now)
      }
      expect(plain(valueAt(copy, [...path, 'PayloadIdentifier']))).toMatch(/^com\.example\./)
    }
    expect(seen.size).toBe(8)
  })

  test('refers to its own certificate, and keeps every other text', () => {
    const copy = withNewIdentity(root, counter())
    expect(plain(valueAt(copy, ['PayloadContent', 2, 'PayloadCertificateUUID']))).toBe(
      plain(valueAt(copy, ['PayloadContent', 1, 'PayloadUUID'])),
    )
    expect(plain(valueAt(copy, ['PayloadContent', 2, 'Note']))).toBe(`see ${uuids.certificate}`)
    expect(plain(valueAt(copy, ['PayloadContent', 0, 'OIDCProvider']))).toBe('EntraID')
  })

  test('keeps inner and outer identifier equal where they were, as Jamf Connect Configuration writes them', () => {
    const same = profile([payload(LOGIN, uuids.login, { PayloadIdentifier: uuids.connect })], {
      PayloadIdentifier: uuids.connect,
    })
    const copy = withNewIdentity(same)
    expect(plain(valueAt(copy, ['PayloadContent', 0, 'PayloadIdentifier']))).toBe(
      plain(valueAt(copy, ['PayloadIdentifier'])),
    )
    expect(plain(valueAt(copy, ['PayloadIdentifier']))).not.toBe(uuids.connect)
  })

  test('does not touch a payload type that equals an identifier, or a value that equals an odd UUID', () => {
    const odd = profile([payload(LOGIN, '1', { PayloadIdentifier: LOGIN, Migrate: '1' })])
    const copy = withNewIdentity(odd)
    expect(plain(valueAt(copy, ['PayloadContent', 0]))).toMatchObject({ PayloadType: LOGIN, Migrate: '1' })
    expect(isUuid(String(plain(valueAt(copy, ['PayloadContent', 0, 'PayloadUUID']))))).toBe(true)
    expect(plain(valueAt(copy, ['PayloadContent', 0, 'PayloadIdentifier']))).not.toBe(LOGIN)
  })

  test('of a bare property list is the same property list', () => {
    expect(withNewIdentity(shapes.bare)).toBe(shapes.bare)
    expect(withNewIdentity(tree('x'))).toEqual(tree('x'))
  })
})

test('a derived UUID is of the form, the same for the same names, and different for 10,000 others', () => {
  const made = Array.from({ length: 10_000 }, (_, index) => derivedUuid(uuids.profile, `domain ${index}`))
  expect(new Set(made).size).toBe(10_000)
  expect(
    made.every((uuid) => isUuid(uuid) && uuid === uuid.toUpperCase() && /^.{14}8.{4}[89AB]/.test(uuid)),
  ).toBe(true)
  expect(derivedUuid(uuids.profile.toLowerCase(), 'domain 0')).toBe(made[0])
})

test.each([
  ['00000000-0000-0000-0000-000000000000', true],
  ['11111111-1111-1111-1111-111111111111', true],
  ['12345678-1234-1234-1234-123456789012', true],
  ['AAAAAAAA-AAAA-4AAA-AAAA-AAAAAAAAAAAA', true],
  [uuids.profile, false],
  ['not a UUID', false],
])('%s is a placeholder: %s', (uuid, expected) => {
  expect(isPlaceholderUuid(uuid)).toBe(expected)
})
