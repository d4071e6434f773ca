import type { JamfGuide } from './guide'
import { keycloakRequests } from './requests/keycloak'
import { clientIdOfBoth, discoveryUrl, redirectUri } from './shared-values'
import { jamf, keycloak as vendor } from './vendor-pages'

const ofClient = (...path: readonly string[]) => ({ path: ['Clients', 'the client', ...path] })

export const keycloak: JamfGuide = {
  id: 'keycloak',
  title: 'Keycloak',
  providers: ['Custom'],
  about: 'One public client of your realm signs people in and checks their passwords.',
  requests: keycloakRequests,
  steps: [
    {
      id: 'discovery',
      title: 'Enter the discovery document of the realm',
      brings: [
        discoveryUrl(
          'OpenID Endpoint Configuration',
          'https://, your host, /realms/, the name of the realm and /.well-known/openid-configuration.',
        ),
      ],
      pitfalls: [
        { text: 'Names of realms know capital letters.', rows: ['keycloak-realm-unknown'] },
        {
          text: 'A realm that wants HTTPS refuses http, also where a proxy does not tell Keycloak of HTTPS.',
          rows: ['keycloak-https', 'keycloak-https-required'],
        },
        {
          text: 'Jamf’s sample for Keycloak is not to be copied as it is: its addresses begin with http, and the values of OIDCAdmin and OIDCAdminAttribute have changed places.',
        },
      ],
      proof: {
        test: 'discovery',
        shows: 'The realm answers at this address',
        checks: [
          'discovery.address',
          'discovery.reachable',
          'discovery.json',
          'discovery.issuer-matches',
          'discovery.grants',
        ],
      },
      sources: [vendor.layers, jamf.custom, jamf.samples],
    },
    {
      id: 'client',
      title: 'Create a client',
      path: ['Clients', 'Create client'],
      text: 'Choose the realm with your people first, and OpenID Connect as type. You choose the ID yourself, such as jamfconnect.',
      brings: [clientIdOfBoth('Client ID', 'Exactly as in Keycloak, capital letters included.')],
      pitfalls: [
        {
          text: 'A client of another realm, or one that is turned off, is not known there.',
          rows: ['keycloak-page-client', 'keycloak-no-secret'],
        },
      ],
      sources: [vendor.settings, vendor.create],
    },
    {
      id: 'capabilities',
      title: 'Choose what the client may do',
      ...ofClient('Settings', 'Capability config'),
      carries: [
        { label: 'Client authentication', value: 'Off' },
        { label: 'Standard flow', value: 'On' },
        { label: 'Direct access grants', value: 'On' },
        { label: 'Implicit flow', value: 'Off' },
      ],
      text: 'Direct access grants are the check of passwords, the standard flow is the sign-in.',
      pitfalls: [
        {
          text: 'Without direct access grants, Keycloak checks no password for this client.',
          codes: ['unauthorized_client'],
          rows: ['keycloak-direct-access'],
        },
        { text: 'Without the standard flow, nobody can sign in.', rows: ['keycloak-flow'] },
        {
          text: 'With client authentication, Keycloak wants a secret.',
          codes: ['unauthorized_client', 'invalid_client'],
          rows: ['keycloak-secret-missing', 'keycloak-no-secret'],
        },
      ],
      proof: { test: 'ropg', shows: 'The client may check passwords', checks: ['ropg.grant', 'ropg.client'] },
      sources: [vendor.settings, vendor.grant],
    },
    {
      id: 'pkce',
      title: 'Ask for PKCE',
      ...ofClient('Settings', 'Capability config'),
      carries: [{ label: 'PKCE Method', value: 'S256' }],
      text: 'Choose it, and leave it blank again where the sign-in fails on the Mac: a client that sends a code challenge is checked in both cases.',
      unconfirmed: 'Whether Jamf Connect sends a code challenge with the provider Custom is not documented.',
      optional: true,
      sources: [vendor.settings],
    },
    {
      id: 'redirect-uri',
      title: 'Enter the redirect URI',
      ...ofClient('Settings', 'Access settings'),
      text: 'Enter the whole address, without an asterisk, and save.',
      carries: [redirectUri('Valid redirect URIs')],
      pitfalls: [
        {
          text: 'Keycloak compares the address character by character.',
          rows: ['keycloak-redirect-uri', 'keycloak-page-redirect-uri'],
        },
      ],
      proof: {
        test: 'oidc',
        shows: 'Keycloak opens the sign-in page for this redirect URI',
        checks: ['oidc.redirect-uri', 'oidc.sign-in-page'],
      },
      sources: [vendor.settings],
    },
    {
      id: 'consent',
      title: 'Ask nobody for consent',
      ...ofClient('Settings', 'Login settings'),
      carries: [{ label: 'Consent required', value: 'Off' }],
      pitfalls: [
        {
          text: 'A check of a password cannot ask for consent, so Keycloak refuses it.',
          codes: ['invalid_client'],
          rows: ['keycloak-consent'],
        },
      ],
      sources: [vendor.settings, vendor.grant],
    },
    {
      id: 'direct-grant-flow',
      title: 'Check passwords without a one-time code',
      ...ofClient('Advanced', 'Authentication flow overrides', 'Direct grant flow'),
      text: 'Where people have a one-time code, duplicate the direct grant flow, take the step with the code out of the copy, and choose the copy for this client. People without one need nothing of this.',
      pitfalls: [
        {
          text: 'A person with a one-time code is refused as if the password were wrong.',
          codes: ['invalid_grant'],
          rows: ['keycloak-wrong-password'],
        },
        {
          text: 'A person with required actions, such as a new password, is refused until they are done.',
          codes: ['invalid_grant'],
          rows: ['keycloak-required-actions'],
        },
      ],
      proof: { test: 'ropg', shows: 'A password alone is enough for the check', checks: ['ropg.tokens'] },
      optional: true,
      sources: [vendor.grant, vendor.create],
    },
    {
      id: 'groups',
      title: 'Send the groups of a person',
      ...ofClient(
        'Client scopes',
        'the dedicated scope',
        'Add mapper',
        'By configuration',
        'Group Membership',
      ),
      carries: [
        { label: 'Token Claim Name', value: 'groups' },
        { label: 'Full group path', value: 'Off' },
        { label: 'Add to ID token', value: 'On' },
      ],
      text: 'For realm roles, add the mapper User Realm Role with a claim of your own and Multivalued on, and name that claim instead.',
      brings: [
        {
          label: 'Groups of administrators',
          keys: ['login/OIDCAdmin'],
          note: 'The names without a slash in front, because the path is off.',
        },
      ],
      sets: [{ key: 'login/OIDCAdminAttribute', value: 'groups' }],
      pitfalls: [
        {
          text: 'With the full path, each group arrives with a slash in front and fits no role of the profile.',
        },
      ],
      proof: { test: 'oidc', shows: 'The ID token lists the groups', checks: ['oidc.groups'] },
      optional: true,
      sources: [vendor.create, jamf.roles],
    },
  ],
}
