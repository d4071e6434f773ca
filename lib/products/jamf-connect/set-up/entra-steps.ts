import type { JamfStep } from './guide'

const JAMF = 'https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/'
const ENTRA = 'https://learn.microsoft.com/entra/'

const REGISTER = {
  label: 'Microsoft: Register an application',
  url: `${ENTRA}identity-platform/quickstart-register-app`,
} as const
const JAMF_ENTRA = {
  label: 'Jamf: Integrating with Microsoft Entra ID',
  url: 'https://docs.jamf.com/jamf-connect/2.12.0/documentation/Integrating_with_Microsoft_Azure_AD.html',
} as const
const LOGIN_WINDOW = {
  label: 'Jamf: Login window authentication settings',
  url: `${JAMF}Login_Window_Authentication_Settings`,
} as const
const ROLES = {
  label: 'Jamf: OpenID Connect user role settings',
  url: `${JAMF}OpenID_Connect_User_Role_Settings`,
} as const
const APP_ROLES = {
  label: 'Microsoft: Add app roles',
  url: `${ENTRA}identity-platform/howto-add-app-roles-in-apps`,
} as const
const ASSIGN = {
  label: 'Microsoft: Assign users and groups',
  url: `${ENTRA}identity/enterprise-apps/assign-user-or-group-access-portal`,
} as const
const ERROR_CODES = {
  label: 'Microsoft: Error codes',
  url: `${ENTRA}identity-platform/reference-error-codes`,
} as const
const ROPC = {
  label: 'Microsoft: Resource owner password credentials',
  url: `${ENTRA}identity-platform/v2-oauth-ropc`,
} as const

const REGISTRATIONS = ['Entra ID', 'App registrations'] as const
const FORMER_REGISTRATIONS = ['Identity', 'Applications', 'App registrations'] as const
const ENTERPRISE = ['Entra ID', 'Enterprise apps', 'Your application'] as const
const FORMER_ENTERPRISE = ['Identity', 'Applications', 'Enterprise applications', 'Your application'] as const

/** The application that people sign in with, and that passwords are checked with. */
export const registration: readonly JamfStep[] = [
  {
    id: 'register',
    title: 'Register an application',
    path: [...REGISTRATIONS, 'New registration'],
    formerPath: [...FORMER_REGISTRATIONS, 'New registration'],
    carries: [
      { label: 'Name', value: 'Jamf Connect', note: 'Any name; people may see it when they sign in.' },
      { label: 'Supported account types', value: 'Accounts in this organizational directory only' },
      { label: 'Platform of the redirect URI', value: 'Public client/native (mobile & desktop)' },
      {
        label: 'Redirect URI',
        value: { key: 'login/OIDCRedirectURI', otherwise: 'https://127.0.0.1/jamfconnect' },
      },
    ],
    brings: [
      {
        label: 'Redirect URI',
        keys: ['login/OIDCRedirectURI'],
        note: 'Any address works, as long as both sides have the same one.',
      },
    ],
    pitfalls: [
      {
        text: 'The redirect URI is registered under Web or Single-page application, or differs from the profile by a letter or a slash.',
        codes: ['AADSTS50011', 'AADSTS9002327'],
        rows: ['entra-redirect-uri', 'entra-single-page-application'],
      },
    ],
    proof: {
      test: 'oidc',
      shows: 'The redirect URI is registered',
      checks: ['oidc.redirect-uri'],
    },
    sources: [JAMF_ENTRA, REGISTER],
  },
  {
    id: 'client-id',
    title: 'Copy the application ID',
    path: [...REGISTRATIONS, 'Your application', 'Overview'],
    formerPath: [...FORMER_REGISTRATIONS, 'Your application', 'Overview'],
    text: 'One application serves sign-ins and password checks, so all keys get the same ID.',
    brings: [
      {
        label: 'Application (client) ID',
        keys: ['login/OIDCClientID', 'login/OIDCROPGID', 'connect/IdPSettings/ROPGID'],
      },
    ],
    pitfalls: [
      {
        text: 'The Object ID stands below it and looks the same, but Entra ID knows no application by it.',
        codes: ['AADSTS700016'],
        rows: ['entra-unknown-application'],
      },
    ],
    proof: {
      test: 'oidc',
      shows: 'The tenant knows the application',
      checks: ['oidc.client-id'],
    },
    sources: [LOGIN_WINDOW, REGISTER],
  },
  {
    id: 'tenant-id',
    title: 'Copy the directory ID',
    path: [...REGISTRATIONS, 'Your application', 'Overview'],
    formerPath: [...FORMER_REGISTRATIONS, 'Your application', 'Overview'],
    brings: [{ label: 'Directory (tenant) ID', keys: ['login/OIDCTenant', 'connect/IdPSettings/TenantID'] }],
    pitfalls: [
      {
        text: 'Without a tenant, Jamf Connect asks the address for all tenants, where an application of one tenant cannot sign anybody in and passwords are not checked.',
        codes: ['AADSTS50194', 'AADSTS9001023'],
        rows: [
          'entra-single-tenant',
          'entra-common-password-grant',
          'entra-tenant-missing',
          'entra-unknown-tenant',
          'entra-other-cloud',
        ],
      },
    ],
    proof: {
      test: 'discovery',
      shows: 'The tenant answers',
      checks: ['discovery.address', 'discovery.issuer-matches'],
    },
    sources: [LOGIN_WINDOW, ROPC],
  },
  {
    id: 'consent',
    title: 'Grant admin consent',
    path: [...REGISTRATIONS, 'Your application', 'API permissions'],
    formerPath: [...FORMER_REGISTRATIONS, 'Your application', 'API permissions'],
    text: 'A new registration has the permission User.Read. Choose Grant admin consent, and wait until its status says Granted.',
    carries: [
      { label: 'API', value: 'Microsoft Graph' },
      { label: 'Delegated permission', value: 'User.Read' },
    ],
    pitfalls: [
      {
        text: 'Without the consent of an administrator each person is asked for one, which a password check cannot show.',
        codes: ['AADSTS65001', 'AADSTS65004'],
        rows: ['entra-consent', 'entra-consent-declined'],
      },
    ],
    proof: { test: 'oidc', shows: 'Nobody is asked for consent' },
    sources: [JAMF_ENTRA, REGISTER],
  },
  {
    id: 'public-client-flows',
    title: 'Allow public client flows',
    path: [...REGISTRATIONS, 'Your application', 'Authentication', 'Allow public client flows'],
    formerPath: [
      ...FORMER_REGISTRATIONS,
      'Your application',
      'Authentication',
      'Advanced settings',
      'Allow public client flows',
    ],
    carries: [{ label: 'Allow public client flows', value: 'Yes' }],
    text: 'This is what lets Jamf Connect check a password without a web page.',
    pitfalls: [
      {
        text: 'While the switch is off, Entra ID asks for a client secret, which a public client does not have.',
        codes: ['AADSTS7000218'],
        rows: ['entra-not-public'],
      },
      {
        text: 'A secret that is configured all the same is refused: leave the client secret not configured.',
        codes: ['AADSTS700025'],
        rows: ['entra-needless-secret', 'entra-wrong-secret'],
      },
    ],
    proof: { test: 'ropg', shows: 'Public client flows are on' },
    unconfirmed:
      'The switch is there; whether the newest console shows it under Advanced settings or on a tab Settings is not confirmed.',
    sources: [JAMF_ENTRA, ROPC],
  },
  {
    id: 'app-roles',
    title: 'Create a role for administrators of the Mac',
    path: [...REGISTRATIONS, 'Your application', 'App roles', 'Create app role'],
    formerPath: [...FORMER_REGISTRATIONS, 'Your application', 'App roles', 'Create app role'],
    text: 'Entra ID sends the Value of each role in the claim roles. Groups are no good substitute: they arrive as object IDs.',
    carries: [
      { label: 'Display name', value: 'Admin' },
      { label: 'Allowed member types', value: 'Users/Groups' },
      { label: 'Value', value: 'Admin', note: 'Any word without spaces; the profile has the same one.' },
      { label: 'Description', value: 'Administrator of the Mac' },
    ],
    brings: [{ label: 'Value of the role', keys: ['login/OIDCAdmin'] }],
    sets: [{ key: 'login/OIDCAdminAttribute', value: 'roles' }],
    pitfalls: [
      { text: 'The profile has the display name of the role, where the token has its value.' },
      {
        text: 'Without OIDCAdminAttribute, Jamf Connect looks in the claim groups, where roles are not.',
      },
    ],
    proof: { test: 'oidc', shows: 'The role arrives', checks: ['oidc.groups', 'oidc.group-overage'] },
    optional: true,
    sources: [ROLES, APP_ROLES],
  },
  {
    id: 'assign',
    title: 'Assign people and roles',
    path: [...ENTERPRISE, 'Users and groups', 'Add user/group'],
    formerPath: [...FORMER_ENTERPRISE, 'Users and groups', 'Add user/group'],
    text: 'Assign the people or groups who sign in on Macs, administrators with their role. People in nested groups are not assigned with them, and groups need Entra ID P1 or P2.',
    pitfalls: [
      {
        text: 'Somebody who is not assigned is refused where the application requires an assignment.',
        codes: ['AADSTS50105'],
        rows: ['entra-not-assigned'],
      },
      {
        text: 'Guests, and people whose domain is federated with another directory, have no password here that could be checked.',
        codes: ['AADSTS50034', 'AADSTS50056'],
        rows: ['entra-unknown-user', 'entra-no-password'],
      },
      {
        text: 'The page Users and groups can be missing while public client flows are allowed: turn them off for as long as you assign.',
      },
    ],
    proof: { test: 'oidc', shows: 'An assigned person gets in' },
    sources: [JAMF_ENTRA, ASSIGN, ERROR_CODES],
  },
  {
    id: 'require-assignment',
    title: 'Require an assignment',
    path: [...ENTERPRISE, 'Properties', 'Assignment required?'],
    formerPath: [...FORMER_ENTERPRISE, 'Properties', 'Assignment required?'],
    carries: [{ label: 'Assignment required?', value: 'Yes' }],
    text: 'Otherwise everybody of the tenant can sign in on your Macs.',
    optional: true,
    sources: [ASSIGN],
  },
  {
    id: 'secondary-access',
    title: 'Let only some people add their account to a Mac',
    path: [...REGISTRATIONS, 'Your application', 'App roles', 'Create app role'],
    formerPath: [...FORMER_REGISTRATIONS, 'Your application', 'App roles', 'Create app role'],
    text: 'Once a Mac has its first account, only people with one of these roles may add theirs.',
    brings: [{ label: 'Values of the roles', keys: ['login/OIDCSecondaryAccess'] }],
    optional: true,
    unconfirmed:
      'Jamf’s page says that Jamf Connect looks in the claim role; Entra ID sends the claim roles. Which of the two Jamf Connect reads here is not confirmed: try it before you rely on it.',
    sources: [ROLES, APP_ROLES],
  },
  {
    id: 'more-redirect-uris',
    title: 'Register redirect URIs of further features',
    path: [...REGISTRATIONS, 'Your application', 'Authentication', 'Add a platform'],
    formerPath: [...FORMER_REGISTRATIONS, 'Your application', 'Authentication', 'Add a platform'],
    text: 'Under Mobile and desktop applications; no key of the profile has them.',
    carries: [
      {
        label: 'Elevation with a security key in Self Service+',
        value: 'jamfconnect://loggedin',
      },
      { label: 'Jamf Unlock', value: 'jamfunlock://callback/auth' },
    ],
    optional: true,
    sources: [
      {
        label: 'Jamf: Temporary user permission settings',
        url: `${JAMF}Temporary_User_Permission_Settings`,
      },
      {
        label: 'Microsoft: Add a redirect URI',
        url: `${ENTRA}identity-platform/how-to-add-redirect-uri`,
      },
    ],
  },
]
