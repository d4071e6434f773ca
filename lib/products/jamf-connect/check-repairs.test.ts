import { expect, test } from 'vitest'
import { type Plain, settingsOf } from '../../schema/fixtures/settings'
import { checkSettings } from '../check'

type Keys = { readonly [key: string]: Plain }

const told = (domains: { readonly [domain: string]: Keys }) => checkSettings(settingsOf(domains))
const offered = (domains: { readonly [domain: string]: Keys }, rule: string) =>
  told(domains).filter((issue) => issue.rule === rule && issue.repair !== undefined)
const rulesOf = (domains: { readonly [domain: string]: Keys }) => told(domains).map(({ rule }) => rule)

test('a value that is written badly and meant differently is not overwritten with that of the other app', () => {
  const TenantID = 'northwind'
  const oneLogin = {
    login: { OIDCProvider: 'OneLogin', OIDCTenant: 'https://contoso.onelogin.com' },
    connect: { IdPSettings: { Provider: 'OneLogin', TenantID } },
  }
  expect(offered(oneLogin, 'identifier-form').map(({ repair }) => repair?.title)).toEqual(['Use contoso'])
  expect(rulesOf(oneLogin)).toContain('linked-keys-differ')
  expect(offered(oneLogin, 'linked-keys-differ')).toEqual([])
  const spaced = {
    login: { OIDCProvider: 'PingFederate', OIDCROPGID: 'macs ' },
    connect: { IdPSettings: { Provider: 'PingFederate', ROPGID: 'macs' } },
  }
  expect(rulesOf(spaced)).not.toContain('linked-keys-differ')
})

test('no repair takes the last key of a payload where an error would come of it', () => {
  const codes = { login: { ROPGSuccessCodes: ['Wrong email or password.'] } }
  expect(rulesOf(codes)).toContain('every-password-passes')
  const left = told(codes).flatMap(({ repair }) => repair?.edits ?? [])
  expect(left.filter(({ path, value }) => path.length === 1 && value === null)).toEqual([])
  const enrolls = {
    login: { EnrollmentUserName: '$EMAIL' },
    connect: {
      IdPSettings: { Provider: 'OneLogin', TenantID: 'northwind', ROPGID: 'a1', SuccessCodes: ['MFA'] },
    },
  }
  expect(offered(enrolls, 'not-applicable')).toEqual([])
  const more = { ...enrolls, login: { ...enrolls.login, OIDCProvider: 'OneLogin', OIDCClientID: 'a1' } }
  expect(offered(more, 'not-applicable').length).toBe(1)
})

test('a menu bar profile for Google is not asked for keys of a login window that it does not set up', () => {
  const connect = { IdPSettings: { Provider: 'GoogleID' } }
  expect(rulesOf({ connect })).not.toContain('google-password')
  expect(rulesOf({ connect, login: { LicenseFile: 'bGljZW5zZQ==' } })).not.toContain('google-password')
  expect(rulesOf({ connect, login: { OIDCProvider: 'GoogleID', OIDCClientID: 'x' } })).toContain(
    'google-password',
  )
})

test('success codes are judged by the provider behind the app that lists them', () => {
  const bar = (DiscoveryURL: string, code: string) =>
    rulesOf({
      connect: { IdPSettings: { Provider: 'Custom', DiscoveryURL, ROPGID: 'a', SuccessCodes: [code] } },
    })
  const document = '/.well-known/openid-configuration'
  const keycloak = `https://id.northwind.test/realms/staff${document}`
  expect(bar(`https://northwind.au.auth0.com${document}`, 'mfa_required')).not.toContain(
    'unknown-success-code',
  )
  expect(bar(`https://northwind.onelogin.com/oidc/2${document}`, 'MFA')).not.toContain('unknown-success-code')
  expect(bar(keycloak, 'Account is not fully set up')).not.toContain('unknown-success-code')
  expect(bar(keycloak, 'MFA')).toContain('unknown-success-code')
  expect(bar(`https://northwind.au.auth0.com${document}`, 'Account is not fully set up')).toContain(
    'unknown-success-code',
  )
})

test('Okta by OpenID Connect needs no client for the check where the sign-in page hands the password over', () => {
  const login = { OIDCProvider: 'Okta-OIDC', OIDCClientID: '0oa7', OIDCTenant: 'northwind.okta.com' }
  const needed = (more: Keys) =>
    told({ login: { ...login, ...more } }).some(
      ({ rule, path }) => rule === 'required-key' && path[0] === 'OIDCROPGID',
    )
  expect(needed({})).toBe(true)
  expect(needed({ OIDCUsePassthroughAuth: false })).toBe(true)
  expect(needed({ OIDCUsePassthroughAuth: true })).toBe(false)
})
