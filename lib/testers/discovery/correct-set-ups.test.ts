import { expect, test } from 'vitest'
import type { Finding } from '../../api/report'
import { openEgress } from '../../egress/open-egress'
import { egressPolicy } from '../../egress/policy'
import { settingsOf } from '../../schema/fixtures/settings'
import { runChecks } from '../run-checks'
import { contentChecks } from './content-checks'
import type { DiscoveryContext } from './context'
import { readMetadata } from './metadata'
import { discoveryContext } from './test-discovery'

const tenant = '8d0b6e47-5c12-4fa3-b9d8-03e7a61f52c4'
const signed = { id_token_signing_alg_values_supported: ['RS256'] }

/** Documents as the products write them, short: what Jamf Connect has no use for is left out. */
const documents = {
  entra: {
    ...signed,
    issuer: `https://login.microsoftonline.com/${tenant}/v2.0`,
    authorization_endpoint: `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/authorize`,
    token_endpoint: `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token`,
    jwks_uri: `https://login.microsoftonline.com/${tenant}/discovery/v2.0/keys`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt', 'client_secret_basic'],
    response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    claims_supported: ['sub', 'iss', 'aud', 'exp', 'iat', 'nonce', 'preferred_username', 'name', 'email'],
  },
  'AD FS': {
    ...signed,
    issuer: 'https://FS.Fabrikam.example/adfs',
    authorization_endpoint: 'https://fs.fabrikam.example/adfs/oauth2/authorize/',
    token_endpoint: 'https://fs.fabrikam.example/adfs/oauth2/token/',
    jwks_uri: 'https://fs.fabrikam.example/adfs/discovery/keys',
    token_endpoint_auth_methods_supported: ['client_secret_post', 'windows_client_authentication'],
    response_types_supported: ['code', 'id_token', 'code id_token'],
    grant_types_supported: ['authorization_code', 'refresh_token', 'implicit', 'password'],
    scopes_supported: ['openid', 'email', 'profile', 'allatclaims'],
  },
  JumpCloud: {
    ...signed,
    issuer: 'https://oauth.id.jumpcloud.com/',
    authorization_endpoint: 'https://oauth.id.jumpcloud.com/oauth2/auth',
    token_endpoint: 'https://oauth.id.jumpcloud.com/oauth2/token',
    jwks_uri: 'https://oauth.id.jumpcloud.com/.well-known/jwks.json',
    token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
    response_types_supported: ['code', 'code id_token', 'id_token'],
    grant_types_supported: ['authorization_code', 'implicit', 'client_credentials', 'refresh_token'],
    scopes_supported: ['offline_access', 'offline', 'openid', 'email', 'profile'],
    claims_supported: ['sub'],
  },
  PingOne: {
    ...signed,
    issuer: 'https://auth.pingone.eu/9d2c1f4e-7b60-4a35-8f1d-5e0b7c3a6d28/as',
    authorization_endpoint: 'https://auth.pingone.eu/9d2c1f4e-7b60-4a35-8f1d-5e0b7c3a6d28/as/authorize',
    token_endpoint: 'https://auth.pingone.eu/9d2c1f4e-7b60-4a35-8f1d-5e0b7c3a6d28/as/token',
    jwks_uri: 'https://auth.pingone.eu/9d2c1f4e-7b60-4a35-8f1d-5e0b7c3a6d28/as/jwks',
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    response_types_supported: ['code', 'id_token', 'code id_token'],
    grant_types_supported: ['authorization_code', 'implicit', 'client_credentials', 'refresh_token'],
    scopes_supported: ['openid', 'profile', 'email'],
    code_challenge_methods_supported: ['plain', 'S256'],
  },
  Keycloak: {
    ...signed,
    issuer: 'https://sso.fabrikam.example/realms/macs',
    authorization_endpoint: 'https://sso.fabrikam.example/realms/macs/protocol/openid-connect/auth',
    token_endpoint: 'https://sso.fabrikam.example/realms/macs/protocol/openid-connect/token',
    jwks_uri: 'https://sso.fabrikam.example/realms/macs/protocol/openid-connect/certs',
    token_endpoint_auth_methods_supported: ['private_key_jwt', 'client_secret_basic', 'client_secret_post'],
    response_types_supported: ['code', 'none', 'id_token', 'code id_token'],
    grant_types_supported: ['authorization_code', 'implicit', 'refresh_token', 'password'],
    scopes_supported: ['openid', 'profile', 'email', 'roles', 'groups'],
    code_challenge_methods_supported: ['plain', 'S256'],
  },
} as const

async function judged(document: Record<string, unknown>, base: string, login: Record<string, string> = {}) {
  const settings = settingsOf({
    login: {
      OIDCProvider: 'Custom',
      OIDCClientID: 'macs',
      OIDCDiscoveryURL: `${base}/.well-known/openid-configuration`,
      ...login,
    },
  })
  const context: DiscoveryContext = {
    ...discoveryContext(settings, openEgress({ policy: egressPolicy() }), Date.now),
    metadata: readMetadata(document),
  }
  const outcomes = new Map([['discovery.json', 'passed'] as const])
  const found: Finding[] = []
  for await (const finding of runChecks(contentChecks, context, { outcomes })) {
    found.push(finding)
  }
  return found
}

test.each([
  ['entra', 'https://login.microsoftonline.com/fabrikam.onmicrosoft.com/v2.0', { OIDCROPGID: 'macs' }],
  ['entra', `https://login.microsoftonline.com/${tenant}/v2.0`, { OIDCAdminAttribute: 'roles' }],
  ['AD FS', 'https://fs.fabrikam.example/adfs', { OIDCROPGID: 'macs' }],
  ['JumpCloud', 'https://oauth.id.jumpcloud.com', { OIDCShortName: 'preferred_username' }],
  ['PingOne', 'https://auth.pingone.eu/9d2c1f4e-7b60-4a35-8f1d-5e0b7c3a6d28/as', { OIDCShortName: 'sub' }],
  ['Keycloak', 'https://sso.fabrikam.example/realms/macs', { OIDCROPGID: 'macs' }],
] as const)('a correct set-up for %s at %s passes without a warning', async (name, base, login) => {
  const found = await judged(documents[name], base, login)
  const odd = found.filter(({ outcome }) => outcome === 'failed' || outcome === 'warning')
  expect(odd.map(({ check, title }) => `${check}: ${title}`)).toEqual([])
})

test('what is not known of a provider is a warning still', async () => {
  const base = 'https://id.fabrikam.example'
  const found = await judged({ ...documents.entra, issuer: base }, base)
  expect(found.filter(({ outcome }) => outcome === 'warning').map(({ title }) => title)).toEqual([
    'PKCE with S256 is not listed',
    'Public clients are not listed',
  ])
})

test('a provider that documents no password grant is asked for none', async () => {
  const found = await judged(documents.JumpCloud, 'https://oauth.id.jumpcloud.com', { OIDCROPGID: 'macs' })
  expect(found.find(({ check }) => check === 'discovery.grants')).toMatchObject({
    outcome: 'warning',
    means: expect.stringContaining('JumpCloud documents no password grant'),
  })
})

test('Custom with an address of Okta is judged as Okta is', async () => {
  const base = 'https://fabrikam.okta.com'
  const document = { ...documents.Keycloak, issuer: base, response_types_supported: ['code'] }
  const found = await judged(document, base)
  expect(found.find(({ check }) => check === 'discovery.response-types')).toMatchObject({
    outcome: 'failed',
    title: 'The hybrid flow is not offered',
  })
})

test('a claim in other capital letters is offered in the right ones', async () => {
  const document = { ...documents.Keycloak, claims_supported: ['sub', 'Groups'] }
  const found = await judged(document, document.issuer, { OIDCAdminAttribute: 'groups' })
  expect(found.find(({ check }) => check === 'discovery.claims')).toMatchObject({
    outcome: 'warning',
    remedy: { path: ['OIDCAdminAttribute'], repair: { edits: [{ value: { value: 'Groups' } }] } },
  })
})
