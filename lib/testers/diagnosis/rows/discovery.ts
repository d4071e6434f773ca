import type { DiagnosisRow } from '../row'

const refused = 'discovery-refused'
const KEYCLOAK_REALM =
  'https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/resources/RealmsResource.java'
const KEYCLOAK_SSL = 'https://www.keycloak.org/docs/latest/server_admin/#_ssl_modes'
const NGINX_CERTIFICATE = 'https://nginx.org/en/docs/http/ngx_http_ssl_module.html#errors'
const OKTA_SERVERS = 'https://developer.okta.com/docs/concepts/auth-servers/'
const COGNITO_ISSUER =
  'https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints-oauth-grants.html'

/** What stands in the answer at the address of a discovery document when there is none. */
export const discoveryRefusals: readonly DiagnosisRow[] = [
  {
    id: 'keycloak-realm-unknown',
    provider: 'Keycloak',
    match: { symptom: refused, text: 'realm (does not exist|not found)' },
    verdict: 'not-the-password',
    example: { text: '{"error":"Realm does not exist"}' },
    cause: 'Keycloak has no realm of this name. Names of realms know capital letters.',
    fix: 'Compare the realm in the address with its name in the console.',
    key: 'login/OIDCDiscoveryURL',
    console: 'Keycloak > the list of realms > Realm name',
    source: KEYCLOAK_REALM,
    certainty: 'documented',
  },
  {
    id: 'keycloak-https-required',
    provider: 'Keycloak',
    match: { symptom: refused, text: 'https required' },
    verdict: 'not-the-password',
    example: { text: '{"error":"invalid_request","error_description":"HTTPS required"}' },
    cause:
      'The realm demands HTTPS. The question came over http, or the proxy in front does not tell Keycloak that it came over https.',
    fix: 'Use the https address, and have the proxy send X-Forwarded-Proto.',
    key: 'login/OIDCDiscoveryURL',
    console: 'Keycloak > Realm settings > General > Require SSL',
    source: KEYCLOAK_SSL,
    certainty: 'documented',
  },
  {
    id: 'okta-server-unknown',
    provider: 'Okta-OIDC',
    match: { symptom: refused, text: 'resource not found|authorization server id is invalid' },
    verdict: 'not-the-password',
    example: {
      text: '{"errorCode":"E0000007","errorSummary":"Not found: Resource not found: aus1 (AuthorizationServer)"}',
    },
    cause: 'The Okta organization has no authorization server with the ID in the path.',
    fix: 'Leave out /oauth2/… for the authorization server of the organization, or correct the ID.',
    key: 'login/OIDCDiscoveryURL',
    console: 'Okta Admin Console > Security > API > Authorization Servers',
    source: OKTA_SERVERS,
    certainty: 'inferred',
  },
  {
    id: 'cognito-pool-unknown',
    provider: 'Cognito',
    match: { symptom: refused, text: 'user pool \\S+ does not exist' },
    verdict: 'not-the-password',
    example: { description: 'User pool eu-west-1_Ab1 does not exist.' },
    cause: 'There is no user pool with this ID in this region.',
    fix: 'Copy the ID of the user pool; the region in the host is that before the underscore.',
    key: 'login/OIDCDiscoveryURL',
    console: 'Amazon Cognito > User pools > the pool > Overview',
    source: COGNITO_ISSUER,
    certainty: 'documented',
  },
  {
    id: 'client-certificate-asked',
    provider: 'any',
    match: {
      symptom: refused,
      text: 'no required ssl certificate|client certificate (is )?required|requires? (a|your) client certificate|ssl certificate error',
    },
    verdict: 'not-the-password',
    example: {
      text: '<title>400 No required SSL certificate was sent</title><h1>400 Bad Request</h1>',
    },
    cause: 'The server, or the proxy in front of it, asks for a client certificate.',
    fix: 'Exempt the addresses of OpenID Connect, or have Macs and Latchkey go another way in.',
    key: 'login/OIDCDiscoveryURL',
    source: NGINX_CERTIFICATE,
    certainty: 'documented',
  },
  {
    id: 'discovery-https-demanded',
    provider: 'any',
    match: {
      symptom: refused,
      text: 'plain http request was sent to https|https (is )?required|ssl required',
    },
    verdict: 'not-the-password',
    example: { text: '<h1>The plain HTTP request was sent to HTTPS port</h1>' },
    cause: 'The server demands HTTPS, and the question came over http, or so it seemed behind a proxy.',
    fix: 'Use the https address, and have the proxy tell the server that it was asked over https.',
    key: 'login/OIDCDiscoveryURL',
    source: KEYCLOAK_SSL,
    certainty: 'inferred',
  },
  {
    id: 'discovery-place-unknown',
    provider: 'any',
    match: {
      symptom: refused,
      text: '(tenant|realm|organi[sz]ation|authorization server|environment|user pool|instance|zone|domain)\\b.{0,80}\\b(not (be )?found|does ?n.t exist|not exist|unknown|invalid)|(unknown|no such|invalid) (host|tenant|realm|organi[sz]ation|environment|instance|domain)',
    },
    verdict: 'not-the-password',
    example: { error: 'NOT_FOUND', description: 'Environment 7a1d not found' },
    cause: 'The provider has nobody under the name in the address: tenant, realm, organization or the like.',
    fix: 'Compare the name in the address with that in the console of the provider, capital letters too.',
    key: 'login/OIDCDiscoveryURL',
    source: 'https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderConfigurationRequest',
    certainty: 'inferred',
  },
]
