import type { RequestToCopy, Source } from '../../../../schema/set-up'
import { vendorAt } from '../../providers/vendors'
import { addressAmong } from './hosts'
import { redirectUri, type TextOf } from './values'
import { httpRequest } from './written'

const documents: Source = { label: 'Auth0: documentation', url: 'https://github.com/auth0/docs-v2' }

function tenant(textOf: TextOf): string {
  const address = addressAmong(
    textOf,
    ['login/OIDCDiscoveryURL', 'connect/IdPSettings/DiscoveryURL'],
    ({ href }) => vendorAt(href) === 'Auth0',
  )
  return address?.host ?? '<tenant>.auth0.com'
}

/** Auth0. */
export const auth0Requests: readonly RequestToCopy[] = [
  {
    id: 'auth0-application',
    title: 'Auth0 Management API: the application',
    about:
      'Creates a native application without a secret, with the grants for sign-in and password check. The access token needs create:clients. client_id of the answer is the client ID. The password grant needs a default directory as well: see the next request.',
    language: 'http',
    text: (textOf) =>
      httpRequest({
        method: 'POST',
        host: tenant(textOf),
        path: '/api/v2/clients',
        body: {
          name: 'Jamf Connect',
          app_type: 'native',
          token_endpoint_auth_method: 'none',
          oidc_conformant: true,
          callbacks: [redirectUri(textOf)],
          grant_types: ['authorization_code', 'password', 'refresh_token'],
        },
      }),
    sources: [
      {
        label: 'Auth0: Create a client',
        url: 'https://auth0.com/docs/api/management/v2/clients/post-clients',
      },
      documents,
    ],
  },
  {
    id: 'auth0-default-directory',
    title: 'Auth0 Management API: the default directory',
    about:
      'Says in which connection (realm) the password grant looks for people; without one it fails. It counts for the whole tenant: look first whether another connection is set. Put the exact name of the connection. The access token needs the right to change the settings of the tenant.',
    language: 'http',
    text: (textOf) =>
      httpRequest({
        method: 'PATCH',
        host: tenant(textOf),
        path: '/api/v2/tenants/settings',
        body: { default_directory: '<name-of-the-connection>' },
      }),
    sources: [documents],
  },
]
