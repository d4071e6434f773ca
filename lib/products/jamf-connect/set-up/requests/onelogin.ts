import type { RequestToCopy, Source } from '../../../../schema/set-up'
import { isGuid } from '../../providers/guid'
import { hostAmong } from './hosts'
import { redirectUri, type TextOf } from './values'
import { httpRequest } from './written'

const createApp: Source = {
  label: 'OneLogin: Create an App',
  url: 'https://developers.onelogin.com/api-docs/2/apps/create-app',
}

function account(textOf: TextOf): string {
  const host = hostAmong(
    textOf,
    [
      'login/OIDCTenant',
      'connect/IdPSettings/TenantID',
      'login/OIDCDiscoveryURL',
      'connect/IdPSettings/DiscoveryURL',
    ],
    {
      domain: 'onelogin.com',
      wanted: (each) => each.endsWith('.onelogin.com') && !isGuid(each.replace(/\..*$/s, '')),
    },
  )
  return host ?? '<subdomain>.onelogin.com'
}

/** OneLogin. */
export const oneLoginRequests: readonly RequestToCopy[] = [
  {
    id: 'onelogin-connectors',
    title: 'OneLogin API: the connectors',
    about:
      'Lists what an application can be made from, for the ID of the connector OpenId Connect (OIDC). The access token needs the scope Manage All. It has no body.',
    language: 'http',
    text: (textOf) => httpRequest({ method: 'GET', host: account(textOf), path: '/api/2/connectors' }),
    sources: [createApp],
  },
  {
    id: 'onelogin-application',
    title: 'OneLogin API: the application',
    about:
      'Creates a native application without a secret. The access token needs the scope Manage All. Put the ID of the connector OpenId Connect (OIDC) as a number, without quotes; a public file of 2023 has 108419, which is not confirmed.',
    language: 'http',
    text: (textOf) =>
      httpRequest({
        method: 'POST',
        host: account(textOf),
        path: '/api/2/apps',
        body: {
          connector_id: '<ID-of-the-connector>',
          name: 'Jamf Connect',
          configuration: {
            redirect_uri: redirectUri(textOf),
            oidc_application_type: 1,
            token_endpoint_auth_method: 2,
          },
        },
      }),
    sources: [
      createApp,
      {
        label: 'Pulumi: OneLogin, OidcApps',
        url: 'https://www.pulumi.com/registry/packages/onelogin/api-docs/oidcapps/',
      },
    ],
  },
]
