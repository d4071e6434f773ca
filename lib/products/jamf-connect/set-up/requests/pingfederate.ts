import type { RequestToCopy } from '../../../../schema/set-up'
import { vendorAt } from '../../providers/vendors'
import { addressAmong } from './hosts'
import { configured, redirectUris, type TextOf } from './values'
import { httpRequest } from './written'

/** The console listens beside the runtime, by default at the port 9999 of the same server. */
function adminHost(textOf: TextOf): string {
  const address = addressAmong(
    textOf,
    ['login/ROPGDiscoveryURL', 'login/OIDCDiscoveryURL', 'connect/IdPSettings/DiscoveryURL'],
    ({ href }) => [null, 'PingFederate'].includes(vendorAt(href)),
  )
  return `${address?.hostname ?? '<host-of-PingFederate>'}:9999`
}

/** PingFederate. */
export const pingFederateRequests: readonly RequestToCopy[] = [
  {
    id: 'pingfederate-client',
    title: 'PingFederate administrative API: the client',
    about:
      'Creates the client without a secret, with the grants for sign-in and password check. The host is that of the discovery document with the default port of the console: put that of your console where it differs. The ID of the client is OIDCClientID, else jamfconnect, and has no spaces. The mapping of the password grant, the access token and the OpenID Connect policy stay steps in the console.',
    language: 'http',
    text: (textOf) =>
      httpRequest({
        method: 'POST',
        host: adminHost(textOf),
        path: '/pf-admin-api/v1/oauth/clients',
        authorization: 'Basic <credentials-of-an-administrator>',
        headers: ['X-XSRF-Header: PingFederate'],
        body: {
          clientId: configured(textOf, 'login/OIDCClientID') ?? 'jamfconnect',
          name: 'Jamf Connect',
          enabled: true,
          grantTypes: ['AUTHORIZATION_CODE', 'REFRESH_TOKEN', 'RESOURCE_OWNER_CREDENTIALS'],
          clientAuth: { type: 'NONE' },
          redirectUris: redirectUris(textOf),
          bypassApprovalPage: true,
        },
      }),
    sources: [
      {
        label: 'Jamf: PingFederate',
        url: 'https://docs.jamf.com/jamf-connect/2.15.0/documentation/Integrating_with_PingFederate.html',
      },
      {
        label: 'Ping Identity: the administrative API of PingFederate',
        url: 'https://docs.pingidentity.com/pingfederate/latest/developers_reference_guide/pf_access_api_interact_documentation.html',
      },
    ],
  },
]
