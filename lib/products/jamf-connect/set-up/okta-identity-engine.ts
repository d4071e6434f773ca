import type { JamfGuide } from './guide'
import {
  clientPitfalls,
  createApp,
  elevationRedirect,
  enterRedirect,
  grantUsersRead,
  groupsInIdToken,
  ofApp,
  rulesNoLoginWindowMeets,
  THE_APP,
} from './okta-steps'
import { oktaIdentityEngineRequests } from './requests/okta'
import { jamf, okta } from './vendor-pages'

export const oktaIdentityEngine: JamfGuide = {
  id: 'okta-identity-engine',
  title: 'Okta Identity Engine with Interaction Code',
  providers: ['OktaIdentityEngine'],
  about:
    'Jamf Connect speaks to Identity Engine through the grant Interaction Code, with one application at Okta.',
  requests: oktaIdentityEngineRequests,
  steps: [
    {
      id: 'organization',
      title: 'Enter the address of your organization',
      brings: [
        {
          label: 'Okta domain, for Self Service+',
          keys: ['connect/IdPSettings/OktaAuthServer'],
          note: 'Such as example.okta.com, or your custom authorization server. Never the host with -admin.',
        },
        {
          label: 'Okta domain, for the login window',
          keys: ['login/OIDCTenant', 'connect/IdPSettings/TenantID'],
          note: 'A public script that checks profiles asks for it; Jamf’s page does not name it.',
        },
      ],
      proof: {
        test: 'discovery',
        shows: 'Your organization answers at this address',
        checks: ['discovery.host', 'discovery.reachable', 'discovery.json'],
      },
      sources: [jamf.menuBar, jamf.oktaIdentityEngine],
    },
    {
      id: 'interaction-code-organization',
      title: 'Allow Interaction Code in your organization',
      path: ['Settings', 'Account', 'Embedded widget sign-in support', 'Edit'],
      text: 'Tick the option that lets administrators configure the Interaction Code grant for apps and authorization servers, and save.',
      pitfalls: [
        {
          text: 'While this is off, applications do not offer the grant, and Okta says that the Interaction Code flow is not enabled.',
          codes: ['access_denied'],
          rows: ['okta-interaction-code'],
        },
      ],
      sources: [jamf.oktaIdentityEngine, okta.interactionCode],
    },
    createApp('app', 'Create a native application', 'Jamf Connect'),
    {
      id: 'grants',
      title: 'Tick Interaction Code',
      text: 'Under Grant type, open Advanced and tick Interaction Code.',
      pitfalls: [
        {
          text: 'An application without this grant refuses Jamf Connect.',
          codes: ['unauthorized_client'],
          rows: ['okta-grant-not-allowed', 'okta-interaction-code'],
        },
      ],
      sources: [jamf.oktaIdentityEngine, okta.interactionCode],
    },
    enterRedirect(THE_APP),
    {
      id: 'client-id',
      title: 'Copy the client ID',
      ...ofApp(THE_APP, 'General', 'Client Credentials'),
      brings: [
        { label: 'Client ID', keys: ['login/OIDCClientID'] },
        {
          label: 'Client ID, for passwords and the menu bar',
          keys: ['login/OIDCROPGID', 'connect/IdPSettings/ROPGID', 'connect/IdPSettings/OIDCClientID'],
          note: 'The same ID. Jamf’s page names OIDCClientID of the login window only; a public script that checks profiles asks for these too.',
        },
      ],
      pitfalls: clientPitfalls,
      sources: [
        jamf.oktaIdentityEngine,
        {
          label: 'Jamf Connect troubleshooting script (2025)',
          url: 'https://github.com/Sunshine-was-here/jamf-connect-troubleshooting',
        },
      ],
    },
    grantUsersRead(THE_APP),
    {
      id: 'custom-authorization-server',
      title: 'Allow Interaction Code on a custom authorization server',
      path: ['Security', 'API', 'Authorization Servers', 'the server', 'Access Policies', 'the rule'],
      text: 'Needed only where the profile names a custom authorization server: tick Interaction Code in the rule of its access policy.',
      pitfalls: [
        {
          text: 'A server without a rule for this application and grant refuses everybody.',
          codes: ['access_denied'],
          rows: ['okta-server-policy'],
        },
      ],
      optional: true,
      sources: [jamf.oktaIdentityEngine, okta.interactionCode],
    },
    {
      id: 'assignments',
      title: 'Assign the people',
      ...ofApp(THE_APP, 'Assignments', 'Assign'),
      text: 'Assign everybody who is to sign in to a Mac, one by one or by group.',
      pitfalls: [
        {
          text: 'A person who is not assigned is refused.',
          codes: ['access_denied'],
          rows: ['okta-not-assigned'],
        },
      ],
      sources: [jamf.oktaIdentityEngine],
    },
    {
      id: 'sign-in-policy',
      title: 'Choose the policy of the application',
      path: ['Security', 'App sign-in policies'],
      formerPath: ['Security', 'Authentication Policies'],
      text: 'Apply a policy with the factors that you want at the login window.',
      pitfalls: rulesNoLoginWindowMeets,
      sources: [jamf.oktaMfa, okta.policies],
    },
    groupsInIdToken(
      THE_APP,
      'The groups decide who becomes an administrator. With this provider, roles come only where spaces separate the scopes.',
      'openid profile email groups',
    ),
    elevationRedirect,
  ],
  limits: [
    {
      what: 'Another identity provider as the only factor is reported not to work: Jamf Connect says that it is unable to find the IDP MFA factor.',
      instead: 'People choose the provider Okta-OIDC or Custom, with one or two applications.',
      sources: [jamf.oktaPost],
    },
  ],
}
