import { expect, test } from 'vitest'
import { settingsOf } from '../../schema/fixtures/settings'
import { planSignIn } from './plan'

const browser = { home: 'http://127.0.0.1:3000', ownMachine: true }
const wellKnown = '/.well-known/openid-configuration'

test.each([
  [{ OIDCProvider: 'Okta-OIDC', OIDCTenant: 'fabrikam' }, 'code id_token'],
  [{ OIDCProvider: 'Custom', OIDCDiscoveryURL: `https://fabrikam.okta.com${wellKnown}` }, 'code id_token'],
  [{ OIDCProvider: 'Custom', OIDCDiscoveryURL: `https://id.fabrikam.example${wellKnown}` }, 'code'],
  [{ OIDCProvider: 'EntraID' }, 'code'],
])('a sign-in for %j asks for %s, as the provider behind the address has it', (login, expected) => {
  const { flow } = planSignIn(settingsOf({ login }), {}, browser, Date.now())
  expect(flow.responseType).toBe(expected)
})
