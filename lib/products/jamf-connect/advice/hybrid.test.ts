import { expect, test } from 'vitest'
import { type Plain, settingsOf } from '../../../schema/fixtures/settings'
import { advice } from '../advice'

const said = (DiscoveryURL: string, inMenuBar: { [key: string]: Plain }) =>
  advice(
    settingsOf({
      login: { OIDCProvider: 'Custom', OIDCDiscoveryURL: DiscoveryURL, OIDCROPGID: 'macs' },
      connect: { IdPSettings: inMenuBar },
    }),
  )
    .filter(({ rule }) => rule === 'half-hybrid')
    .map(({ message }) => message)

const keycloak = 'https://sso.fabrikam.test/realms/staff/.well-known/openid-configuration'
const unknown = 'https://id.fabrikam.test/.well-known/openid-configuration'

test('two products are two places, and that is said without reserve', () => {
  expect(said(keycloak, { Provider: 'EntraID' })).toEqual([expect.not.stringContaining('inferred')])
})

test('two hosts of which one shows no product are two places by inference, and that is said', () => {
  const at = (host: string) => ({
    Provider: 'Custom',
    DiscoveryURL: `https://${host}/.well-known/openid-configuration`,
  })
  expect(said(keycloak, at('login.woodgrove.test'))).toEqual([
    expect.stringMatching(/inferred from their addresses/),
  ])
  expect(said(unknown, { Provider: 'EntraID' })).toEqual([
    expect.stringMatching(/inferred from their addresses/),
  ])
})

test.each([
  ['EntraID', /configure ROPGProvider, ROPGDiscoveryURL and OIDCROPGID for the login/],
  ['PingFederate', /configure ROPGDiscoveryURL and OIDCROPGID for the login/],
  ['OneLogin', /configure OIDCROPGID for the login/],
])('with %s, the login window is given those keys only that it heeds', (OIDCProvider, keys) => {
  const login = { OIDCProvider, OIDCROPGID: 'macs', ROPGDiscoveryURL: keycloak }
  const connect = { IdPSettings: { Provider: 'Okta-OIDC', TenantID: 'woodgrove.okta.com', ROPGID: '0oa7' } }
  const told = advice(settingsOf({ login, connect })).filter(({ rule }) => rule === 'half-hybrid')
  expect(told.map(({ message }) => message)).toEqual([expect.stringMatching(keys)])
})
