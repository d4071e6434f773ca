/** Vendor pages and public repositories the facts of com.jamf.connect come from. */
export const authenticationPage =
  'https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Menu_Bar_Authentication_Settings'
export const conditionalAccessPage =
  'https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Creating_a_Jamf_Connect_Configuration_with_Conditional_Access'
export const signInPage =
  'https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Menu_Bar_Sign-in_Settings'
export const passwordPolicyPage =
  'https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Password_Policy_Settings'
export const passwordSyncPage =
  'https://docs.jamf.com/jamf-connect/2.1.2/administrator-guide/Password_Syncing_with_Jamf_Connect.html'
export const kerberosPage =
  'https://docs.jamf.com/jamf-connect/2.0.1/administrator-guide/Kerberos_Integration.html'
export const statePage =
  'https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Jamf_Connect_State_Settings'
export const menuItemsPage =
  'https://docs.jamf.com/jamf-connect/2.0.1/administrator-guide/Custom_Branding.html'
export const unlockPage = 'https://docs.jamf.com/jamf-connect/2.8.0/documentation/Jamf_Unlock.html'
export const elevationPage =
  'https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Temporary_User_Permission_Settings'
export const elevationGuide =
  'https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Configuring_Privilege_Elevation'
export const elevationArticle =
  'https://derflounder.wordpress.com/2026/02/18/using-self-service-as-a-privilege-elevation-tool/'
export const offlineMfaPage =
  'https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Offline_Multifactor_Authentication'

/** JSON schemas for Jamf Pro that mirror Jamf's reference of Jamf Connect 2. */
export const schemaRepository =
  'https://github.com/kdrwygvh/JSON-Schema-for-Jamf-Pro-Applications-and-Settings-MDM-Payload'
/** Jamf's own sample configurations. */
export const sampleRepository = 'https://github.com/jamf/jamfconnect'
/** Trial profiles and modules of Jamf Concepts. */
export const conceptsRepository = 'https://github.com/Jamf-Concepts/terraform-jamf-platform'
/** Troubleshooting script of a Jamf employee. */
export const troubleshootingRepository = 'https://github.com/Sunshine-was-here/jamf-connect-troubleshooting'
/** Profiles that one organization has deployed and published. */
export const organizationRepository = 'https://github.com/andrew-kemp-dahlberg/mac-plists-and-config-profiles'
