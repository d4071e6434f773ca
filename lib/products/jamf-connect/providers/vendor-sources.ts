import type { vendorRows } from './vendor-rows'

/** The page that the address and the traits of each product are taken from. Beside the rows, which come with every page. */
export const vendorSources = {
  EntraID: 'https://learn.microsoft.com/en-us/entra/identity-platform/authentication-national-cloud',
  'Azure AD B2C': 'https://learn.microsoft.com/en-us/azure/active-directory-b2c/b2clogin',
  'Okta-OIDC':
    'https://community.jamf.com/t5/tech-thoughts/using-okta-as-an-oidc-application-with-jamf-connect/ba-p/279786',
  GoogleID: 'https://developers.google.com/identity/openid-connect/openid-connect',
  IBMCI: 'https://docs.jamf.com/jamf-connect/2.11.0/documentation/Integrating_with_IBM_Security_Verify.html',
  OneLogin: 'https://developers.onelogin.com/openid-connect/api/provider-config',
  PingOne: 'https://docs.pingidentity.com/pingone/applications/p1_grant_types.html',
  JumpCloud: 'https://jumpcloud.com/support/sso-with-oidc',
  Duo: 'https://duo.com/docs/sso-oidc-generic',
  Auth0: 'https://auth0.com/docs/get-started/applications/configure-applications-with-oidc-discovery',
  Cognito: 'https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints-oauth-grants.html',
  'AD FS':
    'https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Configuring_Jamf_Connect_with_AD_FS',
  Keycloak: 'https://www.keycloak.org/securing-apps/oidc-layers',
  authentik: 'https://docs.goauthentik.io/add-secure-apps/providers/oauth2/machine_to_machine/',
  WSO2: 'https://is.docs.wso2.com/en/latest/guides/authentication/oidc/discover-oidc-configs/',
} as const satisfies { readonly [Id in keyof typeof vendorRows]: string }
