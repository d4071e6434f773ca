import { expect, test } from 'vitest'
import { type Plain, settingsOf } from '../../../schema/fixtures/settings'
import { mended } from '../../../schema/mend'
import { checkSettings } from '../../check'

type Values = { readonly [key: string]: Plain }
const said = (login: Values, connect?: Values) =>
  checkSettings(settingsOf(connect ? { login, connect } : { login }))
const about = (key: string, login: Values, connect?: Values) =>
  said(login, connect).filter(({ path }) => path.join('/') === key)

test('no client for a password check is missed where the login window makes none', () => {
  const providers: Values[] = [
    { OIDCProvider: 'Okta-OIDC', OIDCTenant: 'northwind.okta.com' },
    { OIDCProvider: 'EntraID', OIDCTenant: 'northwind.test' },
    { OIDCProvider: 'OneLogin', OIDCTenant: 'northwind' },
    { OIDCProvider: 'Custom', OIDCDiscoveryURL: 'https://sso.northwind.test/realms/a' },
  ]
  for (const provider of providers) {
    expect(about('OIDCROPGID', provider).length, String(provider.OIDCProvider)).toBe(1)
    expect(about('OIDCROPGID', { ...provider, OIDCNewPassword: true })).toEqual([])
  }
  for (const address of [
    'https://oauth.id.jumpcloud.com/.well-known/openid-configuration',
    'https://sso.northwind.test/application/o/macs/.well-known/openid-configuration',
    'https://auth.pingone.eu/8f0e6c1b-0d2a-4b7e-9a35-c64d1f20b7e9/as/.well-known/openid-configuration',
  ]) {
    expect(about('OIDCROPGID', { OIDCProvider: 'Custom', OIDCDiscoveryURL: address })).toEqual([])
  }
})

test('success codes are missed by nobody who may have no second factor, and MFA is a word of OneLogin', () => {
  const rules = (provider: Values, codes?: string[]) =>
    about('ROPGSuccessCodes', { ...provider, ...(codes ? { ROPGSuccessCodes: codes } : {}) }).map(
      ({ rule }) => rule,
    )
  expect(rules({ OIDCProvider: 'OneLogin' })).toEqual([])
  expect(rules({ OIDCProvider: 'OneLogin' }, ['MFA'])).toEqual([])
  for (const provider of [
    { OIDCProvider: 'EntraID' },
    { OIDCProvider: 'PingFederate' },
    { OIDCProvider: 'Custom', OIDCDiscoveryURL: 'https://sso.northwind.test/realms/a' },
    { OIDCProvider: 'Custom', OIDCDiscoveryURL: 'https://northwind.eu.auth0.com' },
  ]) {
    expect(rules(provider, ['MFA'])).toEqual(['unknown-success-code'])
  }
})

test('scopes for the roles of Okta Identity Engine are mended with spaces, whatever stood between them', () => {
  for (const OIDCScopes of ['openid,profile,groups', 'openid%20profile%20groups', 'openid;profile+groups']) {
    const login = { OIDCProvider: 'OktaIdentityEngine', OIDCAdmin: ['it'], OIDCScopes }
    const [issue, ...more] = about('OIDCScopes', login)
    expect(more).toEqual([])
    expect(issue?.message).not.toContain('+')
    expect(issue?.repair?.edits[0]?.value).toEqual({ type: 'string', value: 'openid profile groups' })
    const after = issue?.repair && mended(settingsOf({ login }), issue.repair)
    expect(checkSettings(after ?? new Map()).filter(({ path }) => path[0] === 'OIDCScopes')).toEqual([])
  }
})

test('a path is repaired where the file that was meant is plain', () => {
  const meant = (path: string) =>
    about('LoginLogo', { OIDCProvider: 'Okta', LoginLogo: path })[0]?.repair?.edits[0]?.value
  const text = (value: string) => ({ type: 'string', value })
  expect(meant('/Library/Our\\ Firm/a\\&b.png')).toEqual(text('/Library/Our Firm/a&b.png'))
  expect(meant('\\Library\\Firm\\logo.png')).toEqual(text('/Library/Firm/logo.png'))
  for (const unclear of [
    '/Library/Firm\\logo.png',
    'D:\\logo.png',
    '\\\\server\\share\\logo.png',
    'a\\b.png',
  ]) {
    expect(meant(unclear), unclear).toBeUndefined()
  }
})

test('one cause is told once: keys for roles of Okta under another provider, and its secret', () => {
  const entra = { OIDCProvider: 'EntraID', OIDCAdminClientID: 'a' }
  expect(about('OIDCAdminClientID', entra).map(({ rule }) => rule)).toEqual(['not-applicable'])
  const okta = { OIDCProvider: 'Okta', AuthServer: 'northwind.okta.com', OIDCClientSecret: 'a' }
  expect(about('OIDCClientSecret', okta).map(({ rule }) => rule)).toEqual(['not-applicable'])
})
