/**
 * The ID or a domain of a directory; the subdomain alone of `of`; or the host of the organization, of which `nameAlone`
 * says where the name in front of it has to stand alone, and whose host that is.
 */
export type Tenant =
  | { readonly is: 'directory' }
  | { readonly is: 'subdomain'; readonly of: string }
  | { readonly is: 'host'; readonly nameAlone?: { readonly host: RegExp; readonly owner: string } }

/** What is known of a product, whichever value of OIDCProvider leads to it. */
export type VendorRow = {
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
  /** What the login window does without a password check, where administrators report it. */
  readonly uncheckedPassword?: 'asked-again'
  /**
   * Organizations have it check the passwords of people who sign in elsewhere.
   * https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Configuring_Jamf_Connect_with_AD_FS
   */
  readonly hybridPasswords?: true
  /** Claims in which it sends the roles of a user, where they are fixed: the one of its app roles first. */
  readonly roleClaims?: readonly string[]
  /** It takes spaces between scopes as well as +. */
  readonly scopesWithSpaces?: true
  /** What a tenant is there; the forms are the vendor's own. */
  readonly tenant?: Tenant
  /** Names that stand for every tenant in place of one. */
  readonly sharedTenants?: RegExp
  /** What a client ID looks like there. */
  readonly clientId?: { readonly is: 'guid' } | { readonly is: 'host'; readonly below: string }
  /** The name is that of a second factor as well, which is no identity provider. */
  readonly secondFactorToo?: true
  /** Page that the address and the other traits are taken from. */
  readonly source: string
}

const IBM_SETUP =
  'https://docs.jamf.com/jamf-connect/2.11.0/documentation/Integrating_with_IBM_Security_Verify.html'
/** https://docs.jamf.com/jamf-connect/2.6.0/documentation/Authentication_Settings.html */
const IBM_TENANT_HOST = /^([a-z0-9-]+)\.(verify\.ibm|ice\.ibmcloud|ibmcloud)\.com$/
const JUMPCLOUD_OIDC = 'https://jumpcloud.com/support/sso-with-oidc'

const OKTA_SETUP =
  'https://community.jamf.com/t5/tech-thoughts/using-okta-as-an-oidc-application-with-jamf-connect/ba-p/279786'

/**
 * Products by their addresses, the most telling first: a host belongs to one vendor, a path is a product's own form on
 * a host of any name.
 */
export const vendorRows = {
  EntraID: {
    label: 'Microsoft Entra ID',
    hosts:
      /^(login\.(microsoftonline\.(com|us)|microsoft\.com|windows\.net|partner\.microsoftonline\.cn|chinacloudapi\.cn)|sts\.windows\.net|[a-z0-9-]+\.ciamlogin\.com)$/,
    roleClaims: ['roles', 'groups', 'wids'],
    tenant: { is: 'directory' },
    sharedTenants: /^(common|organizations|consumers)$/i,
    clientId: { is: 'guid' },
    source: 'https://learn.microsoft.com/en-us/entra/identity-platform/authentication-national-cloud',
  },
  'Azure AD B2C': {
    label: 'Azure AD B2C',
    hosts: /^[a-z0-9-]+\.b2clogin\.(com|cn)$/,
    ownHosts: true,
    source: 'https://learn.microsoft.com/en-us/azure/active-directory-b2c/b2clogin',
  },
  'Okta-OIDC': {
    label: 'Okta',
    hosts: /(^|\.)(okta|oktapreview|okta-emea|okta-gov)\.com$|(^|\.)okta\.mil$/,
    ownHosts: true,
    paths: /^\/oauth2\/(default|aus[0-9a-z]{17})(\/|$)/i,
    hybrid: true,
    scopesWithSpaces: true,
    tenant: { is: 'host' },
    source: OKTA_SETUP,
  },
  GoogleID: {
    label: 'Google',
    hosts: /^accounts\.google\.com$/,
    passwordGrant: 'none',
    uncheckedPassword: 'asked-again',
    clientId: { is: 'host', below: '.apps.googleusercontent.com' },
    source: 'https://developers.google.com/identity/openid-connect/openid-connect',
  },
  IBMCI: {
    label: 'IBM Security Verify',
    hosts: /\.(verify\.ibm|ice\.ibmcloud)\.com$/,
    ownHosts: true,
    paths: /^\/oidc\/endpoint\/default(\/|$)/,
    tenant: { is: 'host', nameAlone: { host: IBM_TENANT_HOST, owner: 'IBM' } },
    source: IBM_SETUP,
  },
  OneLogin: {
    label: 'OneLogin',
    hosts: /\.onelogin\.com$/,
    ownHosts: true,
    tenant: { is: 'subdomain', of: '.onelogin.com' },
    source: 'https://developers.onelogin.com/openid-connect/api/provider-config',
  },
  PingOne: {
    label: 'PingOne',
    hosts: /(^|\.)pingone\.(com|eu|ca|asia|sg|com\.au)$/,
    ownHosts: true,
    passwordGrant: 'none',
    source: 'https://docs.pingidentity.com/pingone/applications/p1_grant_types.html',
  },
  JumpCloud: {
    label: 'JumpCloud',
    hosts: /(^|\.)jumpcloud\.com$/,
    passwordGrant: 'none',
    source: JUMPCLOUD_OIDC,
  },
  Duo: {
    label: 'Duo',
    hosts: /\.sso\.duosecurity\.com$/,
    secondFactorToo: true,
    source: 'https://duo.com/docs/sso-oidc-generic',
  },
  Auth0: {
    label: 'Auth0',
    hosts: /\.auth0(app)?\.com$/,
    ownHosts: true,
    source: 'https://auth0.com/docs/get-started/applications/configure-applications-with-oidc-discovery',
  },
  Cognito: {
    label: 'Amazon Cognito',
    hosts: /^cognito-idp\.[a-z0-9-]+\.amazonaws\.com$/,
    source:
      'https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints-oauth-grants.html',
  },
  'AD FS': {
    label: 'AD FS',
    paths: /^\/adfs(\/|$)/i,
    hybridPasswords: true,
    source:
      'https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Configuring_Jamf_Connect_with_AD_FS',
  },
  Keycloak: {
    label: 'Keycloak',
    paths: /^(\/[^/]+)*\/realms\/[^/]/i,
    scopesWithSpaces: true,
    source: 'https://www.keycloak.org/securing-apps/oidc-layers',
  },
  authentik: {
    label: 'authentik',
    paths: /^(\/[^/]+)*\/application\/o\/[^/]/,
    passwordGrant: 'none',
    source: 'https://docs.goauthentik.io/add-secure-apps/providers/oauth2/machine_to_machine/',
  },
  WSO2: {
    label: 'WSO2 Identity Server',
    hosts: /(^|\.)asgardeo\.io$/,
    paths: /^(\/t\/[^/]+)?\/oauth2\/(token|oidcdiscovery)(\/|$)/,
    source: 'https://is.docs.wso2.com/en/latest/guides/authentication/oidc/discover-oidc-configs/',
  },
} as const satisfies { readonly [vendor: string]: VendorRow }
