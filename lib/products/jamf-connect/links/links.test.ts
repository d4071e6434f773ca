import { expect, test } from 'vitest'
import { dict, plist, settingsOf } from '../../../schema/fixtures/settings'
import { keyWithId } from '../keys'
import { linkedEdits, linkOf, linkState } from './linked'
import { links } from './links'
import { reasons } from './reasons'

const link = (id: string) => links.find((each) => each.id === id) ?? expect.fail(id)

test('links name keys of the manifests, and no key twice', () => {
  const ids = links.flatMap(({ keys }) => keys)
  expect(ids.filter((id) => keyWithId(id) === undefined)).toEqual([])
  expect(new Set(ids).size).toBe(ids.length)
  expect(linkOf('connect/IdPSettings/ROPGID')?.id).toBe('ropg-client')
  expect(linkOf('login/OIDCScopes')).toBeUndefined()
})

test('each link has its reason, and no other', () => {
  expect(Object.keys(reasons)).toEqual(links.map(({ id }) => id))
})

test('the state tells same, different, partly and absent', () => {
  const ropg = (login: string | null, menuBar: string | null) =>
    settingsOf({
      login: login === null ? {} : { OIDCROPGID: login },
      connect: { IdPSettings: menuBar === null ? {} : { ROPGID: menuBar } },
    })
  expect(linkState(link('ropg-client'), ropg('a', 'a'))).toBe('same')
  expect(linkState(link('ropg-client'), ropg('a', 'b'))).toBe('different')
  expect(linkState(link('ropg-client'), ropg('a', null))).toBe('partly')
  expect(linkState(link('ropg-client'), ropg(null, null))).toBe('absent')
})

test('spellings of one provider are the same provider', () => {
  const settings = (login: string, menuBar: string) =>
    settingsOf({ login: { OIDCProvider: login }, connect: { IdPSettings: { Provider: menuBar } } })
  expect(linkState(link('provider'), settings('Okta-OIDC', 'Okta OIDC'))).toBe('same')
  expect(linkState(link('provider'), settings('Azure', 'EntraID'))).toBe('same')
  expect(linkState(link('provider'), settings('Okta', 'Okta OIDC'))).toBe('different')
})

test('a license is the same as text, as data, and with line breaks', () => {
  const settings = settingsOf({
    login: { LicenseFile: 'YWJj\n' },
    connect: { LicenseFile: new Uint8Array([97, 98, 99]) },
  })
  expect(linkState(link('license'), settings)).toBe('same')
})

test('an edit of a link writes each key in its own spelling', () => {
  expect(linkedEdits(link('provider'), plist('Okta-OIDC'))).toEqual([
    { domain: 'com.jamf.connect.login', path: ['OIDCProvider'], value: plist('Okta-OIDC') },
    { domain: 'com.jamf.connect', path: ['IdPSettings', 'Provider'], value: plist('Okta OIDC') },
  ])
})

test('the tenant of the password check is linked for Entra ID only', () => {
  const named = (provider: string) => settingsOf({ login: { OIDCProvider: provider }, connect: {} })
  const paths = (provider: string) =>
    linkedEdits(link('tenant'), plist('x'), named(provider)).map(({ path }) => path.at(-1))
  expect(paths('EntraID')).toEqual(['OIDCTenant', 'TenantID', 'ROPGTenant'])
  expect(paths('OneLogin')).toEqual(['OIDCTenant', 'TenantID'])
})

test('no payload is made for a domain that the configuration does not have', () => {
  const edits = linkedEdits(link('ropg-client'), plist('x'), new Map([['com.jamf.connect.login', dict({})]]))
  expect(edits.map(({ domain }) => domain)).toEqual(['com.jamf.connect.login'])
})

test.each([
  ['fabrikam.okta.com', 'https://fabrikam.okta.com', 'same'],
  ['https://fabrikam.okta.com/', 'Fabrikam.okta.com', 'same'],
  ['fabrikam.okta.com', 'https://fabrikam.oktapreview.com', 'different'],
  ['fabrikam.okta.com', 'https://fabrikam.okta.com/oauth2/aus1', 'different'],
])('the Okta domains %s and %s are %s', (AuthServer, OktaAuthServer, state) => {
  const link = links.find(({ id }) => id === 'okta-domain')
  const settings = settingsOf({ login: { AuthServer }, connect: { IdPSettings: { OktaAuthServer } } })
  expect(link && linkState(link, settings)).toBe(state)
})
