import { describe, expect, test } from 'vitest'
import { settingsOf } from '../../../schema/fixtures/settings'
import { validate } from '../../check'

const keys = {
  OIDCProvider: (value: string) => ({ login: { OIDCProvider: value } }),
  'IdPSettings/Provider': (value: string) => ({ connect: { IdPSettings: { Provider: value } } }),
}

/** What is said of a provider's value: the message, and the value that the repair sets. */
function said(domains: Parameters<typeof settingsOf>[0]) {
  const issue = validate(settingsOf(domains)).find(({ rule }) => rule === 'unknown-choice')
  const value = issue?.repair?.edits[0]?.value
  return { message: issue?.message, repair: value?.type === 'string' ? value.value : undefined }
}

describe.each(Object.entries(keys))('%s', (name, of) => {
  test.each([
    ['Entra', 'EntraID'],
    ['Azure AD', 'EntraID'],
    ['Microsoft Entra ID', 'EntraID'],
    ['azure', 'EntraID'],
    ['Google', 'GoogleID'],
    ['Google Workspace', 'GoogleID'],
    ['OIE', 'OktaIdentityEngine'],
    ['Okta Classic', 'Okta'],
    ['one-login', 'OneLogin'],
    ['IBM Verify', 'IBMCI'],
    ['Ping', 'PingFederate'],
    ['OpenID Connect', 'Custom'],
  ])('%s is told to be unknown, with the value that was meant and its repair', (text, value) => {
    const { message, repair } = said(of(text))
    expect(message).toContain(
      `${name} is "${text}", which Jamf Connect does not know. It takes ${value} for `,
    )
    expect(repair).toBe(value)
  })

  test('Okta over OpenID Connect is repaired to the spelling of this app', () => {
    expect(said(of('okta_oidc')).repair).toBe(name === 'OIDCProvider' ? 'Okta-OIDC' : 'Okta OIDC')
  })

  test.each(['Keycloak', 'ADFS', 'Auth0', 'Amazon Cognito', 'CyberArk'])(
    '%s is reached as Custom, and its password check is not promised',
    (text) => {
      const { message, repair } = said(of(text))
      expect(message).toMatch(/is reached as Custom.* only where it allows the password grant/)
      expect(repair).toBe('Custom')
    },
  )

  test.each(['JumpCloud', 'Authentik', 'PingOne'])(
    '%s is reached as Custom and has no password check',
    (text) => {
      expect(said(of(text)).message).toMatch(/is reached as Custom.* has no password check/)
      expect(said(of(text)).repair).toBe('Custom')
    },
  )

  test('Duo is said to be no provider by itself, and nothing is put in its place', () => {
    expect(said(of('Duo')).message).toMatch(/no identity provider.*Duo Single Sign-On/)
    expect(said(of('Duo')).repair).toBeUndefined()
  })

  test('what resembles nothing gets the list, and what is right nothing', () => {
    expect(said(of('Entrust')).message).toMatch(/It takes EntraID, Okta/)
    expect(said(of('Entrust')).repair).toBeUndefined()
    expect(said(of('Azure')).message).toBeUndefined()
    expect(said(of('$IDP')).message).toBeUndefined()
  })
})

test('the provider of hybrid identity has values of its own', () => {
  expect(said({ login: { OIDCProvider: 'EntraID', ROPGProvider: 'AzureAD' } }).repair).toBe('Azure_v2')
  expect(said({ login: { OIDCProvider: 'EntraID', ROPGProvider: 'AD FS' } }).repair).toBe('Custom')
})

test('no other choice is taken for that of a provider', () => {
  expect(said({ connect: { Appearance: { UITheme: 'google' } } }).message ?? '').not.toMatch(/GoogleID/)
})
