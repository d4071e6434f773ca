import type { JamfGuide } from './guide'
import { auth0Requests } from './requests/auth0'
import { clientIdOfBoth, discoveryUrl, redirectUri } from './shared-values'
import { jamf, auth0 as vendor } from './vendor-pages'

const ofApp = (...path: readonly string[]) => ({
  path: ['Dashboard', 'Applications', 'Applications', 'the application', ...path],
})

export const auth0: JamfGuide = {
  id: 'auth0',
  title: 'Auth0',
  providers: ['Custom'],
  about: 'One native application of your own signs people in and checks their passwords.',
  requests: auth0Requests,
  steps: [
    {
      id: 'discovery',
      title: 'Enter the discovery document',
      brings: [
        discoveryUrl(
          'Discovery document',
          'https://, the domain of your tenant and /.well-known/openid-configuration.',
        ),
      ],
      proof: {
        test: 'discovery',
        shows: 'Your tenant answers at this address',
        checks: ['discovery.address', 'discovery.reachable', 'discovery.json', 'discovery.issuer-matches'],
      },
      sources: [vendor.discovery, jamf.custom],
    },
    {
      id: 'app',
      title: 'Create a native application',
      path: ['Dashboard', 'Applications', 'Applications', 'Create Application'],
      text: 'Name it, such as Jamf Connect, and choose Native.',
      pitfalls: [
        {
          text: 'Applications of third parties may not use the password grant. One that you create in the dashboard is your own.',
        },
      ],
      sources: [vendor.grants, vendor.password],
    },
    {
      id: 'client-id',
      title: 'Copy the client ID',
      ...ofApp('Settings'),
      brings: [clientIdOfBoth('Client ID')],
      sources: [vendor.password],
    },
    {
      id: 'redirect-uri',
      title: 'Enter the redirect URI',
      ...ofApp('Settings'),
      carries: [redirectUri('Allowed Callback URLs')],
      pitfalls: [{ text: 'Another address is refused on a page of Auth0.', rows: ['page-redirect-uri'] }],
      proof: {
        test: 'oidc',
        shows: 'Auth0 opens the sign-in page for this redirect URI',
        checks: ['oidc.redirect-uri', 'oidc.sign-in-page'],
      },
      sources: [vendor.password, jamf.redirect],
    },
    {
      id: 'grants',
      title: 'Tick the grants',
      ...ofApp('Settings', 'Advanced Settings', 'Grant Types'),
      text: 'Tick Authorization Code and Password, and save.',
      pitfalls: [
        {
          text: 'Without Password, Auth0 says that the grant type is not allowed for the client.',
          rows: ['auth0-grant'],
        },
      ],
      proof: { test: 'ropg', shows: 'The application may check passwords', checks: ['ropg.client'] },
      sources: [vendor.updateGrants, vendor.password],
    },
    {
      id: 'default-directory',
      title: 'Say where passwords are looked up',
      path: ['Dashboard', 'Settings', 'General', 'API Authorization Settings'],
      text: 'Enter the exact name of the connection with your people as Default Directory: a database, or AD/LDAP, Entra ID or AD FS. It applies to the whole tenant.',
      pitfalls: [
        {
          text: 'While it is empty, Auth0 checks no password and says that there is no default connection.',
          codes: ['server_error'],
          rows: ['auth0-no-default-directory'],
        },
        {
          text: 'People of another connection are refused as if the password were wrong.',
          rows: ['auth0-wrong-password'],
        },
      ],
      proof: {
        test: 'ropg',
        shows: 'Auth0 finds the person and checks the password',
        checks: ['ropg.tokens'],
      },
      sources: [vendor.password],
    },
    {
      id: 'second-factor',
      title: 'Leave this application out of second factors and rules',
      path: ['Dashboard', 'Actions'],
      text: 'A check of a password cannot answer a second question, and an Action or a rule that denies it stops the check.',
      pitfalls: [
        {
          text: 'A second factor, or a rule, refuses the check of a right password too.',
          codes: ['mfa_required', 'access_denied'],
          rows: ['auth0-mfa-required', 'auth0-denied'],
        },
      ],
      optional: true,
      sources: [vendor.password],
    },
    {
      id: 'roles',
      title: 'Send the roles of a person',
      path: ['Dashboard', 'Actions'],
      text: 'An Action after the login adds the roles to the ID token, under a claim whose name is an address of your own.',
      brings: [
        {
          label: 'Name of the claim',
          keys: ['login/OIDCAdminAttribute'],
          note: 'The whole address, as the Action writes it.',
        },
        { label: 'Roles of administrators', keys: ['login/OIDCAdmin'] },
      ],
      proof: { test: 'oidc', shows: 'The ID token lists the roles', checks: ['oidc.groups'] },
      optional: true,
      unconfirmed: 'Jamf does not document a claim whose name is an address.',
      sources: [vendor.claims, jamf.roles],
    },
  ],
}
