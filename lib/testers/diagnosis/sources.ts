/** Pages that the rows rest on. */
const JAMF_NOW = 'https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/'

export const AADSTS = 'https://learn.microsoft.com/entra/identity-platform/reference-error-codes'
export const MS_ROPC = 'https://learn.microsoft.com/entra/identity-platform/v2-oauth-ropc'
/** Says that policies are enforced after first-factor authentication is completed. */
export const MS_CONDITIONAL_ACCESS = 'https://learn.microsoft.com/entra/identity/conditional-access/overview'
export const JAMF_ENTRA =
  'https://docs.jamf.com/jamf-connect/2.12.0/documentation/Integrating_with_Microsoft_Azure_AD.html'
export const JAMF_CONDITIONAL_ACCESS =
  'https://github.com/jamf/jamfconnect/tree/main/azure_conditional_access'
export const JAMF_MFA_ANSWER =
  'https://community.jamf.com/t5/jamf-connect/microsoft-azure-identity-protection-conditional-access-and-jamf/td-p/231944'
export const JAMF_DEVICE_COMPLIANCE =
  'https://support.jamf.com/en/articles/11003428-jamf-connect-menu-bar-password-change-window-mot-passing-device-compliance-with-entra-id'
export const JAMF_OKTA_IDENTITY_ENGINE = `${JAMF_NOW}Configuring_Okta_Identity_Engine_with_Jamf_Connect`
export const JAMF_OKTA_OIDC =
  'https://community.jamf.com/t5/tech-thoughts/using-okta-with-oidc-ropg-with-jamf-connect/ba-p/281863'
export const JAMF_ONELOGIN =
  'https://docs.jamf.com/ja/jamf-connect/2.17.0/documentation/Integrating_with_OneLogin.html'
export const JAMF_PING =
  'https://docs.jamf.com/jamf-connect/2.15.0/documentation/Integrating_with_PingFederate.html'
export const OKTA_OAUTH_ERRORS =
  'https://github.com/okta/okta-developer-docs/blob/master/packages/@okta/vuepress-site/data/oauth2-error-codes.json'
export const OKTA_ERRORS =
  'https://github.com/okta/okta-developer-docs/blob/master/packages/@okta/vuepress-site/data/error-codes.json'
export const OKTA_AUTHN = 'https://developer.okta.com/docs/reference/api/authn/'
export const GOOGLE_ERRORS = 'https://support.google.com/accounts/answer/16668185'
export const GOOGLE_REDIRECT =
  'https://stackoverflow.com/questions/11485271/google-oauth-2-authorization-error-redirect-uri-mismatch'
export const GOOGLE_CLIENT = 'https://docs.onetapwoo.com/troubleshooting/google-api-errors'
export const IBM_LOGIN = 'https://travellingtechguy.eu/jamf-connect-login-and-ibm-cloud-identity/'
export const IBM_MESSAGES = 'https://www.ibm.com/docs/en/SSCT62/msg/concepts/c_aq_messages.html'
export const ONELOGIN_MFA = 'http://www.sepiemoini.com/blog/integrating-jamf-connect-verify-with-onelogin'
const KEYCLOAK = 'https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/'
export const KEYCLOAK_GRANT = `${KEYCLOAK}protocol/oidc/grants/ResourceOwnerPasswordCredentialsGrantType.java`
export const KEYCLOAK_AUTHORIZE = `${KEYCLOAK}protocol/oidc/endpoints/AuthorizationEndpointChecker.java`
export const KEYCLOAK_PASSWORD = `${KEYCLOAK}authentication/authenticators/directgrant/ValidatePassword.java`
export const KEYCLOAK_USER = `${KEYCLOAK}authentication/authenticators/directgrant/ValidateUsername.java`
export const KEYCLOAK_SECRET = `${KEYCLOAK}authentication/authenticators/client/ClientIdAndSecretAuthenticator.java`
export const AUTH0_PASSWORD = 'https://auth0.com/docs/flows/call-your-api-using-resource-owner-password-flow'
export const AUTH0_MFA =
  'https://auth0.com/docs/secure/multi-factor-authentication/authenticate-using-ropg-flow-with-mfa'
/** What Azure AD B2C answers a wrong password with, as an administrator shows it. */
export const AZURE_AD_B2C_WRONG_PASSWORD = 'https://github.com/MicrosoftDocs/azure-docs/issues/23780'
export const AUTH0_ERRORS = 'https://auth0.com/docs/libraries/error-messages'
export const AUTHENTIK_PASSWORD = 'https://github.com/goauthentik/authentik/issues/6139'
export const AD_FS_FLOWS =
  'https://learn.microsoft.com/windows-server/identity/ad-fs/overview/ad-fs-openid-connect-oauth-flows-scenarios'
/** Says that a user who is locked out is refused whether the password is good or bad. */
export const AD_FS_LOCKOUT =
  'https://learn.microsoft.com/windows-server/identity/ad-fs/operations/configure-ad-fs-extranet-soft-lockout-protection'
export const AD_FS_RESOURCE = 'https://github.com/snok/django-auth-adfs/issues/214'
export const AD_FS_UNKNOWN_RESOURCE =
  'https://github.com/Azure-Samples/active-directory-dotnet-native-headless/issues/19'
export const RFC_TOKEN_ERRORS = 'https://www.rfc-editor.org/rfc/rfc6749#section-5.2'
export const OIDC_REQUEST = 'https://openid.net/specs/openid-connect-core-1_0.html#AuthRequest'
export const RFC_AUTHORIZE_ERRORS = 'https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1'
