/**
 * The ID or a domain of a directory; the subdomain alone of `of`; or the host of the organization, of which `nameAlone`
 * says where the name in front of it has to stand alone, and whose host that is.
 */
export type Tenant =
  | { readonly is: 'directory' }
  | { readonly is: 'subdomain'; readonly of: string }
  | { readonly is: 'host'; readonly nameAlone?: { readonly host: RegExp; readonly owner: string } }

/** What is known of a product, whichever value of OIDCProvider leads to it. Its page stands in `vendor-sources.ts`. */
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
}

/** https://docs.jamf.com/jamf-connect/2.6.0/documentation/Authentication_Settings.html */
const IBM_TENANT_HOST = /^([a-z0-9-]+)\.(verify\.ibm|ice\.ibmcloud|ibmcloud)\.com$/

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
  },
  'Azure AD B2C': {
    label: 'Azure AD B2C',
    hosts: /^[a-z0-9-]+\.b2clogin\.(com|cn)$/,
    ownHosts: true,
  },
  'Okta-OIDC': {
    label: 'Okta',
    hosts: /(^|\.)(okta|oktapreview|okta-emea|okta-gov)\.com$|(^|\.)okta\.mil$/,
    ownHosts: true,
    paths: /^\/oauth2\/(default|aus[0-9a-z]{17})(\/|$)/i,
    hybrid: true,
    scopesWithSpaces: true,
    tenant: { is: 'host' },
  },
  GoogleID: {
    label: 'Google',
    hosts: /^accounts\.google\.com$/,
    passwordGrant: 'none',
    uncheckedPassword: 'asked-again',
    clientId: { is: 'host', below: '.apps.googleusercontent.com' },
  },
  IBMCI: {
    label: 'IBM Security Verify',
    hosts: /\.(verify\.ibm|ice\.ibmcloud)\.com$/,
    ownHosts: true,
    paths: /^\/oidc\/endpoint\/default(\/|$)/,
    tenant: { is: 'host', nameAlone: { host: IBM_TENANT_HOST, owner: 'IBM' } },
  },
  OneLogin: {
    label: 'OneLogin',
    hosts: /\.onelogin\.com$/,
    ownHosts: true,
    tenant: { is: 'subdomain', of: '.onelogin.com' },
  },
  PingOne: {
    label: 'PingOne',
    hosts: /(^|\.)pingone\.(com|eu|ca|asia|sg|com\.au)$/,
    ownHosts: true,
    passwordGrant: 'none',
  },
  JumpCloud: {
    label: 'JumpCloud',
    hosts: /(^|\.)jumpcloud\.com$/,
    passwordGrant: 'none',
  },
  Duo: {
    label: 'Duo',
    hosts: /\.sso\.duosecurity\.com$/,
    secondFactorToo: true,
  },
  Auth0: {
    label: 'Auth0',
    hosts: /\.auth0(app)?\.com$/,
    ownHosts: true,
  },
  Cognito: {
    label: 'Amazon Cognito',
    hosts: /^cognito-idp\.[a-z0-9-]+\.amazonaws\.com$/,
  },
  'AD FS': {
    label: 'AD FS',
    paths: /^\/adfs(\/|$)/i,
    hybridPasswords: true,
  },
  Keycloak: {
    label: 'Keycloak',
    paths: /^(\/[^/]+)*\/realms\/[^/]/i,
    scopesWithSpaces: true,
  },
  authentik: {
    label: 'authentik',
    paths: /^(\/[^/]+)*\/application\/o\/[^/]/,
    passwordGrant: 'none',
  },
  WSO2: {
    label: 'WSO2 Identity Server',
    hosts: /(^|\.)asgardeo\.io$/,
    paths: /^(\/t\/[^/]+)?\/oauth2\/(token|oidcdiscovery)(\/|$)/,
  },
} as const satisfies { readonly [vendor: string]: VendorRow }
