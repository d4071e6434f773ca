import { expect, test } from 'vitest'
import type { PlistDict } from '../plist/value'
import { readXml } from '../plist/xml-reader'
import { allKeys, keyWithId } from './keys'
import { referenceOf } from './reference'
import { validate } from './validate'

const reference = (id: string) => referenceOf(keyWithId(id) ?? expect.fail(id))

test('the example of every key is a property list that puts a valid value in the key’s place', () => {
  for (const key of allKeys) {
    const root = readXml(`<plist version="1.0"><dict>${referenceOf(key).plistExample}</dict></plist>`)
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
    const { typeInWords, when } = referenceOf(key)
    expect(
      [typeInWords, ...when].filter((text) => !/^[A-Z].*\.$/.test(text)),
      key.id,
    ).toEqual([])
  }
})
