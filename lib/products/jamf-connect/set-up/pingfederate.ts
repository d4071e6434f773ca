import type { JamfGuide } from './guide'
import { pingFederateRequests } from './requests/pingfederate'
import { pingOneRequests } from './requests/pingone'
import { clientIdOfBoth, discoveryUrl, redirectUri } from './shared-values'
import { jamf, ping } from './vendor-pages'

const CLIENT = ['Applications', 'OAuth', 'Clients'] as const

export const pingFederate: JamfGuide = {
  id: 'pingfederate',
  title: 'PingFederate',
  providers: ['PingFederate'],
  about: 'One OAuth client without a secret signs people in and checks their passwords.',
  requests: pingFederateRequests,
  steps: [
    {
      id: 'discovery',
      title: 'Enter the discovery document',
      brings: [
        discoveryUrl(
          'Discovery document',
          'https://, the host of PingFederate and /.well-known/openid-configuration.',
        ),
      ],
      proof: {
        test: 'discovery',
        shows: 'PingFederate answers at this address',
        checks: ['discovery.address', 'discovery.reachable', 'discovery.json', 'discovery.issuer-matches'],
      },
      sources: [jamf.menuBar, jamf.pingFederate],
    },
    {
      id: 'client',
      title: 'Add a client',
      path: [...CLIENT, 'Add Client'],
      formerPath: ['OAuth Server', 'Clients', 'Create New'],
      text: 'You choose the ID yourself. Choose None as Client Authentication.',
      brings: [clientIdOfBoth('Client ID', 'Without spaces, such as jamfconnect.')],
      pitfalls: [
        {
          text: 'With a client secret, PingFederate refuses requests that come without one.',
          codes: ['invalid_client'],
          rows: ['invalid-client-without-secret'],
        },
      ],
      sources: [jamf.pingFederate, ping.client],
    },
    {
      id: 'redirect-uri',
      title: 'Enter the redirect URI',
      path: [...CLIENT, 'the client'],
      text: 'Add it to the client, and tick Bypass beside Bypass Authorization Approval, so that nobody is asked for consent.',
      carries: [redirectUri('Redirect URIs')],
      pitfalls: [
        { text: 'Another address is refused on a page of PingFederate.', rows: ['page-redirect-uri'] },
      ],
      proof: {
        test: 'oidc',
        shows: 'PingFederate opens the sign-in page for this redirect URI',
        checks: ['oidc.redirect-uri', 'oidc.sign-in-page'],
      },
      sources: [jamf.pingFederate, ping.client],
    },
    {
      id: 'grants',
      title: 'Tick the grants',
      path: [...CLIENT, 'the client', 'Allowed Grant Types'],
      text: 'Tick Authorization Code, Refresh Token and Resource Owner Password Credentials, and save.',
      pitfalls: [
        {
          text: 'Without the last one, PingFederate checks no password for this client.',
          codes: ['unauthorized_client', 'unsupported_grant_type'],
          rows: ['ping-grant', 'ping-grant-type'],
        },
      ],
      proof: { test: 'ropg', shows: 'The client may check passwords', checks: ['ropg.grant', 'ropg.client'] },
      sources: [jamf.pingFederate],
    },
    {
      id: 'password-mapping',
      title: 'Say who checks the passwords',
      path: ['Authentication', 'OAuth', 'Resource Owner Credentials Grant Mapping'],
      text: 'Add a mapping of the password credential validator that knows your people, and fill USER_KEY with an attribute that is different for everybody.',
      proof: { test: 'ropg', shows: 'PingFederate checks the password', checks: ['ropg.tokens'] },
      sources: [ping.passwordMapping, jamf.pingFederate],
    },
    {
      id: 'access-token',
      title: 'Put the user name and the e-mail address into the token',
      path: ['Applications', 'OAuth', 'Access Token Management'],
      text: 'The attribute contract of the access token needs both. Fulfil them in the access token mapping, for the sign-in and for the password grant.',
      pitfalls: [{ text: 'Without them, Jamf Connect learns no name for the account.' }],
      proof: {
        test: 'oidc',
        shows: 'The tokens tell who has signed in',
        checks: ['oidc.tokens', 'oidc.user-info'],
      },
      sources: [jamf.pingFederate],
    },
    {
      id: 'reference-tokens',
      title: 'With reference tokens, ask the UserInfo endpoint',
      text: 'Internally managed reference tokens hold no claims, so Jamf Connect fetches them. OIDCScopes may have to be openid+profile then.',
      sets: [{ key: 'login/UseUserInfo', value: true }],
      proof: {
        test: 'oidc',
        shows: 'The UserInfo endpoint tells about the user',
        checks: ['oidc.user-info'],
      },
      optional: true,
      sources: [jamf.pingFederate],
    },
    {
      id: 'openid-connect-policy',
      title: 'Choose an OpenID Connect policy for the client',
      path: [...CLIENT, 'the client', 'OpenID Connect', 'Policy'],
      text: 'Its attribute contract decides what the ID token holds. Add a claim with groups or roles, if they are to decide who becomes an administrator.',
      brings: [
        {
          label: 'Name of the claim',
          keys: ['login/OIDCAdminAttribute'],
          note: 'Only where roles decide; Jamf Connect reads groups by itself.',
        },
        { label: 'Roles of administrators', keys: ['login/OIDCAdmin'], note: 'The values of that claim.' },
      ],
      proof: { test: 'oidc', shows: 'The ID token lists groups or roles', checks: ['oidc.groups'] },
      sources: [ping.client, jamf.roles],
    },
    {
      id: 'elevation-redirect',
      title: 'Register the address of privilege elevation',
      path: [...CLIENT, 'the client'],
      text: 'Self Service+ needs it where people confirm with a security key that they become administrators for some minutes.',
      carries: [
        { label: 'Redirect URIs', value: 'jamfconnect://loggedin', note: 'Add it beside the first one.' },
      ],
      optional: true,
      sources: [jamf.elevation],
    },
  ],
}

export const pingOne: JamfGuide = {
  id: 'pingone',
  title: 'PingOne',
  providers: ['Custom'],
  about:
    'People sign in at PingOne. It checks no passwords, so the Mac gets a password of its own, or a PingFederate checks them.',
  requests: pingOneRequests,
  steps: [
    {
      id: 'discovery',
      title: 'Enter the discovery document of the environment',
      brings: [
        {
          label: 'Discovery document',
          keys: ['login/OIDCDiscoveryURL'],
          note: 'The address that ends with /.well-known/openid-configuration.',
        },
      ],
      proof: {
        test: 'discovery',
        shows: 'PingOne answers, and which grants it has',
        checks: ['discovery.reachable', 'discovery.json', 'discovery.issuer-matches', 'discovery.grants'],
      },
      sources: [jamf.custom],
    },
    {
      id: 'app',
      title: 'Add an application',
      path: ['Applications', '+'],
      text: 'Choose Native or OIDC Web App, with the grant Authorization Code, the response type Code and None as token endpoint authentication method.',
      unconfirmed:
        'Jamf describes no set-up for PingOne itself; its sample has PingOne beside a PingFederate.',
      sources: [ping.oneGrants, jamf.samples],
    },
    {
      id: 'redirect-uri',
      title: 'Enter the redirect URI',
      carries: [redirectUri('Redirect URIs')],
      pitfalls: [{ text: 'Another address is refused on a page of PingOne.', rows: ['page-redirect-uri'] }],
      proof: {
        test: 'oidc',
        shows: 'PingOne opens the sign-in page for this redirect URI',
        checks: ['oidc.redirect-uri', 'oidc.sign-in-page'],
      },
      sources: [jamf.redirect],
    },
    {
      id: 'client-id',
      title: 'Copy the client ID',
      brings: [{ label: 'Client ID', keys: ['login/OIDCClientID'] }],
      sources: [jamf.custom],
    },
    {
      id: 'own-password',
      title: 'Give the Mac a password of its own',
      text: 'Do this, unless a PingFederate checks passwords.',
      sets: [{ key: 'login/OIDCNewPassword', value: true }],
      pitfalls: [
        {
          text: 'PingOne refuses each check of a password, whatever the application is.',
          codes: ['unauthorized_client', 'unsupported_grant_type'],
          rows: ['pingone-no-grant'],
        },
      ],
      optional: true,
      sources: [ping.oneGrants, jamf.initialPassword],
    },
    {
      id: 'passwords-at-pingfederate',
      title: 'Have a PingFederate check passwords',
      text: 'Add a client there as in the set-up of PingFederate, with the grant Resource Owner Password Credentials.',
      brings: [
        {
          label: 'Discovery document of PingFederate',
          keys: ['login/ROPGDiscoveryURL', 'connect/IdPSettings/DiscoveryURL'],
        },
        {
          label: 'Client ID at PingFederate',
          keys: ['login/OIDCROPGID', 'connect/IdPSettings/ROPGID'],
        },
      ],
      proof: {
        test: 'ropg',
        shows: 'PingFederate checks the password',
        checks: ['ropg.provider', 'ropg.grant', 'ropg.client', 'ropg.tokens'],
      },
      optional: true,
      sources: [jamf.samples, jamf.pingFederate],
    },
  ],
  limits: [
    {
      what: 'PingOne has no password grant: its documents list the authorization code, implicit, client credentials, device authorization and refresh tokens.',
      instead: 'People turn on OIDCNewPassword, or have a PingFederate check passwords.',
      sources: [ping.oneGrants],
    },
  ],
}
