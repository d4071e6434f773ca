import type { vendorRows } from './vendor-rows'
import { vendorSources } from './vendor-sources'

const ENTRA_CODE_FLOW = 'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow'
const B2C_CODE_FLOW = 'https://learn.microsoft.com/azure/active-directory-b2c/authorization-code-flow'
const AD_FS_CONCEPTS =
  'https://learn.microsoft.com/windows-server/identity/ad-fs/development/ad-fs-openid-connect-oauth-concepts'
const COGNITO_PKCE =
  'https://docs.aws.amazon.com/cognito/latest/developerguide/using-pkce-in-authorization-code.html'
const PINGONE_PUBLIC_CLIENTS =
  'https://developer.pingidentity.com/pingone-api/workflow-library/platform-sso-and-authorization/openid-connect-oidc/client-authentication-methods/environment-configuration/none.html'

type Unlisted = {
  readonly [Id in keyof typeof vendorRows]?: { readonly pkce?: string; readonly publicClients?: string }
}

/**
 * What products do although their discovery documents do not list it, each with the page that says so. Beside their rows,
 * because only the test of the document asks for it.
 */
export const unlisted: Unlisted = {
  EntraID: { pkce: ENTRA_CODE_FLOW, publicClients: ENTRA_CODE_FLOW },
  'Azure AD B2C': { pkce: B2C_CODE_FLOW, publicClients: B2C_CODE_FLOW },
  IBMCI: { publicClients: vendorSources.IBMCI },
  PingOne: { publicClients: PINGONE_PUBLIC_CLIENTS },
  JumpCloud: { pkce: vendorSources.JumpCloud, publicClients: vendorSources.JumpCloud },
  Auth0: { publicClients: 'https://auth0.com/docs/get-started/applications/application-grant-types' },
  Cognito: { pkce: COGNITO_PKCE, publicClients: COGNITO_PKCE },
  'AD FS': { pkce: AD_FS_CONCEPTS, publicClients: AD_FS_CONCEPTS },
  Keycloak: { publicClients: 'https://www.keycloak.org/docs/latest/server_admin/#capability-config' },
  authentik: { publicClients: 'https://docs.goauthentik.io/add-secure-apps/providers/oauth2/' },
}
