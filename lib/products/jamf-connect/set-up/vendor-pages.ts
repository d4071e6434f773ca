import type { Source } from '../../../schema/set-up'

const JAMF = 'https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/'
const JAMF_2 = 'https://docs.jamf.com/jamf-connect/'
const OKTA_GUIDES = 'https://developer.okta.com/docs/guides/'
const PINGFEDERATE = 'https://docs.pingidentity.com/pingfederate/latest/administrators_reference_guide/'
const KEYCLOAK_DOCS = 'https://github.com/keycloak/keycloak/blob/main/docs/documentation/server_admin/topics/'
const AUTH0 = 'https://auth0.com/docs/'
const WINDOWS_SERVER = 'https://learn.microsoft.com/windows-server/identity/ad-fs/'

const page = (label: string, url: string): Source => ({ label, url })

/** The pages that the set-ups rest on, by vendor. */
export const jamf = {
  redirect: page(
    'Jamf: Login Window Preferences (2.13)',
    `${JAMF_2}2.13.0/documentation/Login_Window_Preferences.html`,
  ),
  menuBar: page('Jamf: Self Service+ Authentication Settings', `${JAMF}Menu_Bar_Authentication_Settings`),
  initialPassword: page('Jamf: Initial Password Settings', `${JAMF}Initial_Password_Settings`),
  roles: page('Jamf: OpenID Connect User Role Settings', `${JAMF}OpenID_Connect_User_Role_Settings`),
  elevation: page('Jamf: Temporary User Permission Settings', `${JAMF}Temporary_User_Permission_Settings`),
  conditionalAccess: page(
    'Jamf: Creating a Jamf Connect Configuration with Conditional Access',
    `${JAMF}Creating_a_Jamf_Connect_Configuration_with_Conditional_Access`,
  ),
  oktaOidc: page(
    'Jamf: Creating an Okta App Integration with OpenID Connect',
    `${JAMF}Jamf_Connect_Creating_an_Okta_App_OIDC`,
  ),
  oktaPost: page(
    'Jamf community: Using Okta with OIDC and ROPG (2022)',
    'https://community.jamf.com/t5/tech-thoughts/using-okta-with-oidc-ropg-with-jamf-connect/ba-p/281863',
  ),
  oktaMfa: page(
    'Jamf: Configuring Okta for MFA on the Login Window',
    `${JAMF}Configuring_Okta_for_MFA_on_the_Jamf_Connect_Login_Window`,
  ),
  oktaIdentityEngine: page(
    'Jamf: Configuring Okta Identity Engine with Jamf Connect',
    `${JAMF}Configuring_Okta_Identity_Engine_with_Jamf_Connect`,
  ),
  oktaClassic: page(
    'Jamf: Configuring Okta Classic Engine with Jamf Connect',
    `${JAMF}Configuring_Okta_Classic_Engine_with_Jamf_Connect`,
  ),
  oktaApi: page(
    'Jamf: Integrating with Okta (2.12)',
    `${JAMF_2}2.12.0/documentation/Integrating_with_Okta.html`,
  ),
  oktaRoleApps: page(
    'Jamf: Creating Applications for Limiting Access to Devices',
    `${JAMF}Creating_Applications_for_Limiting_Access_to_Devices`,
  ),
  google: page(
    'Jamf: Integrating with Google Identity (2.12)',
    `${JAMF_2}2.12.0/documentation/Integrating_with_Google_Identity.html`,
  ),
  migration: page(
    'Jamf: Local Account Migration (2.13)',
    `${JAMF_2}2.13.0/documentation/Local_Account_Migration.html`,
  ),
  oneLogin: page(
    'Jamf: Integrating with OneLogin (2.17, in Japanese)',
    `${JAMF_2.replace('.com/', '.com/ja/')}2.17.0/documentation/Integrating_with_OneLogin.html`,
  ),
  successCodes: page(
    'Jamf: Authentication Settings (2.0)',
    `${JAMF_2}2.0.0/administrator-guide/Authentication_Settings.html`,
  ),
  pingFederate: page(
    'Jamf: Integrating with PingFederate (2.15)',
    `${JAMF_2}2.15.0/documentation/Integrating_with_PingFederate.html`,
  ),
  ibm: page(
    'Jamf: Integrating with IBM Security Verify (2.11)',
    `${JAMF_2}2.11.0/documentation/Integrating_with_IBM_Security_Verify.html`,
  ),
  custom: page(
    'Jamf: Integrating with a Custom Identity Provider (2.4)',
    `${JAMF_2}2.4.4/documentation/Integrating_with_a_Custom_Identity_Provider.html`,
  ),
  adFs: page('Jamf: Configuring Jamf Connect with AD FS', `${JAMF}Configuring_Jamf_Connect_with_AD_FS`),
  hybrid: page('Jamf: Microsoft Entra ID Hybrid ID Settings', `${JAMF}Azure_AD_Hybrid_ID_Settings`),
  entra: page(
    'Jamf: Integrating with Microsoft Azure AD (2.12)',
    `${JAMF_2}2.12.0/documentation/Integrating_with_Microsoft_Azure_AD.html`,
  ),
  samples: page(
    'Jamf: sample configurations',
    'https://github.com/jamf/jamfconnect/tree/main/configurations/v2.X',
  ),
} as const

export const okta = {
  wizard: page(
    'Okta: Create OpenID Connect app integrations',
    'https://help.okta.com/oie/en-us/content/topics/apps/apps_app_integration_wizard_oidc.htm',
  ),
  password: page('Okta: Resource Owner Password', `${OKTA_GUIDES}implement-grant-type/ropassword/main/`),
  interactionCode: page('Okta: Interaction Code', `${OKTA_GUIDES}implement-grant-type/interactioncode/main`),
  policies: page('Okta: Policies', 'https://developer.okta.com/docs/concepts/policies/'),
  groups: page(
    'Okta: Customize tokens with a groups claim',
    `${OKTA_GUIDES}customize-tokens-groups-claim/main/`,
  ),
  groupFunctions: page(
    'Okta: Customize tokens with a dynamic allowlist',
    `${OKTA_GUIDES}customize-tokens-dynamic/main/`,
  ),
  authn: page('Okta: Authentication API', 'https://developer.okta.com/docs/reference/api/authn/'),
} as const

export const google = {
  start: page(
    'Google: Get started with the Google Auth Platform',
    'https://support.google.com/cloud/answer/15544987',
  ),
  audience: page('Google: Manage App Audience', 'https://support.google.com/cloud/answer/15549945'),
  clients: page('Google: Manage OAuth Clients', 'https://support.google.com/cloud/answer/15549257'),
  ldap: page('Google: Manage LDAP clients', 'https://support.google.com/a/answer/9048541'),
  ldapConnect: page('Google: Connect LDAP clients', 'https://support.google.com/a/answer/9089736'),
} as const

export const oneLogin = {
  connect: page(
    'OneLogin: Connect an OIDC enabled app',
    'https://developers.onelogin.com/openid-connect/connect-to-onelogin',
  ),
  discovery: page(
    'OneLogin: Provider Configuration',
    'https://developers.onelogin.com/openid-connect/api/provider-config',
  ),
  appPolicies: page(
    'OneLogin: App Policies',
    'https://onelogin.service-now.com/kb_view_customer.do?sysparm_article=KB0010463',
  ),
} as const

export const ping = {
  client: page(
    'PingFederate: Creating the client',
    `${PINGFEDERATE.replace('latest', '11.2')}pf_create_client.html`,
  ),
  passwordMapping: page(
    'PingFederate: Managing resource owner credentials grant mapping',
    `${PINGFEDERATE}help_oauthsource2targetmappingtasklet_oauthrocreds2targetmappingsstate.html`,
  ),
  oneGrants: page(
    'PingOne: Grant types',
    'https://docs.pingidentity.com/pingone/applications/p1_grant_types.html',
  ),
} as const

export const ibm = {
  signOn: page(
    'IBM: Configuring single sign-on in the OpenID Connect provider',
    'https://www.ibm.com/docs/en/security-verify?topic=sign-configuring-single-in-openid-connect-provider',
  ),
  addresses: page(
    'IBM: OpenID Connect',
    'https://www.ibm.com/docs/en/security-verify?topic=applications-openid-connect',
  ),
  grants: page('IBM: Grant types', 'https://www.ibm.com/docs/en/security-verify?topic=connect-grant-types'),
  login: page(
    'Travelling Tech Guy: Jamf Connect Login and IBM Cloud Identity',
    'https://travellingtechguy.eu/jamf-connect-login-and-ibm-cloud-identity/',
  ),
} as const

export const keycloak = {
  settings: page(
    'Keycloak: Basic configuration of a client',
    `${KEYCLOAK_DOCS}clients/oidc/con-basic-settings.adoc`,
  ),
  create: page('Keycloak: Server Administration Guide', 'https://www.keycloak.org/docs/latest/server_admin/'),
  layers: page('Keycloak: OpenID Connect layers', 'https://www.keycloak.org/securing-apps/oidc-layers'),
  grant: page(
    'Keycloak: source of the password grant',
    'https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/protocol/oidc/grants/ResourceOwnerPasswordCredentialsGrantType.java',
  ),
} as const

export const auth0 = {
  grants: page('Auth0: Application Grant Types', `${AUTH0}get-started/applications/application-grant-types`),
  updateGrants: page('Auth0: Update Grant Types', `${AUTH0}get-started/applications/update-grant-types`),
  password: page(
    'Auth0: Call Your API Using Resource Owner Password Flow',
    `${AUTH0}get-started/authentication-and-authorization-flow/resource-owner-password-flow/call-your-api-using-resource-owner-password-flow`,
  ),
  discovery: page(
    'Auth0: Configure Applications with OIDC Discovery',
    `${AUTH0}get-started/applications/configure-applications-with-oidc-discovery`,
  ),
  claims: page('Auth0: Create Custom Claims', `${AUTH0}secure/tokens/json-web-tokens/create-custom-claims`),
} as const

export const adFs = {
  concepts: page(
    'Microsoft: AD FS OpenID Connect/OAuth concepts',
    `${WINDOWS_SERVER}development/ad-fs-openid-connect-oauth-concepts`,
  ),
  flows: page(
    'Microsoft: AD FS OpenID Connect/OAuth flows and scenarios',
    `${WINDOWS_SERVER}overview/ad-fs-openid-connect-oauth-flows-scenarios`,
  ),
  permission: page(
    'Microsoft: Grant-AdfsApplicationPermission',
    'https://learn.microsoft.com/powershell/module/adfs/grant-adfsapplicationpermission',
  ),
  entraRegistration: page(
    'Microsoft: Register an application',
    'https://learn.microsoft.com/entra/identity-platform/quickstart-register-app',
  ),
} as const

export const jumpCloud = {
  oidc: page('JumpCloud: SSO with OIDC', 'https://jumpcloud.com/support/sso-with-oidc'),
  passwords: page('JumpCloud: Device Password Sync', 'https://jumpcloud.com/support/device-password-sync'),
} as const

export const authentik = {
  machines: page(
    'authentik: Machine-to-Machine authentication',
    'https://docs.goauthentik.io/add-secure-apps/providers/oauth2/machine_to_machine/',
  ),
  provider: page(
    'authentik: OAuth 2.0 provider',
    'https://docs.goauthentik.io/add-secure-apps/providers/oauth2/',
  ),
  issue: page('authentik: issue 6139', 'https://github.com/goauthentik/authentik/issues/6139'),
} as const

export const duo = {
  oidc: page('Duo: Generic OpenID Connect Relying Parties', 'https://duo.com/docs/sso-oidc-generic'),
} as const
