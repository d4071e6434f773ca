import { expect, test } from 'vitest'
import type { PlistDict } from '../plist/value'
import { readXml } from '../plist/xml/reader'
import { validate } from '../products/check'
import { helpOf } from '../products/help'
import { allKeys, keyWithId } from '../products/keys'
import type { KnownKey } from './keys'
import { referenceOf } from './reference'

const ofKey = (key: KnownKey) => referenceOf(key, helpOf(key))

const reference = (id: string) => ofKey(keyWithId(id) ?? expect.fail(id))

test('the example of every key is a property list that puts a valid value in the key’s place', () => {
  for (const key of allKeys) {
    const root = readXml(`<plist version="1.0"><dict>${ofKey(key).plistExample}</dict></plist>`)
    const issues = validate(new Map([[key.domain, root as PlistDict]]))
    const own = issues.filter(({ rule }) => !['required-key', 'recommended-key'].includes(rule))
    // The content of a license cannot be shown in a line.
    expect(key.definition.kind === 'file' ? [] : own, key.id).toEqual([])
  }
})

test('the example stands in the dictionaries and lists around the key', () => {
  expect(reference('connect/IdPSettings/ROPGID').plistExample.split('\n').slice(0, 3)).toEqual([
    '<key>IdPSettings</key>',
    '<dict>',
    '\t<key>ROPGID</key>',
  ])
  expect(reference('actions/Actions/[]/Name').plistExample).toMatch(
    /^<key>Actions<\/key>\n<array>\n\t<dict>\n\t\t<key>Name<\/key>/,
  )
})

test('conditions, types and options are said in sentences', () => {
  expect(reference('login/OIDCDiscoveryURL').when).toContain(
    'Required when the identity provider is PingFederate or Custom.',
  )
  expect(reference('login/OIDCProvider').when).toEqual(['Required always.'])
  expect(reference('login/OIDCProvider').optionsInWords).toContain(
    'EntraID (Microsoft Entra ID), formerly Azure',
  )
  for (const key of allKeys) {
    const { typeInWords, when } = ofKey(key)
    expect(
      [typeInWords, ...when].filter((text) => !/^[A-Z].*\.$/.test(text)),
      key.id,
    ).toEqual([])
  }
})

test('types are said with their format, unit and range', () => {
  const types = [
    'login/LoginWindowMessage',
    'login/OIDCDiscoveryURL',
    'login/DenyLocal',
    'login/OIDCAdmin',
    'connect/HiddenMenuItems',
  ]
  expect(types.map((id) => reference(id).typeInWords)).toEqual([
    'String.',
    'String, an address that begins with https://.',
    'Boolean.',
    'Array of strings.',
    'Array of strings, each from a list.',
  ])
  const definition = { kind: 'integer', title: 'A', description: 'A.', evidence: 'documented' } as const
  const range = (limits: object) =>
    ofKey({ ...(allKeys[0] ?? expect.fail()), definition: { ...definition, ...limits } }).typeInWords
  expect(range({})).toBe('Integer.')
  expect(range({ unit: 'minutes' })).toBe('Integer, in minutes.')
  expect(range({ minimum: 1 })).toBe('Integer, at least 1.')
  expect(range({ maximum: 9 })).toBe('Integer, at most 9.')
  expect(range({ minimum: 0, maximum: 9 })).toBe('Integer, 0 to 9.')
})
