import type { ProviderId } from './condition-type'
import { LOGIN_DOMAIN } from './context'
import { discoveryUrl } from './providers'
import { exactTextOf, textOf } from './read'
import type { Context } from './settings'
import { isTemplate } from './templates'
import { urlIn } from './web-address'

/** A value of OIDCProvider, or a product that stands behind "Custom". */
export type Vendor =
  | ProviderId
  | 'AD FS'
  | 'Auth0'
  | 'authentik'
  | 'Azure AD B2C'
  | 'Cognito'
  | 'Duo'
  | 'JumpCloud'
  | 'Keycloak'
  | 'PingOne'
  | 'WSO2'

/** What is known of a product, whichever value of OIDCProvider leads to it. */
export type VendorTraits = {
  readonly vendor: Vendor
  /** How a sentence calls it. */
  readonly label: string
  /** Its hosts, in small letters. */
  readonly hosts?: RegExp
  /** Organizations may give it a host of their own, so that an unknown host may be it. */
  readonly ownHosts?: true
  /** What the path of an issuer or discovery address on a host of the organization's own begins with or holds. */
  readonly paths?: RegExp
  /** Whether Jamf's set-up for it allows the hybrid flow, so that a sign-in asks for "code id_token". */
  readonly hybrid?: true
  /** "none": its documents say that no application gets the password grant. */
  readonly passwordGrant?: 'none'
  /** What it does although its discovery document does not list it, each with the page that says so. */
  readonly unlisted?: { readonly pkce?: string; readonly publicClients?: string }
  /** The claim in which it sends the roles of a user, where that is fixed. */
  readonly roleClaim?: string
  /** Page that the address and the other traits are taken from. */
  readonly source: string
}

const ENTRA_CODE_FLOW = 'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow'
const B2C_CODE_FLOW = 'https://learn.microsoft.com/azure/active-directory-b2c/authorization-code-flow'
const AD_FS_CONCEPTS =
  'https://learn.microsoft.com/windows-server/identity/ad-fs/development/ad-fs-openid-connect-oauth-concepts'
const COGNITO_PKCE =
  'https://docs.aws.amazon.com/cognito/latest/developerguide/using-pkce-in-authorization-code.html'
const IBM_SETUP =
  'https://docs.jamf.com/jamf-connect/2.11.0/documentation/Integrating_with_IBM_Security_Verify.html'
const JUMPCLOUD_OIDC = 'https://jumpcloud.com/support/sso-with-oidc'

const PINGONE_PUBLIC_CLIENTS =
  'https://developer.pingidentity.com/pingone-api/workflow-library/platform-sso-and-authorization/openid-connect-oidc/client-authentication-methods/environment-configuration/none.html'

const OKTA_SETUP =
  'https://community.jamf.com/t5/tech-thoughts/using-okta-as-an-oidc-application-with-jamf-connect/ba-p/279786'

/**
 * Products by their addresses, the most telling first: a host belongs to one vendor, a path is a product's own form on
 * a host of any name.
 */
export const vendors: readonly VendorTraits[] = [
  {
    vendor: 'EntraID',
    label: 'Microsoft Entra ID',
    hosts:
      /^(login\.(microsoftonline\.(com|us)|microsoft\.com|windows\.net|partner\.microsoftonline\.cn|chinacloudapi\.cn)|sts\.windows\.net|[a-z0-9-]+\.ciamlogin\.com)$/,
    unlisted: { pkce: ENTRA_CODE_FLOW, publicClients: ENTRA_CODE_FLOW },
    roleClaim: 'roles',
    source: 'https://learn.microsoft.com/en-us/entra/identity-platform/authentication-national-cloud',
  },
  {
    vendor: 'Azure AD B2C',
    label: 'Azure AD B2C',
    hosts: /^[a-z0-9-]+\.b2clogin\.(com|cn)$/,
    ownHosts: true,
    unlisted: { pkce: B2C_CODE_FLOW, publicClients: B2C_CODE_FLOW },
    source: 'https://learn.microsoft.com/en-us/azure/active-directory-b2c/b2clogin',
  },
  {
    vendor: 'Okta-OIDC',
    label: 'Okta',
    hosts: /(^|\.)(okta|oktapreview|okta-emea|okta-gov)\.com$|(^|\.)okta\.mil$/,
    ownHosts: true,
    paths: /^\/oauth2\/(default|aus[0-9a-z]{17})(\/|$)/i,
    hybrid: true,
    source: OKTA_SETUP,
  },
  {
    vendor: 'GoogleID',
    label: 'Google',
    hosts: /^accounts\.google\.com$/,
    passwordGrant: 'none',
    source: 'https://developers.google.com/identity/openid-connect/openid-connect',
  },
  {
    vendor: 'IBMCI',
    label: 'IBM Security Verify',
    hosts: /\.(verify\.ibm|ice\.ibmcloud)\.com$/,
    ownHosts: true,
    paths: /^\/oidc\/endpoint\/default(\/|$)/,
    unlisted: { publicClients: IBM_SETUP },
    source: IBM_SETUP,
  },
  {
    vendor: 'OneLogin',
    label: 'OneLogin',
    hosts: /\.onelogin\.com$/,
    ownHosts: true,
    source: 'https://developers.onelogin.com/openid-connect/api/provider-config',
  },
  {
    vendor: 'PingOne',
    label: 'PingOne',
    hosts: /(^|\.)pingone\.(com|eu|ca|asia|sg|com\.au)$/,
    ownHosts: true,
    passwordGrant: 'none',
    unlisted: { publicClients: PINGONE_PUBLIC_CLIENTS },
    source: 'https://docs.pingidentity.com/pingone/applications/p1_grant_types.html',
  },
  {
    vendor: 'JumpCloud',
    label: 'JumpCloud',
    hosts: /(^|\.)jumpcloud\.com$/,
    passwordGrant: 'none',
    unlisted: { pkce: JUMPCLOUD_OIDC, publicClients: JUMPCLOUD_OIDC },
    source: JUMPCLOUD_OIDC,
  },
  {
    vendor: 'Duo',
    label: 'Duo',
    hosts: /\.sso\.duosecurity\.com$/,
    source: 'https://duo.com/docs/sso-oidc-generic',
  },
  {
    vendor: 'Auth0',
    label: 'Auth0',
    hosts: /\.auth0(app)?\.com$/,
    ownHosts: true,
    unlisted: { publicClients: 'https://auth0.com/docs/get-started/applications/application-grant-types' },
    source: 'https://auth0.com/docs/get-started/applications/configure-applications-with-oidc-discovery',
  },
  {
    vendor: 'Cognito',
    label: 'Amazon Cognito',
    hosts: /^cognito-idp\.[a-z0-9-]+\.amazonaws\.com$/,
    unlisted: { pkce: COGNITO_PKCE, publicClients: COGNITO_PKCE },
    source:
      'https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints-oauth-grants.html',
  },
  {
    vendor: 'AD FS',
    label: 'AD FS',
    paths: /^\/adfs(\/|$)/i,
    unlisted: { pkce: AD_FS_CONCEPTS, publicClients: AD_FS_CONCEPTS },
    source:
      'https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Configuring_Jamf_Connect_with_AD_FS',
  },
  {
    vendor: 'Keycloak',
    label: 'Keycloak',
    paths: /^(\/[^/]+)*\/realms\/[^/]/i,
    unlisted: { publicClients: 'https://www.keycloak.org/docs/latest/server_admin/#capability-config' },
    source: 'https://www.keycloak.org/securing-apps/oidc-layers',
  },
  {
    vendor: 'authentik',
    label: 'authentik',
    paths: /^(\/[^/]+)*\/application\/o\/[^/]/,
    passwordGrant: 'none',
    unlisted: { publicClients: 'https://docs.goauthentik.io/add-secure-apps/providers/oauth2/' },
    source: 'https://docs.goauthentik.io/add-secure-apps/providers/oauth2/machine_to_machine/',
  },
  {
    vendor: 'WSO2',
    label: 'WSO2 Identity Server',
    hosts: /(^|\.)asgardeo\.io$/,
    paths: /^(\/t\/[^/]+)?\/oauth2\/(token|oidcdiscovery)(\/|$)/,
    source: 'https://is.docs.wso2.com/en/latest/guides/authentication/oidc/discover-oidc-configs/',
  },
]

/**
 * The product that an issuer, a discovery address or a host shows by its form; null when it shows none. A host on
 * which the path tells nothing stays unknown: organizations give their providers names of their own.
 */
export function vendorAt(address: string): Vendor | null {
  const text = address.trim()
  const url = isTemplate(text)
    ? null
    : urlIn(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`)
  if (url === null || !/^https?:$/.test(url.protocol)) {
    return null
  }
  const host = url.hostname.replace(/\.$/, '')
  const shown =
    vendors.find(({ hosts }) => hosts?.test(host)) ?? vendors.find(({ paths }) => paths?.test(url.pathname))
  return shown?.vendor ?? null
}

/**
 * Whose words an answer is in: the product that the address shows, else the configured provider. Null for "Custom"
 * with an address that shows nothing. An interface of Okta that is configured stays what it is.
 */
export function vendorOf(provider: Vendor | null, address = ''): Vendor | null {
  const shown = vendorAt(address)
  const named = provider === 'Custom' ? null : provider
  return isOkta(shown) && isOkta(named) ? named : (shown ?? named)
}

/**
 * The provider behind the configuration, seen from the domain of the context: what its discovery address shows,
 * whatever the value of OIDCProvider or Provider. "Custom" with an address of Okta is Okta by OpenID Connect.
 */
export function providerBehind(context: Context): Vendor | null {
  return vendorOf(context.provider, discoveryUrl(context)?.url)
}

/**
 * The provider that checks passwords, seen from the domain of the context. The login window may ask another one than
 * for the sign-in: https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Azure_AD_Hybrid_ID_Settings
 */
export function passwordProviderBehind(context: Context): Vendor | null {
  const loginWindow = context.domain === LOGIN_DOMAIN
  const own = loginWindow ? textOf(context, 'login/ROPGDiscoveryURL') : ''
  const named = loginWindow ? exactTextOf(context, 'login/ROPGProvider') : ''
  if (own !== '' || named === 'Custom') {
    return vendorOf('Custom', own)
  }
  return named === 'Azure_v2' ? 'EntraID' : providerBehind(context)
}

/** What is known of a vendor; undefined for those with nothing but rows of their own. */
export function traitsOf(vendor: Vendor | null): VendorTraits | undefined {
  return vendors.find((each) => sameVendor(each.vendor, vendor))
}

/** Whether two are one vendor; Okta is, by whichever of its interfaces. */
export function sameVendor(one: Vendor | 'any' | null, other: Vendor | 'any' | null): boolean {
  return one === other || (isOkta(one) && isOkta(other))
}

/** Whether the vendor is Okta, by whichever of its interfaces. */
export function isOkta(vendor: Vendor | 'any' | null): boolean {
  return vendor === 'Okta' || vendor === 'OktaIdentityEngine' || vendor === 'Okta-OIDC'
}
