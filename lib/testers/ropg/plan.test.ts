import { expect, it } from 'vitest'
import { settingsOf } from './fixtures/run'
import { passwordPlan } from './plan'

const entra = { OIDCProvider: 'EntraID', OIDCTenant: 'sign-in-tenant', OIDCClientID: 'app' }
const planOf = (login: Record<string, string>) => passwordPlan(settingsOf(login), 'login')
const microsoft = (tenant: string) =>
  `https://login.microsoftonline.com/${tenant}/v2.0/.well-known/openid-configuration`

it('scopes are those of ROPGScopes, else of OIDCScopes as from version 2.14, split at plus signs and spaces', () => {
  const scopes = { OIDCScopes: 'openid+api://id/jamfconnect profile' }
  expect(planOf({ ...entra, ...scopes })).toMatchObject({
    scopes: ['openid', 'api://id/jamfconnect', 'profile'],
    scopesKey: { path: ['OIDCScopes'] },
    scopesBecause: expect.stringContaining('2.14'),
  })
  expect(planOf({ ...entra, ...scopes, ROPGScopes: 'openid+email' }).scopes).toEqual(['openid', 'email'])
  expect(planOf(entra).scopes).toEqual(['openid', 'profile', 'email'])
})

it('the address is that of ROPGDiscoveryURL, else of the tenant of the password check, else of the sign-in', () => {
  expect(planOf(entra).address?.url).toBe(microsoft('sign-in-tenant'))
  expect(planOf({ ...entra, ROPGTenant: 'own' }).address?.url).toBe(microsoft('own'))
  const adfs = 'https://adfs.example.com/adfs/.well-known/openid-configuration'
  const hybrid = { ...entra, ROPGProvider: 'Custom', ROPGDiscoveryURL: adfs }
  expect(planOf(hybrid)).toMatchObject({
    provider: 'Custom',
    address: { url: adfs },
    addressKey: { path: ['ROPGDiscoveryURL'] },
  })
})

it('another provider gets neither the client nor the secret of the sign-in', () => {
  const signIn = { ...entra, OIDCClientSecret: 'sign-in' }
  const ROPGDiscoveryURL = 'https://sts.fabrikam.test/adfs/.well-known/openid-configuration'
  for (const hybrid of [{ ROPGProvider: 'Custom' }, {}, { OIDCROPGID: 'app', ROPGProvider: 'Custom' }]) {
    const { clientId, clientIdBorrowed, secret } = planOf({ ...signIn, ...hybrid, ROPGDiscoveryURL })
    expect([clientId.value === entra.OIDCClientID, clientIdBorrowed, secret]).toEqual([
      'OIDCROPGID' in hybrid,
      false,
      expect.objectContaining({ value: '', path: ['ROPGClientSecret'] }),
    ])
  }
  const realm = (name: string) => `https://sso.fabrikam.test/realms/${name}/.well-known/openid-configuration`
  const staff = { ...signIn, OIDCProvider: 'Custom', OIDCDiscoveryURL: realm('staff') }
  expect(planOf({ ...staff, ROPGDiscoveryURL: realm('other') }).secret.value).toBe('')
  expect(planOf({ ...staff, ROPGDiscoveryURL: realm('staff') }).secret.value).toBe('sign-in')
  expect(planOf({ ...signIn, ROPGProvider: 'Azure_v2', ROPGTenant: 'own' }).secret.value).toBe('sign-in')
})

it('a secret goes with its own client: that of the sign-in is not sent with another client', () => {
  const secret = { OIDCClientSecret: 'sign-in' }
  expect(planOf({ ...entra, ...secret }).secret.value).toBe('sign-in')
  expect(planOf({ ...entra, ...secret, OIDCROPGID: 'app' }).secret.value).toBe('sign-in')
  expect(planOf({ ...entra, ...secret, OIDCROPGID: 'other' }).secret.value).toBe('')
  expect(planOf({ ...entra, ...secret, OIDCROPGID: 'other', ROPGClientSecret: 'own' }).secret.value).toBe(
    'own',
  )
})

it('Self Service+ has a provider, tenant, client and codes of its own', () => {
  const idp = {
    Provider: 'OneLogin',
    TenantID: 'acme',
    ROPGID: 'menu',
    SuccessCodes: 'MFA',
    ClientSecret: 's',
  }
  expect(passwordPlan(settingsOf(entra, { IdPSettings: idp }), 'connect')).toMatchObject({
    provider: 'OneLogin',
    clientId: { value: 'menu', domain: 'com.jamf.connect', path: ['IdPSettings', 'ROPGID'] },
    address: { url: 'https://acme.onelogin.com/oidc/2/.well-known/openid-configuration' },
    successCodes: ['MFA'],
    secret: { value: 's' },
  })
})
