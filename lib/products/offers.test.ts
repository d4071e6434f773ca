import { expect, test } from 'vitest'
import { settingsOf } from '../schema/fixtures/settings'
import { offerAt } from './offers'

type Domains = Parameters<typeof settingsOf>[0]
const LOGIN = 'com.jamf.connect.login'

const offered = (domains: Domains, domain = LOGIN, path = ['OIDCROPGID']) => {
  const offer = offerAt(domain, path, settingsOf(domains))
  return offer && [offer.from.id, offer.value?.type === 'string' ? offer.value.value : null]
}
const entra = { OIDCProvider: 'EntraID', OIDCClientID: 'a' }

test('the client ID of the sign-in is offered for the password check, while they differ or there is none yet', () => {
  expect(offered({ login: entra })).toEqual(['login/OIDCClientID', 'a'])
  expect(offered({ login: { ...entra, OIDCROPGID: 'b' } })).toEqual(['login/OIDCClientID', 'a'])
  expect(offered({ login: { ...entra, OIDCROPGID: 'a' } })).toBeNull()
})

test('nothing is to be copied where nothing is', () => {
  expect(offered({ login: { OIDCProvider: 'EntraID' } })).toEqual(['login/OIDCClientID', null])
  expect(offered({ login: { ...entra, OIDCClientID: ' ' } })).toEqual(['login/OIDCClientID', null])
})

test('a client of another provider is not offered, nor one that has no effect', () => {
  expect(offered({ login: { ...entra, ROPGProvider: 'Custom' } })).toBeNull()
  expect(offered({ login: { ...entra, OIDCProvider: 'Okta' } })).toBeNull()
  expect(offered({ login: { ...entra, OIDCProvider: 'GoogleID' } })).toBeNull()
})

test('the menu bar app takes that of the login window, where both ask one provider', () => {
  const inMenuBar = (Provider: string) =>
    offered({ login: entra, connect: { IdPSettings: { Provider } } }, 'com.jamf.connect', [
      'IdPSettings',
      'ROPGID',
    ])
  expect(inMenuBar('EntraID')).toEqual(['login/OIDCClientID', 'a'])
  expect(inMenuBar('OneLogin')).toBeNull()
  const alone = { connect: { IdPSettings: { Provider: 'EntraID' } } }
  expect(offered(alone, 'com.jamf.connect', ['IdPSettings', 'ROPGID'])).toBeNull()
})

test('keys that offer nothing offer nothing', () => {
  expect(offered({ login: entra }, LOGIN, ['OIDCClientID'])).toBeNull()
  expect(offered({ login: entra }, LOGIN, ['NoKey'])).toBeNull()
})
