import { registration } from './entra-steps'
import type { JamfGuide, JamfStep } from './guide'
import { entraConditionalAccessRequests } from './requests/entra-conditional-access'

const JAMF = 'https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/'
const REGISTRATIONS = ['Entra ID', 'App registrations'] as const
const FORMER_REGISTRATIONS = ['Identity', 'Applications', 'App registrations'] as const

const API_SOURCE = {
  label: 'Jamf: Creating an application registration with a custom API',
  url: `${JAMF}Creating_an_Application_Registration_with_a_Custom_API`,
} as const
const SCOPE_SOURCE = {
  label: 'Jamf: Creating an application registration with a custom scope',
  url: `${JAMF}Creating_an_Application_Registration_with_a_Custom_Scope`,
} as const
const EXCLUDE_SOURCE = {
  label: 'Jamf: Excluding the custom API from Conditional Access policies',
  url: `${JAMF}Excluding_the_Custom_API_from_Conditional_Access_Policies`,
} as const
const CONFIGURATION_SOURCE = {
  label: 'Jamf: Creating a configuration with Conditional Access',
  url: `${JAMF}Creating_a_Jamf_Connect_Configuration_with_Conditional_Access`,
} as const

const api: readonly JamfStep[] = [
  {
    id: 'register-api',
    title: 'Register the API',
    path: [...REGISTRATIONS, 'New registration'],
    formerPath: [...FORMER_REGISTRATIONS, 'New registration'],
    text: 'This first application stands for the password check alone: the policies leave it out, and nobody signs in with it.',
    carries: [
      { label: 'Name', value: 'Jamf Connect API', note: 'Any name.' },
      { label: 'Supported account types', value: 'Accounts in this organizational directory only' },
    ],
    pitfalls: [
      {
        text: 'With a redirect URI, or with public client flows allowed, the policy that leaves the API out cannot be saved: give it neither.',
      },
    ],
    sources: [API_SOURCE],
  },
  {
    id: 'expose-scope',
    title: 'Add the scope of the API',
    path: [...REGISTRATIONS, 'The API', 'Expose an API', 'Add a scope'],
    formerPath: [...FORMER_REGISTRATIONS, 'The API', 'Expose an API', 'Add a scope'],
    text: 'Take the Application ID URI that the console offers, which is api:// and the application ID of the API.',
    carries: [{ label: 'Scope name', value: 'jamfconnect' }],
    pitfalls: [
      {
        text: 'The name of the scope, or the ID in front of it, is another one than in the profile.',
        codes: ['AADSTS70011', 'AADSTS500011'],
        rows: ['entra-scope'],
      },
    ],
    sources: [API_SOURCE],
  },
]

const permission: JamfStep = {
  id: 'api-permission',
  title: 'Give the application the scope of the API',
  path: [...REGISTRATIONS, 'Your application', 'API permissions', 'Add a permission', 'My APIs', 'The API'],
  formerPath: [
    ...FORMER_REGISTRATIONS,
    'Your application',
    'API permissions',
    'Add a permission',
    'My APIs',
    'The API',
  ],
  text: 'Then grant admin consent a second time: it covers only what the application had when it was given.',
  carries: [{ label: 'Permission', value: 'jamfconnect' }],
  pitfalls: [
    {
      text: 'Without the permission or its consent, the password check is refused.',
      codes: ['AADSTS65001', 'AADSTS650057'],
      rows: ['entra-consent'],
    },
  ],
  sources: [SCOPE_SOURCE],
}

const inThePolicies: readonly JamfStep[] = [
  {
    id: 'exclude-api',
    title: 'Leave the API out of the policies',
    path: [
      'Entra ID',
      'Conditional Access',
      'Policies',
      'Each policy on all resources',
      'Target resources',
      'Exclude',
      'Select specific resources',
    ],
    text: 'Choose the API, not the application that people sign in with: those sign-ins keep their second factor.',
    pitfalls: [
      {
        text: 'One policy still covers the API: a password check is refused although the password is right.',
        codes: ['AADSTS53003', 'AADSTS50076'],
        rows: [
          'entra-blocked-by-policy',
          'entra-second-factor',
          'entra-second-factor-missing',
          'entra-security-defaults',
        ],
      },
      {
        text: 'A policy on the application asks for a compliant or a joined device, which the web view of the login window cannot show.',
        codes: ['AADSTS53000', 'AADSTS53001'],
        rows: ['entra-device-condition'],
      },
    ],
    proof: { test: 'ropg', shows: 'A password alone is enough' },
    sources: [EXCLUDE_SOURCE],
  },
  {
    id: 'scopes',
    title: 'Ask for the scope at the password check',
    text: 'Put the application ID of the API, not that of the application, between api:// and /jamfconnect.',
    brings: [
      {
        label: 'Scopes of the password check',
        keys: ['login/ROPGScopes', 'connect/IdPSettings/Scopes'],
        note: 'Write api://<application ID of the API>/jamfconnect+openid+email+profile.',
      },
    ],
    pitfalls: [
      {
        text: 'OIDCScopes gets the same value only where no second factor is wanted at the login window. While it is not configured, people are asked for theirs there.',
      },
    ],
    proof: { test: 'ropg', shows: 'The scope is granted', checks: ['ropg.scopes'] },
    sources: [CONFIGURATION_SOURCE, SCOPE_SOURCE],
  },
  {
    id: 'sign-in-log',
    title: 'Compare the sign-in log',
    path: ['Entra ID', 'Monitoring & health', 'Sign-in logs'],
    text: 'Run both tests and wait: entries come 5 to 15 minutes late. The sign-in says multifactor, the password check single-factor.',
    proof: { test: 'oidc', shows: 'The sign-in asks for a second factor' },
    sources: [CONFIGURATION_SOURCE],
  },
]

/** Entra ID where policies ask for a second factor everywhere: the password check has an API of its own. */
export const entraConditionalAccess: JamfGuide = {
  id: 'entra-conditional-access',
  title: 'Microsoft Entra ID with Conditional Access',
  providers: ['EntraID'],
  template: 'entra-conditional-access',
  about:
    'People sign in with a second factor, and passwords are checked without one, with the scope of an API that the policies leave out. Jamf asks for Jamf Connect 2.14 or later.',
  requests: entraConditionalAccessRequests,
  steps: [...api, ...registration, permission, ...inThePolicies],
}
