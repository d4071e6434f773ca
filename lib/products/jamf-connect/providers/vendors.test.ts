import fc from 'fast-check'
import { expect, test } from 'vitest'
import { settingsOf } from '../../../schema/fixtures/settings'
import { contextOf, seenFrom } from '../context'
import { passwordProviderBehind, providerBehind } from './provider-behind'
import { vendorSources } from './vendor-sources'
import { traitsOf, vendorAt, vendorOf, vendors } from './vendors'

const WELL_KNOWN = '/.well-known/openid-configuration'

test.each([
  ['https://login.microsoftonline.com/contoso.example/v2.0', 'EntraID'],
  ['https://LOGIN.microsoftonline.us/common', 'EntraID'],
  ['https://login.partner.microsoftonline.cn/t/v2.0', 'EntraID'],
  ['https://sts.windows.net/9f2c/', 'EntraID'],
  ['https://fabrikam.ciamlogin.com/9f2c/v2.0', 'EntraID'],
  ['https://fabrikam.b2clogin.com/fabrikam.onmicrosoft.com/B2C_1_signin/v2.0', 'Azure AD B2C'],
  ['https://fabrikam.oktapreview.com', 'Okta-OIDC'],
  ['fabrikam.okta.com', 'Okta-OIDC'],
  [`https://login.fabrikam.test/oauth2/default${WELL_KNOWN}`, 'Okta-OIDC'],
  ['https://accounts.google.com', 'GoogleID'],
  ['https://fabrikam.verify.ibm.com/oidc/endpoint/default', 'IBMCI'],
  ['https://fabrikam.onelogin.com/oidc/2', 'OneLogin'],
  ['https://auth.pingone.eu/7a1d/as', 'PingOne'],
  ['https://oauth.id.jumpcloud.com/', 'JumpCloud'],
  ['https://sso-1f.sso.duosecurity.com/oidc/D1', 'Duo'],
  ['https://fabrikam.eu.auth0.com/', 'Auth0'],
  ['https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab1', 'Cognito'],
  [`https://fs.fabrikam.test/ADFS${WELL_KNOWN}`, 'AD FS'],
  ['https://sso.fabrikam.test/auth/realms/staff', 'Keycloak'],
  ['https://sso.fabrikam.test:8443/realms/staff', 'Keycloak'],
  [`https://sso.fabrikam.test/application/o/macs/${WELL_KNOWN.slice(1)}`, 'authentik'],
  ['https://is.fabrikam.test:9443/oauth2/token', 'WSO2'],
])('the address %s is one of %s', (address, vendor) => {
  expect(vendorAt(address)).toBe(vendor)
})

test.each([
  'https://okta.com.fabrikam.test',
  'https://fabrikam-okta.com.test',
  'https://notokta.com',
  'https://fabrikam.test/?issuer=https://fabrikam.okta.com',
  'https://fabrikam.okta.com@fabrikam.test/',
  'https://fabrikam.test/realms',
  'https://fabrikam.test/adfsproxy',
  'https://%TENANT%.okta.com',
  'okta',
  'ftp://fabrikam.okta.com',
  '',
])('the address %s shows no product', (address) => {
  expect(vendorAt(address)).toBeNull()
})

test('no text makes a vendor up or throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl()), (text) => {
      const found = vendorAt(text)
      expect(found === null || vendors.some(({ vendor }) => vendor === found)).toBe(true)
    }),
  )
})

test('the address counts more than the value of OIDCProvider, and an interface of Okta stays what it is', () => {
  expect(vendorOf('Custom', 'https://a.okta.com')).toBe('Okta-OIDC')
  expect(vendorOf('Okta', 'https://a.okta.com')).toBe('Okta')
  expect(vendorOf('OktaIdentityEngine', 'https://a.okta.com')).toBe('OktaIdentityEngine')
  expect(vendorOf('EntraID', 'https://sso.a.test/realms/b')).toBe('Keycloak')
  expect(vendorOf('PingFederate', 'https://ping.a.test')).toBe('PingFederate')
  expect(vendorOf('Custom', 'https://idp.a.test')).toBeNull()
})

test('each app has the provider that its own address shows', () => {
  const settings = settingsOf({
    login: { OIDCProvider: 'Custom', OIDCDiscoveryURL: `https://a.okta.com${WELL_KNOWN}` },
    connect: {
      IdPSettings: { Provider: 'Custom', DiscoveryURL: `https://sso.a.test/realms/b${WELL_KNOWN}` },
    },
  })
  const context = contextOf(settings)
  expect(providerBehind(context)).toBe('Okta-OIDC')
  expect(providerBehind(seenFrom(context, 'com.jamf.connect'))).toBe('Keycloak')
})

test('the login window checks passwords where ROPGDiscoveryURL or ROPGProvider say, else where people sign in', () => {
  const behind = (values: { [key: string]: string }) =>
    passwordProviderBehind(contextOf(settingsOf({ login: { OIDCProvider: 'EntraID', ...values } })))
  expect(behind({})).toBe('EntraID')
  expect(behind({ ROPGDiscoveryURL: `https://fs.a.test/adfs${WELL_KNOWN}` })).toBe('AD FS')
  expect(behind({ ROPGProvider: 'Custom' })).toBeNull()
  expect(behind({ OIDCProvider: 'OneLogin', ROPGProvider: 'Azure_v2' })).toBe('OneLogin')
  expect(behind({ ROPGProvider: 'Azure_v2' })).toBe('EntraID')
})

test('every vendor has one row with a page it is taken from', () => {
  expect(new Set(vendors.map(({ vendor }) => vendor)).size).toBe(vendors.length)
  for (const { vendor } of vendors) {
    expect(vendorSources[vendor], vendor).toMatch(/^https:\/\/\S+$/)
  }
  expect(traitsOf('OktaIdentityEngine')?.hybrid).toBe(true)
  expect(traitsOf('Keycloak')?.hybrid).toBeUndefined()
  expect(traitsOf('PingFederate')).toBeUndefined()
})
