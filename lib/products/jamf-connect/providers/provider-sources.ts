import type { ProviderId } from './provider-rows'

const JAMF = 'https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/'

/** The page that the row of each provider is taken from. Beside the rows, which come with every page. */
export const providerSources: { readonly [Id in ProviderId]: string } = {
  EntraID: `${JAMF}Login_Window_Authentication_Settings`,
  Okta: `${JAMF}Configuring_Okta_Classic_Engine_with_Jamf_Connect`,
  OktaIdentityEngine: `${JAMF}Configuring_Okta_Identity_Engine_with_Jamf_Connect`,
  'Okta-OIDC': `${JAMF}Jamf_Connect_Creating_an_Okta_App_OIDC`,
  GoogleID: 'https://docs.jamf.com/jamf-connect/2.12.0/documentation/Integrating_with_Google_Identity.html',
  IBMCI: 'https://docs.jamf.com/jamf-connect/2.11.0/documentation/Integrating_with_IBM_Security_Verify.html',
  OneLogin: 'https://docs.jamf.com/ja/jamf-connect/2.17.0/documentation/Integrating_with_OneLogin.html',
  PingFederate: 'https://docs.jamf.com/jamf-connect/2.15.0/documentation/Integrating_with_PingFederate.html',
  Custom:
    'https://docs.jamf.com/jamf-connect/2.4.4/documentation/Integrating_with_a_Custom_Identity_Provider.html',
}
