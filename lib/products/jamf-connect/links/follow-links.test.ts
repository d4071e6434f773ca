import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withValue } from '../../../plist/tree'
import type { PlistDict } from '../../../plist/value'
import { dict, settingsOf } from '../../../schema/fixtures/settings'
import { settingAt } from '../../../schema/settings'
import { followers } from '../../links'
import { keyWithId } from '../keys'
import { linkState } from './linked'
import { links } from './links'

type Domains = Parameters<typeof settingsOf>[0]

const followed = (id: string, before: Domains, after: Domains) => {
  const key = keyWithId(id)
  return key === undefined
    ? []
    : followers(key, settingsOf(before), settingsOf(after)).map(({ path, value }) => [path.join('/'), value])
}

test('a key that held the same or nothing follows, in its own spelling', () => {
  const to = (Provider: string) => [['IdPSettings/Provider', { type: 'string', value: Provider }]]
  const connect = { IdPSettings: { Provider: 'EntraID' } }
  expect(
    followed(
      'login/OIDCProvider',
      { login: { OIDCProvider: 'EntraID' }, connect },
      { login: { OIDCProvider: 'Okta-OIDC' }, connect },
    ),
  ).toEqual(to('Okta OIDC'))
  expect(
    followed('login/OIDCROPGID', { login: {}, connect: {} }, { login: { OIDCROPGID: 'a' }, connect: {} }),
  ).toEqual([['IdPSettings/ROPGID', { type: 'string', value: 'a' }]])
})

test('a removed key takes its followers with it', () => {
  const connect = { IdPSettings: { ROPGID: 'a' } }
  expect(
    followed('login/OIDCROPGID', { login: { OIDCROPGID: 'a' }, connect }, { login: {}, connect }),
  ).toEqual([['IdPSettings/ROPGID', null]])
})

test('a key stays that differed before, or whose payload is not there', () => {
  const entra = { OIDCProvider: 'EntraID' }
  expect(
    followed(
      'login/OIDCROPGID',
      { login: { OIDCROPGID: 'a' }, connect: { IdPSettings: { ROPGID: 'b' } } },
      { login: { OIDCROPGID: 'c' }, connect: { IdPSettings: { ROPGID: 'b' } } },
    ),
  ).toEqual([])
  const half = { login: { OIDCROPGID: 'a' }, connect: {} }
  expect(followed('login/OIDCROPGID', half, { login: { OIDCROPGID: 'b' }, connect: {} })).toEqual([])
  expect(followed('login/OIDCTenant', { login: entra }, { login: { ...entra, OIDCTenant: 't' } })).toEqual([
    ['ROPGTenant', { type: 'string', value: 't' }],
  ])
  expect(followed('login/OIDCROPGID', { login: {} }, { login: { OIDCROPGID: 'a' } })).toEqual([])
})

test('where another provider checks passwords, the provider of the menu bar does not follow that of the sign-in', () => {
  const login = { OIDCProvider: 'Custom', ROPGProvider: 'Custom' }
  const connect = { IdPSettings: { Provider: 'Custom' } }
  const after = { login: { ...login, OIDCProvider: 'EntraID' }, connect }
  expect(followed('login/OIDCProvider', { login, connect }, after)).toEqual([])
})

test('whatever linked key changes, the others are equal to it afterwards, and no other key is touched', () => {
  const provider = { login: { OIDCProvider: 'Custom' }, connect: { IdPSettings: { Provider: 'Custom' } } }
  const members = links
    .filter(({ id }) => id !== 'provider' && id !== 'okta-domain')
    .flatMap(({ keys }) => keys)
  fc.assert(
    fc.property(fc.constantFrom(...members), fc.string({ minLength: 1 }), (id, text) => {
      const key = keyWithId(id)
      const link = links.find(({ keys }) => keys.includes(id))
      if (key === undefined || link === undefined || link.only?.[id] !== undefined) {
        return
      }
      const before = settingsOf(provider)
      const after = new Map(before)
      const root = (domain: string) => after.get(domain) ?? dict({})
      after.set(key.domain, set(root(key.domain), key.path, text))
      for (const { domain, path, value } of followers(key, before, after)) {
        expect(link.keys).toContain(
          `${domain === 'com.jamf.connect' ? 'connect' : 'login'}/${path.join('/')}`,
        )
        after.set(
          domain ?? '',
          withValue(root(domain ?? ''), path, value ?? { type: 'string', value: '' }) as PlistDict,
        )
      }
      expect(linkState(link, after)).toBe('same')
      expect(settingAt(after, key.domain, key.path)).toEqual({ type: 'string', value: text })
    }),
  )
})

function set(root: PlistDict, path: readonly string[], text: string): PlistDict {
  return withValue(root, path, { type: 'string', value: text }) as PlistDict
}
