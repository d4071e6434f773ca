import { expect, test } from 'vitest'
import {
  allKeys,
  fieldFor,
  findKey,
  findRetired,
  holdsKeys,
  knownDomains,
  retiredDomains,
  retiredKeys,
} from '../products/keys'

test('every key is found at its place and has an id of its own', () => {
  expect(allKeys.length).toBeGreaterThan(200)
  for (const key of allKeys) {
    expect(findKey(key.domain, key.path)).toBe(key)
  }
  expect(new Set(allKeys.map(({ id }) => id)).size).toBe(allKeys.length)
})

test('section dictionaries, nested dictionaries and list elements are part of the place', () => {
  expect(findKey('com.jamf.connect', ['IdPSettings', 'ROPGID'])?.id).toBe('connect/IdPSettings/ROPGID')
  expect(findKey('com.jamf.connect.login', ['MFARename', 'push'])?.name).toBe('push')
  const inList = findKey('com.jamf.connect.actions', ['Actions', 3, 'Show', 0, 'Command'])
  expect(inList?.path).toEqual(['Actions', '[]', 'Show', '[]', 'Command'])
  expect(findKey('com.jamf.connect', ['ROPGID'])).toBeUndefined()
})

test('a place inside a value belongs to the field around it', () => {
  expect(fieldFor('com.jamf.connect.login', ['OIDCAdmin', 2])?.id).toBe('login/OIDCAdmin')
  expect(fieldFor('com.jamf.connect', ['Keychain', 'InternetItems', 'https://a'])?.name).toBe('InternetItems')
  expect(fieldFor('com.jamf.connect', ['Nothing'])).toBeUndefined()
})

test('a key inside a dictionary is heeded under the conditions of the dictionary too', () => {
  const inner = findKey('com.jamf.connect', ['SignIn', 'MFARename', 'push'])
  expect(inner?.appliesWhen).toEqual({ provider: ['Okta'] })
})

test('containers of keys are known', () => {
  expect(holdsKeys('com.jamf.connect', [])).toBe(true)
  expect(holdsKeys('com.jamf.connect', ['IdPSettings'])).toBe(true)
  expect(holdsKeys('com.jamf.connect.actions', ['Actions', 0])).toBe(true)
  expect(holdsKeys('com.jamf.connect', ['Keychain', 'InternetItems'])).toBe(false)
})

test('retired keys are found, and none of them is offered', () => {
  expect(findRetired('com.jamf.connect', ['TenantID'])?.successor?.path).toEqual(['IdPSettings', 'TenantID'])
  expect(retiredKeys.filter(({ domain, path }) => findKey(domain, path) !== undefined)).toEqual([])
  expect(retiredDomains).toContain('com.jamf.connect.sync')
  expect(retiredDomains.filter((domain) => knownDomains.includes(domain))).toEqual([])
})
