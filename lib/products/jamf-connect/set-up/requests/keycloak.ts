import type { RequestToCopy, Source } from '../../../../schema/set-up'
import { addressAmong } from './hosts'
import { configured, redirectUri, type TextOf } from './values'
import { httpRequest, json } from './written'

const admin: Source = {
  label: 'Keycloak: Server Administration Guide',
  url: 'https://www.keycloak.org/docs/latest/server_admin/',
}
const restApi: Source = {
  label: 'Keycloak: Admin REST API',
  url: 'https://www.keycloak.org/docs-api/latest/rest-api/index.html',
}

/** The issuer is an address that ends in /realms/ and the name of the realm, on some servers behind a path of their own. */
const REALM = /^(.*)\/realms\/([^/]+)/

function server(textOf: TextOf) {
  const address = addressAmong(
    textOf,
    ['login/OIDCDiscoveryURL', 'connect/IdPSettings/DiscoveryURL'],
    ({ pathname }) => REALM.test(pathname),
  )
  const [, path = '', realm = '<realm>'] = REALM.exec(address?.pathname ?? '') ?? []
  return { host: address?.host ?? '<host-of-Keycloak>', path: `${path}/admin/realms/${realm}/clients` }
}

function client(textOf: TextOf) {
  return {
    clientId: configured(textOf, 'login/OIDCClientID') ?? 'jamfconnect',
    protocol: 'openid-connect',
    publicClient: true,
    standardFlowEnabled: true,
    implicitFlowEnabled: false,
    directAccessGrantsEnabled: true,
    consentRequired: false,
    redirectUris: [redirectUri(textOf)],
    protocolMappers: [
      {
        name: 'groups',
        protocol: 'openid-connect',
        protocolMapper: 'oidc-group-membership-mapper',
        config: {
          'claim.name': configured(textOf, 'login/OIDCAdminAttribute') ?? 'groups',
          'full.path': 'false',
          'id.token.claim': 'true',
          'access.token.claim': 'true',
          'userinfo.token.claim': 'true',
        },
      },
    ],
  }
}

const ABOUT =
  'The client is called jamfconnect unless OIDCClientID says otherwise, and the claim with the names of groups is that of OIDCAdminAttribute, else groups. PKCE is not demanded, because it is not confirmed that Jamf Connect sends it with the provider Custom.'

/** Keycloak. */
export const keycloakRequests: readonly RequestToCopy[] = [
  {
    id: 'keycloak-import',
    title: 'Keycloak: client to import',
    about: `Save it as a file and import it as a client of your realm. ${ABOUT}`,
    language: 'json',
    text: (textOf) => json(client(textOf)),
    sources: [admin, restApi],
  },
  {
    id: 'keycloak-api',
    title: 'Keycloak Admin REST API: the client',
    about: `Creates the same client. The access token is that of an administrator who may manage the clients of the realm. ${ABOUT}`,
    language: 'http',
    text: (textOf) => httpRequest({ method: 'POST', ...server(textOf), body: client(textOf) }),
    sources: [restApi, admin],
  },
]
