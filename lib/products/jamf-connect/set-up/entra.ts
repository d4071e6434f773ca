import { registration } from './entra-steps'
import type { JamfGuide, JamfStep } from './guide'
import { entraRequests } from './requests/entra'

const policies: JamfStep = {
  id: 'policies',
  title: 'Check the Conditional Access policies',
  path: ['Entra ID', 'Conditional Access', 'Policies'],
  text: 'The login window is a web view without a keychain and without the certificate of the device. It cannot meet conditions on the device, and a password check cannot meet a second factor.',
  pitfalls: [
    {
      text: 'A policy asks for a second factor at every resource: a password check is refused although the password is right. The guide “Microsoft Entra ID with Conditional Access” shows the way around it.',
      codes: ['AADSTS50076', 'AADSTS53003'],
      rows: [
        'entra-second-factor',
        'entra-second-factor-missing',
        'entra-blocked-by-policy',
        'entra-security-defaults',
      ],
    },
    {
      text: 'A policy asks for a compliant or a joined device.',
      codes: ['AADSTS53000', 'AADSTS53001'],
      rows: ['entra-device-condition'],
    },
  ],
  proof: { test: 'ropg', shows: 'A password alone is enough' },
  sources: [
    {
      label: 'Microsoft: Conditional Access target resources',
      url: 'https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-cloud-apps',
    },
    {
      label: 'Microsoft: Error codes',
      url: 'https://learn.microsoft.com/entra/identity-platform/reference-error-codes',
    },
  ],
}

/** Entra ID without policies that a password check has to be left out of. */
export const entra: JamfGuide = {
  id: 'entra',
  title: 'Microsoft Entra ID',
  providers: ['EntraID'],
  about:
    'People sign in with their Entra ID account, and Jamf Connect checks passwords with the same application. For tenants whose policies ask for no second factor at the password check.',
  requests: entraRequests,
  steps: [...registration, policies],
}
