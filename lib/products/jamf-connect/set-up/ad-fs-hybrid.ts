import type { JamfGuide } from './guide'
import { redirectUri } from './shared-values'
import { jamf, adFs as vendor } from './vendor-pages'

const GROUPS = ['AD FS Management', 'Application Groups'] as const
const REGISTRATIONS = ['Entra ID', 'App registrations'] as const

export const adFsHybrid: JamfGuide = {
  id: 'ad-fs-hybrid',
  title: 'Entra ID with passwords at AD FS',
  providers: ['EntraID'],
  template: 'ad-fs-hybrid',
  about:
    'People whose passwords are in your own Active Directory sign in at Entra ID, and AD FS checks their passwords. AD FS of Windows Server 2016 or later.',
  steps: [
    {
      id: 'registration',
      title: 'Register Jamf Connect in Entra ID',
      path: [...REGISTRATIONS, 'New registration'],
      formerPath: ['Identity', 'Applications', 'App registrations', 'New registration'],
      text: 'Choose accounts in this organizational directory only, and Public client/native (mobile & desktop) as platform. Roles and consent are as in the set-up of Entra ID.',
      carries: [redirectUri('Redirect URI')],
      pitfalls: [
        {
          text: 'A redirect URI that is registered for the platform Web is not found, and Entra ID asks for a secret.',
          codes: ['AADSTS50011', 'AADSTS7000218'],
          rows: ['entra-redirect-uri', 'entra-sign-in-not-public'],
        },
      ],
      proof: {
        test: 'oidc',
        shows: 'Entra ID opens the sign-in page for this redirect URI',
        checks: ['oidc.redirect-uri', 'oidc.sign-in-page'],
      },
      sources: [vendor.entraRegistration, jamf.entra],
    },
    {
      id: 'entra-ids',
      title: 'Copy the IDs of Entra ID',
      path: [...REGISTRATIONS, 'the registration', 'Overview'],
      brings: [
        { label: 'Application (client) ID', keys: ['login/OIDCClientID'] },
        { label: 'Directory (tenant) ID', keys: ['login/OIDCTenant'] },
      ],
      sources: [vendor.entraRegistration, jamf.adFs],
    },
    {
      id: 'application-group',
      title: 'Add an application group in AD FS',
      path: [...GROUPS, 'Add Application Group'],
      text: 'Name it, such as Jamf Connect, and choose Native application accessing a web API.',
      sources: [vendor.concepts, jamf.adFs],
    },
    {
      id: 'native-application',
      title: 'Copy the client identifier of the native application',
      path: [...GROUPS, 'Jamf Connect', 'Native application'],
      brings: [
        {
          label: 'Client Identifier',
          keys: ['login/OIDCROPGID', 'connect/IdPSettings/ROPGID'],
          note: 'A GUID that AD FS makes; it is not the client ID of Entra ID.',
        },
      ],
      carries: [
        {
          label: 'Redirect URI',
          value: { key: 'login/ROPGRedirectURI', otherwise: 'https://127.0.0.1/jamfconnect' },
        },
      ],
      pitfalls: [
        {
          text: 'AD FS does not know an identifier of Entra ID or of another server farm.',
          codes: ['MSIS9607', 'MSIS9223'],
          rows: ['ad-fs-unknown-client'],
        },
        {
          text: 'A server application in place of a native one has a secret, and AD FS asks for it.',
          codes: ['MSIS9622'],
          rows: ['ad-fs-client-secret'],
        },
      ],
      proof: { test: 'ropg', shows: 'AD FS knows the client', checks: ['ropg.client-id', 'ropg.client'] },
      sources: [jamf.adFs, vendor.concepts],
    },
    {
      id: 'web-api',
      title: 'Permit the scopes',
      path: [...GROUPS, 'Jamf Connect', 'Web API'],
      text: 'Give the web API the same identifier, choose who may use it in the access control policy, and permit the native application the scopes openid, profile and email under Client Permissions.',
      carries: [
        {
          label: 'Identifier',
          value: { key: 'login/OIDCROPGID', otherwise: '<client-identifier-of-the-native-application>' },
        },
      ],
      pitfalls: [
        {
          text: 'Without a web API that permits the client, AD FS refuses the request.',
          codes: ['MSIS9605', 'MSIS9321'],
          rows: ['ad-fs-resource', 'ad-fs-sign-in-resource'],
        },
        {
          text: 'An access control policy or a claim rule that denies the person stops the check.',
          codes: ['MSIS9604', 'MSIS9642', 'MSIS7068'],
          rows: ['ad-fs-claim-rules'],
        },
      ],
      unconfirmed: 'Jamf’s page leaves the application to Microsoft’s, which does not name these values.',
      sources: [vendor.flows, vendor.permission],
    },
    {
      id: 'passwords-at-ad-fs',
      title: 'Have AD FS check the passwords',
      text: 'The login window and the menu bar app both check at AD FS then, and new accounts get the password of the directory.',
      sets: [
        { key: 'login/ROPGProvider', value: 'Custom' },
        { key: 'connect/IdPSettings/Provider', value: 'Custom' },
        { key: 'login/OIDCNewPassword', value: false },
      ],
      sources: [jamf.adFs, jamf.hybrid],
    },
    {
      id: 'discovery',
      title: 'Enter the discovery document of AD FS',
      brings: [
        {
          label: 'Discovery document',
          keys: ['login/ROPGDiscoveryURL', 'connect/IdPSettings/DiscoveryURL'],
          note: 'https://, the host of AD FS and /adfs/.well-known/openid-configuration.',
        },
      ],
      pitfalls: [
        { text: 'The Macs have to reach this host at the login window, before anybody has signed in.' },
        {
          text: 'AD FS takes the password grant from Windows Server 2016 on.',
          codes: ['MSIS9611'],
          rows: ['ad-fs-grant'],
        },
      ],
      proof: {
        test: 'ropg',
        shows: 'AD FS answers and checks the password',
        checks: ['ropg.provider', 'ropg.grant', 'ropg.tokens'],
      },
      sources: [jamf.adFs, jamf.menuBar],
    },
  ],
  limits: [
    {
      what: 'Entra ID itself cannot check the password of somebody who signs in at AD FS, unless password hashes are synchronized and Entra ID may use them.',
      instead:
        'People check at AD FS, as here, or synchronize password hashes and allow their use with AllowCloudPasswordValidation.',
      sources: [
        jamf.adFs,
        {
          label: 'Microsoft: Resource Owner Password Credentials',
          url: 'https://learn.microsoft.com/entra/identity-platform/v2-oauth-ropc',
        },
      ],
    },
  ],
}
