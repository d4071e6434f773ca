import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DISCOVERY_PATH, discoveryDocumentOf, isOtherPlace, missingPath } from './discovery-address'

const hex = (length: number) =>
  fc
    .array(fc.constantFrom(...'0123456789abcdef'), { minLength: length, maxLength: length })
    .map((all) => all.join(''))
const guid = fc.tuple(hex(8), hex(4), hex(4), hex(4), hex(12)).map((parts) => parts.join('-'))
const name = fc.stringMatching(/^[a-z][a-z0-9]{2,8}$/)
const tenant = fc.oneof(
  guid,
  name.map((each) => `${each}.example`),
  fc.constantFrom('common', 'organizations'),
)
const port = fc.constantFrom('', ':443', ':8443')
const host = fc.tuple(name, port).map(([each, at]) => `https://${each}.fabrikam.test${at}`)
const part = fc.constantFrom('authorize', 'token', 'logout')

/** An address of a product, and the issuer that its documents give for it. */
type Shown = readonly [address: string, issuer: string]
const built = <T extends unknown[]>(
  parts: { [K in keyof T]: fc.Arbitrary<T[K]> },
  shown: (...values: T) => Shown,
): fc.Arbitrary<Shown> => (fc.tuple(...parts) as unknown as fc.Arbitrary<T>).map((values) => shown(...values))

const entra = fc
  .tuple(
    fc.constantFrom('login.microsoftonline.com', 'login.microsoftonline.us', 'fabrikam.ciamlogin.com'),
    port,
  )
  .map(([each, at]) => `https://${each}${at}`)
const b2c = fc.tuple(name, port).map(([each, at]) => `https://${each}.b2clogin.com${at}`)
const flow = name.map((each) => `B2C_1_${each}`)
const okta = name.map((each) => `https://${each}.okta.com`)
const server = fc.oneof(
  fc.constant('default'),
  hex(17).map((id) => `aus${id}`),
)
const region = fc.constantFrom('eu', 'com', 'asia')

const products: readonly fc.Arbitrary<Shown>[] = [
  built([entra, tenant, part], (at, id, end) => [`${at}/${id}/oauth2/v2.0/${end}`, `${at}/${id}/v2.0`]),
  built([entra, tenant, part], (at, id, end) => [`${at}/${id}/oauth2/${end}`, `${at}/${id}`]),
  built([entra, tenant], (at, id) => [`${at}/${id}/discovery/v2.0/keys`, `${at}/${id}/v2.0`]),
  built([entra, tenant], (at, id) => [`${at}/${id}`, `${at}/${id}/v2.0`]),
  built([guid], (id) => [`https://sts.windows.net/${id}/`, `https://sts.windows.net/${id}`]),
  built([b2c, tenant, flow, part], (at, id, by, end) => [
    `${at}/${id}/${by}/oauth2/v2.0/${end}`,
    `${at}/${id}/${by}/v2.0`,
  ]),
  built([b2c, guid, flow], (at, id, by) => [`${at}/tfp/${id}/${by}/v2.0/`, `${at}/tfp/${id}/${by}/v2.0`]),
  built([okta, part], (at, end) => [`${at}/oauth2/v1/${end}`, at]),
  built([okta, server, part], (at, id, end) => [`${at}/oauth2/${id}/v1/${end}`, `${at}/oauth2/${id}`]),
  built([host, server, part], (at, id, end) => [`${at}/oauth2/${id}/v1/${end}`, `${at}/oauth2/${id}`]),
  built([fc.constantFrom('/o/oauth2/v2/auth', '/')], (end) => [
    `https://accounts.google.com${end}`,
    'https://accounts.google.com',
  ]),
  built([fc.constant(0)], (_) => ['https://oauth2.googleapis.com/token', 'https://accounts.google.com']),
  built([name, part], (at, end) => [
    `https://${at}.verify.ibm.com/oidc/endpoint/default/${end}`,
    `https://${at}.verify.ibm.com/oidc/endpoint/default`,
  ]),
  built([name, fc.constantFrom('', '/', '/oidc/2', '/oidc/2/auth', '/oidc/2/certs')], (at, end) => [
    `https://${at}.onelogin.com${end}`,
    `https://${at}.onelogin.com/oidc/2`,
  ]),
  built([region, guid, fc.constantFrom('', '/as', '/as/authorize', '/as/jwks')], (at, id, end) => [
    `https://auth.pingone.${at}/${id}${end}`,
    `https://auth.pingone.${at}/${id}/as`,
  ]),
  built([host, fc.constantFrom('authorization', 'token', 'introspect')], (at, end) => [
    `${at}/as/${end}.oauth2`,
    at,
  ]),
  built([fc.constantFrom('/oauth2/auth', '/oauth2/token', '/')], (end) => [
    `https://oauth.id.jumpcloud.com${end}`,
    'https://oauth.id.jumpcloud.com',
  ]),
  built([name, name, part], (at, id, end) => [
    `https://${at}.sso.duosecurity.com/oidc/${id}/${end}`,
    `https://${at}.sso.duosecurity.com/oidc/${id}`,
  ]),
  built([name, fc.constantFrom('/authorize', '/oauth/token', '/userinfo', '/')], (at, end) => [
    `https://${at}.eu.auth0.com${end}`,
    `https://${at}.eu.auth0.com`,
  ]),
  built([name, fc.constantFrom('', '/', '/.well-known/jwks.json')], (id, end) => [
    `https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_${id}${end}`,
    `https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_${id}`,
  ]),
  built([host, fc.constantFrom('', '/', '/oauth2/authorize', '/ls/', '/services/trust')], (at, end) => [
    `${at}/adfs${end}`,
    `${at}/adfs`,
  ]),
  built(
    [host, name, fc.constantFrom('', '/auth'), fc.constantFrom('auth', 'token', 'certs')],
    (at, id, old, end) => [
      `${at}${old}/realms/${id}/protocol/openid-connect/${end}`,
      `${at}${old}/realms/${id}`,
    ],
  ),
  built([host, name, fc.constantFrom('realms/', '')], (at, id, old) => [
    `${at}/admin/master/console/#/${old}${id}/clients`,
    `${at}/realms/${id}`,
  ]),
  built([host, name], (at, id) => [
    `${at}/am/oauth2/realms/root/realms/${id}/authorize`,
    `${at}/am/oauth2/realms/root/realms/${id}`,
  ]),
  built([host, name, fc.constantFrom('', '/', '/jwks/')], (at, id, end) => [
    `${at}/application/o/${id}${end}`,
    `${at}/application/o/${id}`,
  ]),
  built([name, part], (id, end) => [
    `https://api.asgardeo.io/t/${id}/oauth2/${end === 'token' ? 'jwks' : end}`,
    `https://api.asgardeo.io/t/${id}/oauth2/token`,
  ]),
  // A provider that nothing is known of: its issuer is what is written, if that is no endpoint.
  built([host, fc.constantFrom('', '/', '/oidc', '/tenants/a/')], (at, end) => [
    `${at}${end}`,
    `${at}${end.replace(/\/$/, '')}`,
  ]),
]

const query = fc.constantFrom(
  '',
  '?p=B2C_1_signin',
  '?appid=6731de76-14a6-49ae-97bc-6eba6914391e',
  '?a=1&b=%20x',
)
const shown = fc.oneof(...products)

/** The address with a query, which stands in front of a fragment. */
const withQuery = (address: string, behind: string) => address.replace(/(?=#)|$/, behind)

test('an address of an endpoint, a console or an issuer becomes that of the document of its issuer', () => {
  fc.assert(
    fc.property(shown, query, ([address, issuer], behind) => {
      const asked = withQuery(address, behind)
      expect(discoveryDocumentOf(asked)).toBe(`${issuer}${DISCOVERY_PATH}${behind}`)
    }),
    { numRuns: 2000 },
  )
})

test('the address of a document is left as it is, and so is what was derived', () => {
  fc.assert(
    fc.property(shown, query, ([, issuer], behind) => {
      const document = `${issuer}${DISCOVERY_PATH}${behind}`
      expect(discoveryDocumentOf(document)).toBe(document)
    }),
    { numRuns: 1000 },
  )
})

test('a document path that is misspelt, doubled, in capitals, or of the keys beside it is set right', () => {
  const misspelt = fc.constantFrom(
    '/.Well-Known/openid-configuration',
    '/.well-known/OpenID-Configuration',
    '/.well-known/openid-configuration/',
    '/.well-known/openid-config',
    '/.well-known/openid_configuration',
    '/well-known/openid-configuration',
    '/.well-known/openid-configuration.json',
    '/.well-known/',
    '/.well-known/jwks.json',
    '/.well-known/oauth-authorization-server',
    '//.well-known/openid-configuration',
    '/%2Ewell-known/openid-configuration',
    `${DISCOVERY_PATH}${DISCOVERY_PATH}`,
    '/openid-configuration',
  )
  fc.assert(
    fc.property(shown, misspelt, query, ([, issuer], end, behind) => {
      expect(discoveryDocumentOf(`${issuer}${end}${behind}`)).toBe(`${issuer}${DISCOVERY_PATH}${behind}`)
    }),
    { numRuns: 2000 },
  )
})

test('an address that is once derived stays, whatever it began with', () => {
  const paths = fc.array(
    fc.oneof(
      name,
      fc.constantFrom('oauth2', 'v2.0', 'realms', 'adfs', '.well-known', 'authorize', 'admin', 'as', ''),
    ),
    { maxLength: 6 },
  )
  fc.assert(
    fc.property(fc.oneof(host, entra, okta, b2c), paths, query, (at, steps, behind) => {
      const once = discoveryDocumentOf(`${at}/${steps.join('/')}${behind}`)
      expect(once === null || discoveryDocumentOf(once) === once).toBe(true)
      expect(once === null || once.endsWith(behind)).toBe(true)
    }),
    { numRuns: 3000 },
  )
})

test.each([
  'https://idp.fabrikam.test/authorize',
  'https://idp.fabrikam.test/oauth2/token',
  'https://idp.fabrikam.test/login?client_id=a&response_type=code',
  'https://idp.fabrikam.test/admin/console/',
  'https://idp.fabrikam.test/signin.aspx',
  'https://idp.fabrikam.test/#/dashboard',
  'https://idp.fabrikam.test/.well-known/webfinger',
  'https://sso.fabrikam.test/admin/master/console/',
  'https://sso.fabrikam.test/application/o/authorize/',
  'https://login.microsoftonline.com/',
  'https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade',
  'https://portal.azure.com/',
  'https://fabrikam.b2clogin.com/fabrikam.onmicrosoft.com',
  'https://graph.microsoft.com/oidc/userinfo',
  'https://manage.auth0.com/dashboard/eu/fabrikam',
  'https://console.cloud.google.com/apis/credentials?project=a',
  'https://fabrikam.okta.com/app/UserHome',
  'https://fabrikam.verify.ibm.com/ui/admin',
  'https://fabrikam.onelogin.com/admin2/apps',
  'https://fabrikam.auth.eu-west-1.amazoncognito.com/oauth2/authorize',
  'fabrikam.okta.com',
  '',
])('%s shows no issuer', (address) => {
  expect(discoveryDocumentOf(address)).toBeNull()
})

test.each([
  ['https://https://sso.fabrikam.test/realms/mac', 'https://sso.fabrikam.test/realms/mac'],
  ['http://https://sso.fabrikam.test/realms/mac/', 'https://sso.fabrikam.test/realms/mac'],
  ['https:https://sso.fabrikam.test/adfs', 'https://sso.fabrikam.test/adfs'],
  ['https://abc0123.my.idaptive.app/OAuth2/Authorize/jamf', 'https://abc0123.my.idaptive.app/jamf'],
  ['https://abc0123.my.idaptive.app/jamf', 'https://abc0123.my.idaptive.app/jamf'],
])('%s leads to the document of one issuer', (address, issuer) => {
  expect(discoveryDocumentOf(address)).toBe(`${issuer}${DISCOVERY_PATH}`)
})

test.each([
  ['https://adfs.fabrikam.test', 'AD FS'],
  ['https://sso-keycloak.fabrikam.test/', 'Keycloak'],
  ['https://authentik.fabrikam.test', 'authentik'],
  ['https://abc0123.my.idaptive.app', 'Idaptive'],
])('%s lacks a path, so no document is put at the root of the host', (address, product) => {
  expect(discoveryDocumentOf(address)).toBeNull()
  expect(missingPath(address)?.product).toBe(product)
  expect(missingPath(`${address.replace(/\/$/, '')}${DISCOVERY_PATH}`)?.product).toBe(product)
})

test.each([
  'https://adfs.fabrikam.test/adfs',
  'https://keycloak.fabrikam.test/realms/mac',
  'https://sso.fabrikam.test',
  'https://adfsomething.fabrikam.test',
])('%s lacks none that is known', (address) => {
  expect(missingPath(address)).toBeNull()
})

test.each([
  ['https://login.microsoftonline.com/fabrikam.example/oauth2/v2.0/authorize', true],
  ['https://sso.fabrikam.test/admin/master/console/#/staff/clients', true],
  ['https://fabrikam.okta.com/oauth2/v1/token', true],
  ['https://login.microsoftonline.com/fabrikam.example/v2.0', false],
  ['https://login.microsoftonline.com/fabrikam.example', false],
  ['https://sso.fabrikam.test/realms/mac', false],
  ['https://fabrikam.onelogin.com', false],
  ['https://sso.fabrikam.test/documents/mac.json', false],
  [`https://sso.fabrikam.test${DISCOVERY_PATH}`, false],
])('that %s is an endpoint or a console: %s', (address, other) => {
  expect(isOtherPlace(address)).toBe(other)
})

test.each([
  'https://sso.acme.example/https://other.example/.well-known/openid-configuration',
  'https://sso.acme.example/http:/other.example/realms/acme',
])('two addresses in one, %s, lead to no document', (address) => {
  expect(discoveryDocumentOf(address)).toBeNull()
})
