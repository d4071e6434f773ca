import type { RequestToCopy } from '../../../../schema/set-up'
import { guidIn } from '../../providers/guid'
import { addressAmong } from './hosts'
import { redirectUri, type TextOf } from './values'
import { httpRequest } from './written'

const AUTH = /^auth\.pingone\.([a-z.]+)$/

/** The region and the environment stand in the address of the discovery document: auth.pingone.eu/ID/as. */
function environment(textOf: TextOf) {
  const address = addressAmong(
    textOf,
    ['login/OIDCDiscoveryURL', 'connect/IdPSettings/DiscoveryURL'],
    ({ host }) => AUTH.test(host),
  )
  const [, region = 'com'] = AUTH.exec(address?.host ?? '') ?? []
  const id = guidIn(address?.pathname ?? '') ?? '<ID-of-the-environment>'
  return { host: `api.pingone.${region}`, path: `/v1/environments/${id}/applications` }
}

/** PingOne. */
export const pingOneRequests: readonly RequestToCopy[] = [
  {
    id: 'pingone-application',
    title: 'PingOne API: the application',
    about:
      'Creates the application for the login window. PingOne has no password grant, so passwords are checked elsewhere or not at all. The access token is that of an administrator of the environment. api.pingone.com is the host of the U.S.; that the host of your region ends like that of your discovery document is not confirmed. Take the client ID from the application in the console.',
    language: 'http',
    text: (textOf) =>
      httpRequest({
        method: 'POST',
        ...environment(textOf),
        body: {
          name: 'Jamf Connect',
          enabled: true,
          type: 'NATIVE_APP',
          protocol: 'OPENID_CONNECT',
          grantTypes: ['AUTHORIZATION_CODE'],
          responseTypes: ['CODE'],
          tokenEndpointAuthMethod: 'NONE',
          redirectUris: [redirectUri(textOf)],
        },
      }),
    sources: [
      {
        label: 'PingOne: create an application',
        url: 'https://developer.pingidentity.com/pingone-api/getting-started/simple-sso-workflow/step-2-create-a-web-application.html',
      },
      {
        label: 'PingOne: grant types',
        url: 'https://docs.pingidentity.com/pingone/applications/p1_grant_types.html',
      },
    ],
  },
]
