import { execFileSync } from 'node:child_process'
import { describe, expect, it, test } from 'vitest'
import {
  API,
  canaries,
  configurations,
  ENVIRONMENT,
  each,
  full,
  guides,
  HOSTILE,
  hostile,
  parsed,
  requestOf,
  sent,
  textWith,
} from './fixtures/requests'
import { requestKeys } from './values'

const ADDRESSES = [
  'login/OIDCTenant',
  'login/AuthServer',
  'login/OIDCDiscoveryURL',
  'login/ROPGDiscoveryURL',
  'connect/IdPSettings/TenantID',
  'connect/IdPSettings/OktaAuthServer',
  'connect/IdPSettings/DiscoveryURL',
]

describe.each(Object.entries(configurations))('with a configuration that is %s', (_, configuration) => {
  it.each(each)('%s: %s is whole', (_guide, _id, request) => {
    const text = textWith(configuration, request)
    expect(text).not.toMatch(/undefined|null|\[object/)
    if (request.language === 'json') {
      expect(JSON.parse(text)).toBeTypeOf('object')
    } else if (request.language === 'http') {
      const { start, headers, body } = parsed(text)
      expect(start).toMatch(/^(GET|POST|PUT|PATCH) \/\S+ HTTP\/1\.1$/)
      expect(headers[0]).toMatch(/^Host: [a-z0-9<>.:-]+$/i)
      expect(headers[1]).toMatch(/^Authorization: (Bearer|Basic|SSWS) <[\w-]+>$/)
      expect(headers.slice(2).filter((line) => !/^[\w-]+: [\w/-]+$/.test(line))).toEqual([])
      expect(headers.includes('Content-Type: application/json')).toBe(body !== undefined)
      expect(body === undefined).toBe(request.about.endsWith('It has no body.'))
    } else {
      execFileSync('sh', ['-n'], { input: text })
    }
  })

  it.each(each)('%s: %s asks for no secret and holds none', (_guide, _id, request) => {
    const asked: string[] = []
    const text = request.text((key) => {
      asked.push(key)
      return { ...configuration, ...canaries }[key]
    })
    expect(asked.filter((key) => !requestKeys.some((known) => known === key))).toEqual([])
    expect(text).not.toContain('canary')
  })
})

test('secrets are planted, and no key that requests read is one', () => {
  expect(Object.keys(canaries)).toEqual(
    expect.arrayContaining([
      'login/OIDCClientSecret',
      'login/ROPGClientSecret',
      'connect/IdPSettings/ClientSecret',
    ]),
  )
  expect(requestKeys.filter((key) => key in canaries)).toEqual([])
})

test('ids are unique within a guide, and sources are addresses', () => {
  for (const requests of Object.values(guides)) {
    const ids = requests.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([])
    expect(
      requests.flatMap(({ sources }) => sources.filter(({ url }) => !url.startsWith('https://'))),
    ).toEqual([])
  }
})

test('what is not configured is a placeholder, and the redirect URI what Jamf recommends', () => {
  const { body } = sent('entra', 'graph-application', {})
  expect(body.publicClient.redirectUris).toEqual(['https://127.0.0.1/jamfconnect'])
  expect(body.appRoles).toHaveLength(1)
  expect(body.appRoles[0].value).toBe('<value-of-OIDCAdmin>')
  expect(body.requiredResourceAccess[0].resourceAccess).toHaveLength(1)
  expect(sent('okta-one-application', 'okta-application', {}).headers[0]).toBe(
    'Host: <organization>.okta.com',
  )
  expect(sent('keycloak', 'keycloak-api', {}).start).toBe('POST /admin/realms/<realm>/clients HTTP/1.1')
  expect(sent('pingfederate', 'pingfederate-client', {}).headers[0]).toBe('Host: <host-of-PingFederate>:9999')
})

test('a variable of the MDM is no value that a provider could be told', () => {
  const body = sent('entra', 'graph-application', {
    'login/OIDCRedirectURI': '{{REDIRECT}}',
    'login/OIDCAdmin': '$ADMIN_ROLE\nAdmin',
  }).body
  expect(body.publicClient.redirectUris).toEqual(['https://127.0.0.1/jamfconnect'])
  expect(body.appRoles.map(({ value }: { value: string }) => value)).toEqual(['Admin'])
})

test('Entra ID gets redirect URIs, roles and permissions as they are configured', () => {
  const { body } = sent('entra', 'graph-application', full)
  expect(body.isFallbackPublicClient).toBe(true)
  expect(body.publicClient.redirectUris).toEqual(['https://127.0.0.1/own', 'jamfconnect://loggedin'])
  expect(body.appRoles.map(({ value }: { value: string }) => value)).toEqual([
    'Mac administrators',
    'Help desk',
    'Shared',
  ])
  expect(new Set(body.appRoles.map(({ id }: { id: string }) => id)).size).toBe(3)
  expect(body.requiredResourceAccess[0].resourceAccess).toHaveLength(3)
  expect(sent('entra', 'graph-service-principal', full).body).toEqual({ appId: full['login/OIDCClientID'] })
  expect(sent('entra', 'graph-consent', full).body.scope).toBe('User.Read email profile')
})

test('with Conditional Access, the API is that of the configured scope', () => {
  const guide = 'entra-conditional-access'
  expect(sent(guide, 'graph-api', full).body).toEqual({
    displayName: 'Jamf Connect API',
    signInAudience: 'AzureADMyOrg',
  })
  const scope = sent(guide, 'graph-api-scope', full).body
  expect(scope.identifierUris).toEqual([`api://${API}`])
  expect(scope.api.oauth2PermissionScopes[0]).toMatchObject({
    value: 'passwords',
    type: 'Admin',
    isEnabled: true,
  })
  const asked = sent(guide, 'graph-application', full).body.requiredResourceAccess
  expect(asked[1].resourceAppId).toBe(API)
  expect(asked[1].resourceAccess[0].id).toBe(scope.api.oauth2PermissionScopes[0].id)
  expect(sent(guide, 'graph-api-service-principal', full).body).toEqual({ appId: API })
  expect(sent(guide, 'graph-api-consent', full).body.scope).toBe('passwords')
  expect(sent(guide, 'graph-policy', full).body.conditions.applications.excludeApplications[1]).toBe(API)
})

test.each([
  ['acme', 'acme.okta.com', 'ORG_URL'],
  ['https://acme-admin.okta.com/', 'acme.okta.com', 'ORG_URL'],
  ['acme.oktapreview.com', 'acme.oktapreview.com', 'ORG_URL'],
  ['https://login.acme.example/oauth2/default', 'login.acme.example', 'CUSTOM_URL'],
  ['https://user:canary@acme.okta.com', 'acme.okta.com', 'ORG_URL'],
  ['login.microsoftonline.com', '<organization>.okta.com', 'ORG_URL'],
  [API, '<organization>.okta.com', 'ORG_URL'],
  ['ac$(id)me', '<organization>.okta.com', 'ORG_URL'],
  ['https://acme.example/realms/staff', '<organization>.okta.com', 'ORG_URL'],
])('the organization of Okta in %s is %s', (tenant, host, issuer) => {
  const configuration = { ...full, 'login/OIDCTenant': tenant }
  const { headers, body } = sent('okta-one-application', 'okta-application', configuration)
  expect(headers[0]).toBe(`Host: ${host}`)
  expect(body.settings.oauthClient.issuer_mode).toBe(issuer)
  expect(sent('okta-one-application', 'okta-grant', configuration).body.issuer).toBe(`https://${host}`)
})

test('each application of Okta has the grants of its task', () => {
  const grants = (guide: string, id: string) => sent(guide, id, full).body.settings.oauthClient
  expect(grants('okta-one-application', 'okta-application').grant_types).toContain('password')
  expect(grants('okta-two-applications', 'okta-password-application').grant_types).toContain('password')
  expect(grants('okta-two-applications', 'okta-sign-in-application').grant_types).not.toContain('password')
  const engine = grants('okta-identity-engine', 'okta-interaction-application')
  expect(engine.grant_types).toEqual(['authorization_code', 'interaction_code', 'refresh_token'])
  expect(engine.redirect_uris).toEqual(['https://127.0.0.1/own', 'jamfconnect://loggedin'])
})

test('the other providers get host, client and claim from the configuration', () => {
  const at = (address: string) => ({ ...full, 'login/OIDCDiscoveryURL': address })
  const keycloak = sent('keycloak', 'keycloak-api', at('https://id.acme.example/auth/realms/Mac%20staff/x'))
  expect(keycloak.start).toBe('POST /auth/admin/realms/Mac%20staff/clients HTTP/1.1')
  expect(keycloak.headers[0]).toBe('Host: id.acme.example')
  expect(keycloak.body).toEqual(JSON.parse(textWith(full, requestOf('keycloak', 'keycloak-import'))))
  expect(keycloak.body.clientId).toBe(full['login/OIDCClientID'])
  expect(keycloak.body.protocolMappers[0].config['claim.name']).toBe('teams')
  const federate = sent('pingfederate', 'pingfederate-client', at('https://sso.acme.example:9031/x'))
  expect(federate.headers[0]).toBe('Host: sso.acme.example:9999')
  expect(federate.body.clientId).toBe(full['login/OIDCClientID'])
  const one = sent('pingone', 'pingone-application', at(`https://auth.pingone.eu/${ENVIRONMENT}/as/x`))
  expect(one.start).toBe(`POST /v1/environments/${ENVIRONMENT}/applications HTTP/1.1`)
  expect(one.headers[0]).toBe('Host: api.pingone.eu')
  expect(sent('auth0', 'auth0-application', at('https://acme.eu.auth0.com/x')).headers[0]).toBe(
    'Host: acme.eu.auth0.com',
  )
  expect(sent('onelogin', 'onelogin-application', { 'login/OIDCTenant': 'acme' }).headers[0]).toBe(
    'Host: acme.onelogin.com',
  )
})

test.each([
  ['entra', 'graph-application', 'publicClient.redirectUris.0'],
  ['okta-one-application', 'okta-application', 'settings.oauthClient.redirect_uris.0'],
  ['keycloak', 'keycloak-api', 'redirectUris.0'],
  ['pingfederate', 'pingfederate-client', 'redirectUris.0'],
  ['pingone', 'pingone-application', 'redirectUris.0'],
  ['onelogin', 'onelogin-application', 'configuration.redirect_uri'],
  ['auth0', 'auth0-application', 'callbacks.0'],
])('%s: a hostile redirect URI stands in its member as it is', (guide, id, member) => {
  const { headers, body } = sent(guide, id, hostile)
  expect(body).toHaveProperty(member, hostile['login/OIDCRedirectURI'])
  expect(headers.join()).not.toContain('evil')
})

test('hostile roles and claims stand in their members as they are', () => {
  const roles = sent('entra', 'graph-application', hostile).body.appRoles
  expect(roles.map(({ value }: { value: string }) => value)).toEqual([HOSTILE, "'; rm -rf / #", 'JSON'])
  const mapper = sent('keycloak', 'keycloak-api', hostile).body.protocolMappers[0]
  expect(mapper.config['claim.name']).toBe(hostile['login/OIDCAdminAttribute'])
  for (const key of ADDRESSES) {
    expect(sent('okta-one-application', 'okta-grant', { [key]: hostile[key] ?? '' }).body.issuer).toBe(
      'https://<organization>.okta.com',
    )
  }
})
