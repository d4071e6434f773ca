import type { MenuPath } from '../../../schema/set-up'
import type { JamfStep } from './guide'
import { redirectUri } from './shared-values'
import { jamf, okta } from './vendor-pages'

const APPLICATIONS: MenuPath = ['Applications and Resources', 'Applications']
const APPLICATIONS_BEFORE: MenuPath = ['Applications', 'Applications']

/** Groups of Okta and of a connected Active Directory, as Jamf's guide writes them: `jamf.oktaPost`. */
const GROUPS =
  'Arrays.isEmpty(Arrays.toCsvString(Groups.startsWith("active_directory","",100))) ? Groups.startsWith("OKTA","",100) : Arrays.flatten(Groups.startsWith("OKTA","",100),Groups.startsWith("active_directory","",100))'

/** An application at Okta: what the ids of its steps begin with, and what sentences and menus call it. */
export type OktaApp = { readonly prefix: string; readonly called: string }

export const THE_APP: OktaApp = { prefix: '', called: 'the app' }
export const EACH_APP: OktaApp = { prefix: 'each-app-', called: 'each app' }

/** A place in the settings of an application. */
export const ofApp = ({ called }: OktaApp, ...path: MenuPath) => ({
  path: [...APPLICATIONS, called, ...path],
  formerPath: [...APPLICATIONS_BEFORE, called, ...path],
})

export const createApp = (id: string, title: string, name: string): JamfStep => ({
  id,
  title,
  path: [...APPLICATIONS, 'Create App Integration'],
  formerPath: [...APPLICATIONS_BEFORE, 'Create App Integration'],
  text: `Choose OIDC - OpenID Connect, then Native Application, and click Next. Give it a name that people recognize, such as ${name}.`,
  sources: [jamf.oktaOidc, okta.wizard],
})

/** The redirect URI in an application that nobody signs in with: it only has to be there. */
export const enterUnusedRedirect = (app: OktaApp): JamfStep => ({
  id: `${app.prefix}redirect-uri`,
  title: `Enter the redirect URI in ${app.called}`,
  text: 'On the same page, delete the addresses that Okta suggests for sign-in and for sign-out, and enter this one for sign-in. Leave the assignment for later, and save.',
  carries: [redirectUri('Sign-in redirect URIs')],
  sources: [jamf.oktaOidc, jamf.oktaPost],
})

export const enterRedirect = (app: OktaApp): JamfStep => ({
  ...enterUnusedRedirect(app),
  pitfalls: [
    {
      text: 'Okta compares the address character by character with the one in the profile.',
      rows: ['okta-redirect-uri', 'okta-page-redirect-uri'],
    },
  ],
  proof: {
    test: 'oidc',
    shows: 'Okta opens the sign-in page for this redirect URI',
    checks: ['oidc.redirect-uri', 'oidc.sign-in-page'],
  },
})

export const withoutAccessToken = (app: OktaApp): JamfStep => ({
  id: `${app.prefix}id-token-only`,
  title: `Have ${app.called} send an ID token only in the first answer`,
  ...ofApp(app, 'General', 'General Settings', 'Edit'),
  text: 'Under Grant type, untick Allow Access Token with implicit grant type and save. Allow ID Token with implicit grant type stays ticked.',
  sources: [jamf.oktaOidc, jamf.oktaPost],
})

export const grantUsersRead = (app: OktaApp): JamfStep => ({
  id: `${app.prefix}users-read`,
  title: `Grant okta.users.read to ${app.called}`,
  ...ofApp(app, 'Okta API Scopes'),
  text: 'Find okta.users.read in the list and click Grant.',
  sources: [jamf.oktaOidc, jamf.oktaPost],
})

/** What goes wrong with the client ID of an application without a secret. */
export const clientPitfalls: NonNullable<JamfStep['pitfalls']> = [
  {
    text: 'An ID of another organization, or of a deleted app, is not known there.',
    rows: ['okta-client-id', 'okta-page-client'],
  },
  {
    text: 'Client authentication is None. With a client secret, Okta refuses requests that come without one.',
    codes: ['invalid_client'],
    rows: ['okta-client-secret'],
  },
]

/** The organization, for the providers that make the address of the discovery document from it. */
export const enterOrganization: JamfStep = {
  id: 'organization',
  title: 'Enter the address of your organization',
  text: 'It is the address at which people sign in.',
  brings: [
    {
      label: 'Okta domain',
      keys: ['login/OIDCTenant', 'connect/IdPSettings/TenantID'],
      note: 'The host alone, such as example.okta.com, never the one of the Admin Console with -admin.',
    },
  ],
  pitfalls: [
    {
      text: 'The host with -admin in it belongs to the Admin Console and signs nobody in.',
      codes: ['E0000011'],
      rows: ['okta-e-token'],
    },
  ],
  proof: {
    test: 'discovery',
    shows: 'Your organization answers at this address',
    checks: ['discovery.host', 'discovery.reachable', 'discovery.json', 'discovery.issuer-matches'],
  },
  sources: [jamf.oktaPost, jamf.menuBar],
}

/** With the provider Custom, which makes no address by itself. */
export const customDiscovery: JamfStep = {
  id: 'discovery-document',
  title: 'With the provider Custom, enter the discovery document',
  text: 'Okta-OIDC makes this address from the tenant. Custom asks for it, and both providers reach the same apps.',
  brings: [
    {
      label: 'Discovery document',
      keys: ['login/OIDCDiscoveryURL', 'connect/IdPSettings/DiscoveryURL'],
      note: 'https://, your Okta domain and /.well-known/openid-configuration.',
    },
  ],
  optional: true,
  sources: [jamf.oktaPost],
}

export const sessionPolicy: JamfStep = {
  id: 'global-session-policy',
  title: 'Let a password begin a session',
  path: ['Security', 'Global Session Policy'],
  text: 'The rule that applies to these people has to accept a user name with a password. On Classic Engine this is the Okta sign-on policy.',
  pitfalls: [
    {
      text: 'A session policy that asks for more than a password refuses the check of passwords too.',
      codes: ['invalid_grant'],
      rows: ['okta-sign-on-policy', 'okta-second-factor'],
    },
  ],
  sources: [jamf.oktaPost, okta.policies],
}

export const passwordPolicy = (which: string): JamfStep => ({
  id: 'password-policy',
  title: 'Let a password alone be enough for the check',
  path: ['Security', 'App sign-in policies'],
  formerPath: ['Security', 'Authentication Policies'],
  text: `Create a policy whose rule allows access with a password and nothing else, and apply it to ${which}. Nobody sees this check, so nobody can answer a second question.`,
  pitfalls: [
    {
      text: 'With a second factor in the rule, every check of a password looks like a failed sign-in.',
      codes: ['invalid_grant', 'mfa_required'],
      rows: ['okta-second-factor', 'okta-mfa-required', 'okta-sign-on-policy'],
    },
  ],
  proof: {
    test: 'ropg',
    shows: 'A password alone is enough for the check',
    checks: ['ropg.tokens'],
  },
  sources: [jamf.oktaPost, okta.policies],
})

/** What a rule for the sign-in may not ask for: nothing of it is there at the login window. */
export const rulesNoLoginWindowMeets: NonNullable<JamfStep['pitfalls']> = [
  {
    text: 'At the login window nobody has signed in yet, so there is no keychain and no certificate of theirs. A rule that asks for a managed, registered or compliant device locks people out, and so does one that asks for a certain network.',
  },
  {
    text: 'FIDO2 keys, FastPass and other factors of the device do not work there. A YubiKey works as one that types a one-time code.',
  },
]

export const groupsInIdToken = (app: OktaApp, where: string, scopes: string): JamfStep => ({
  id: 'groups',
  title: 'Send the groups of a person',
  ...ofApp(app, 'Sign On', 'OpenID Connect ID Token', 'Edit'),
  text: `${where} In organizations with Identity Threat Protection, the tab is called Authentication.`,
  carries: [
    { label: 'Issuer', value: 'Okta URL', note: 'Choose the one with your Okta domain.' },
    { label: 'Groups claim type', value: 'Expression' },
    { label: 'Name of the claim', value: 'groups' },
    {
      label: 'Expression',
      value: GROUPS,
      note: 'It sends groups of Okta and of Active Directory. Write the beginning of your group names between the empty quotation marks, so that fewer are sent.',
    },
  ],
  brings: [
    {
      label: 'Groups of administrators',
      keys: ['login/OIDCAdmin'],
      note: 'The names as Okta spells them; their members become administrators of the Mac.',
    },
  ],
  sets: [
    { key: 'login/OIDCAdminAttribute', value: 'groups' },
    { key: 'login/OIDCScopes', value: scopes },
  ],
  pitfalls: [
    {
      text: 'The scope groups is refused by an authorization server that does not know it, and without that scope nobody becomes an administrator.',
      codes: ['invalid_scope'],
      rows: ['okta-scope'],
    },
    { text: 'Each part of the expression sends 100 groups at most.' },
  ],
  proof: { test: 'oidc', shows: 'The ID token lists the groups', checks: ['oidc.groups'] },
  optional: true,
  sources: [jamf.oktaPost, okta.groups, okta.groupFunctions, jamf.roles],
})

export const elevationRedirect: JamfStep = {
  id: 'elevation-redirect',
  title: 'Register the address of privilege elevation',
  ...ofApp(THE_APP, 'General', 'Login', 'Edit'),
  text: 'Self Service+ needs it where people confirm with a security key that they become administrators for some minutes.',
  carries: [
    { label: 'Sign-in redirect URIs', value: 'jamfconnect://loggedin', note: 'Add it beside the first one.' },
  ],
  optional: true,
  sources: [jamf.elevation],
}
