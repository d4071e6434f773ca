import type { ProviderId } from '../providers/provider-rows'

type Examples = {
  readonly placeholder: string
  readonly placeholders: { readonly [Id in ProviderId]?: string }
}

const GUID = '2f4c1a9e-83d7-4b05-9e6a-71c0d5b8f342'
const DIRECTORY = '8d0b6e47-5c12-4fa3-b9d8-03e7a61f52c4'
const OF_OKTA = '0oa7k2m9q4t6w1x3z5b8'

/**
 * Client IDs as the providers give them out, or as an administrator may call a client. Jamf documents the forms of Entra ID
 * and Google; that of Okta is the one of its own documents. Of the others no form is known.
 * https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Login_Window_Authentication_Settings
 */
export const clientIds: Examples = {
  placeholder: GUID,
  placeholders: {
    EntraID: GUID,
    OktaIdentityEngine: OF_OKTA,
    'Okta-OIDC': OF_OKTA,
    GoogleID: 'example.apps.googleusercontent.com',
    PingFederate: 'jamfconnect',
    Custom: 'jamfconnect',
  },
}

/**
 * Tenants: a directory, the host of an Okta organization, the name alone.
 * https://docs.jamf.com/jamf-connect/2.6.0/documentation/Authentication_Settings.html
 */
export const tenants: Examples = {
  placeholder: DIRECTORY,
  placeholders: {
    EntraID: DIRECTORY,
    OktaIdentityEngine: 'example.okta.com',
    'Okta-OIDC': 'example.okta.com',
    IBMCI: 'example',
    OneLogin: 'example',
  },
}

/** What follows a right password. */
export const successCodes: Examples = {
  placeholder: 'AADSTS50076',
  placeholders: { EntraID: 'AADSTS50076', OneLogin: 'MFA' },
}
