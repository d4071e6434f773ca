import { expect, test } from 'vitest'
import { settingsOf } from '../schema/fixtures/settings'
import { mended } from '../schema/mend'
import { offerAt } from './offers'
import { templates } from './templates'

type Domains = Parameters<typeof settingsOf>[0]
const LOGIN = 'com.jamf.connect.login'

const offered = (domains: Domains, domain = LOGIN, path = ['OIDCROPGID']) => {
  const offer = offerAt(domain, path, settingsOf(domains))
  return offer && [offer.from.id, offer.value?.type === 'string' ? offer.value.value : null]
}
const entra = { OIDCProvider: 'EntraID', OIDCClientID: 'a' }

test('the client ID of the sign-in is offered for the password check while there is none yet', () => {
  expect(offered({ login: entra })).toEqual(['login/OIDCClientID', 'a'])
  expect(offered({ login: { ...entra, OIDCROPGID: ' ' } })).toEqual(['login/OIDCClientID', 'a'])
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

test('a client of its own, or the blank for one, is not offered to be written over', () => {
  expect(offered({ login: { ...entra, OIDCROPGID: 'b' } })).toEqual(['login/OIDCClientID', null])
  const edits = templates.find(({ id }) => id === 'okta-two-applications')?.edits() ?? []
  const settings = mended(settingsOf({ login: { OIDCClientID: '0oa1' }, connect: {} }), { edits })
  expect(offerAt(LOGIN, ['OIDCROPGID'], settings)).toMatchObject({ value: null })
})

test('where two fields are called the same, the offer says which is meant, and each gets one of its own', () => {
  const provider = 'OktaIdentityEngine'
  const settings = settingsOf({
    login: { OIDCProvider: provider, OIDCClientID: 'a' },
    connect: { IdPSettings: { Provider: provider } },
  })
  const name = 'OIDC Client ID (Login window)'
  expect(offerAt(LOGIN, ['OIDCROPGID'], settings)?.name).toBe(name)
  expect(offerAt('com.jamf.connect', ['IdPSettings', 'OIDCClientID'], settings)).toMatchObject({
    name,
    value: { value: 'a' },
  })
  expect(offerAt(LOGIN, ['OIDCROPGID'], settingsOf({ login: entra }))?.name).toBe('OIDC Client ID')
})
