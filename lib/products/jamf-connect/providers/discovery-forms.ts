import type { Vendor } from './vendors'

/** One way in which an address of a product shows its issuer. */
type DiscoveryForm = {
  /**
   * What the path, with the fragment behind it, begins with. Words of a path are matched without regard to capital
   * letters, because people copy them in any.
   */
  readonly from: RegExp
  /** The path of the issuer, with the groups of `from` in it. */
  readonly issuer: string
  /** Only for an address that has no well-known path yet: with one, the same path leads to a document as well. */
  readonly bare?: true
}

/** How the addresses of a product lead to its issuer. */
export type DiscoveryForms = {
  readonly vendor: Vendor | 'ForgeRock' | 'Idaptive'
  /** Where the forms count: on the hosts of the vendor, on those named here, or wherever a path shows the product but for hosts of others. */
  readonly at: 'its hosts' | RegExp | 'any host'
  readonly forms: readonly DiscoveryForm[]
  /** Host of the issuer, where it is another one than that of the address. */
  readonly host?: string
  readonly source: string
}

const form = (from: RegExp, issuer: string): DiscoveryForm => ({ from, issuer })
const bare = (from: RegExp, issuer: string): DiscoveryForm => ({ from, issuer, bare: true })

const TENANT = String.raw`([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?!v\d\.\d(?:[/#]|$))[^/#.]+(?:\.[^/#.]+)+|common|organizations|consumers)`
const FLOW = '(B2C_1A?_[^/#]+)'
/** End of a path: nothing, or a slash, and no fragment that names a page. */
const END = '/?(?:#/?)?$'
const path = (pattern: string) => new RegExp(`^${pattern}`, 'i')

const B2C: readonly DiscoveryForm[] = [
  form(path(`/(?:(tfp)/)?${TENANT}/${FLOW}/(?:oauth2|discovery)/v2\\.0/[a-z]`), '/$1/$2/$3/v2.0'),
  bare(path(`/(?:(tfp)/)?${TENANT}/${FLOW}(?:/v2\\.0)?${END}`), '/$1/$2/$3/v2.0'),
]

/**
 * Where products have their issuers, by their documents: for addresses of endpoints, of consoles and of the issuer
 * itself. The first table entry whose place and form fit counts. What fits none may be anything, so nothing is derived.
 */
export const discoveryForms: readonly DiscoveryForms[] = [
  {
    vendor: 'EntraID',
    // The token service, the issuer of version 1.0.
    at: /^sts\.(windows\.net|chinacloudapi\.cn)$/,
    forms: [bare(path(`/${TENANT}${END}`), '/$1')],
    source: 'https://learn.microsoft.com/entra/identity-platform/access-tokens',
  },
  {
    vendor: 'EntraID',
    at: 'its hosts',
    forms: [
      form(path(`/${TENANT}/(?:oauth2|discovery)/v2\\.0/[a-z]`), '/$1/v2.0'),
      form(path(`/${TENANT}/(?:oauth2|discovery)/(?!v2)[a-z]`), '/$1'),
      bare(path(`/${TENANT}(?:/v2\\.0|/(?:federationmetadata|saml2|wsfed)(?=[/#]|$).*)?${END}`), '/$1/v2.0'),
    ],
    source: 'https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc',
  },
  {
    vendor: 'Azure AD B2C',
    at: 'any host',
    forms: B2C,
    source: 'https://learn.microsoft.com/azure/active-directory-b2c/openid-connect',
  },
  {
    vendor: 'Azure AD B2C',
    at: /^login\.microsoftonline\.com$/,
    forms: B2C,
    source: 'https://learn.microsoft.com/azure/active-directory-b2c/b2clogin',
  },
  {
    vendor: 'Okta-OIDC',
    at: 'its hosts',
    forms: [
      form(path('/oauth2/v1/[a-z]'), ''),
      form(path('/oauth2/(?!v1/)([^/#]+)/v1/[a-z]'), '/oauth2/$1'),
      form(path('/admin/oauth2/as/([^/#]+)'), '/oauth2/$1'),
      form(path('/admin(?=[/#]|$)'), ''),
      bare(path(`/oauth2/(?!v1${END})([^/#]+)${END}`), '/oauth2/$1'),
      bare(path(END), ''),
    ],
    source: 'https://developer.okta.com/docs/concepts/auth-servers/',
  },
  {
    vendor: 'Okta-OIDC',
    // On a domain of the organization's own, an authorization server is known by its path.
    at: 'any host',
    forms: [
      form(path('/oauth2/(default|aus[0-9a-z]{17})/v1/[a-z]'), '/oauth2/$1'),
      bare(path(`/oauth2/(default|aus[0-9a-z]{17})${END}`), '/oauth2/$1'),
    ],
    source: 'https://developer.okta.com/docs/guides/custom-url-domain/main/',
  },
  {
    vendor: 'GoogleID',
    at: 'its hosts',
    forms: [form(path('/(?:o|signin)/'), ''), bare(path(END), '')],
    source: 'https://developers.google.com/identity/openid-connect/openid-connect',
  },
  {
    vendor: 'GoogleID',
    at: /^(oauth2|openidconnect|www)\.googleapis\.com$/,
    forms: [form(path(`/(?:token|tokeninfo|v1/userinfo|oauth2/v\\d/[a-z]+)${END}`), '')],
    host: 'accounts.google.com',
    source: 'https://developers.google.com/identity/openid-connect/openid-connect',
  },
  {
    vendor: 'IBMCI',
    at: 'its hosts',
    forms: [
      form(path(`/oidc/endpoint/([^/#]+)(?:/[a-z]|${END})`), '/oidc/endpoint/$1'),
      form(path(`/oauth2(?:/[a-z]|${END})`), '/oauth2'),
    ],
    source: 'https://www.ibm.com/docs/en/security-verify?topic=connect-openid-provider',
  },
  {
    vendor: 'OneLogin',
    at: 'its hosts',
    forms: [form(path(`/oidc/2(?:/[a-z]|${END})`), '/oidc/2'), bare(path(END), '/oidc/2')],
    source: 'https://developers.onelogin.com/openid-connect/api/provider-config',
  },
  {
    vendor: 'PingOne',
    at: /^auth\.pingone\./,
    forms: [
      form(path('/([0-9a-f-]{36})/as/[a-z]'), '/$1/as'),
      bare(path(`/([0-9a-f-]{36})(?:/as)?${END}`), '/$1/as'),
    ],
    source: 'https://apidocs.pingidentity.com/pingone/platform/v1/api/#openid-connectoauth-2',
  },
  {
    vendor: 'PingFederate',
    at: 'any host',
    forms: [form(/^\/(?:as\/[a-z_-]+\.oauth2|idp\/userinfo\.openid|pf\/JWKS)/i, '')],
    source: 'https://docs.jamf.com/jamf-connect/2.15.0/documentation/Integrating_with_PingFederate.html',
  },
  {
    vendor: 'JumpCloud',
    at: /^oauth\.id\.([a-z]+\.)?jumpcloud\.com$/,
    forms: [form(path('/(?:oauth2/(?:auth|token|sessions)|userinfo)(?=[/#]|$)'), ''), bare(path(END), '')],
    source: 'https://jumpcloud.com/support/sso-with-oidc',
  },
  {
    vendor: 'Duo',
    at: 'its hosts',
    forms: [form(path(`/oidc/([^/#]+)(?:/[a-z]|${END})`), '/oidc/$1')],
    source: 'https://duo.com/docs/sso-oidc-generic',
  },
  {
    vendor: 'Idaptive',
    at: /\.my\.idaptive\.app$/,
    forms: [
      form(path(`/OAuth2/[A-Za-z]+/([^/#]+)${END}`), '/$1'),
      bare(path(`/(?!OAuth2)([^/#]+)${END}`), '/$1'),
    ],
    source:
      'https://docs.cyberark.com/Idaptive/Latest/en/Content/Applications/AppsCustom/OpenIDAddConfigApp.htm',
  },
  {
    vendor: 'Auth0',
    at: 'its hosts',
    forms: [
      form(path('/(?:authorize|userinfo|oauth/[a-z]+|oidc/[a-z]+|v2/logout)(?=[/#]|$)'), ''),
      bare(path(END), ''),
    ],
    source: 'https://auth0.com/docs/get-started/applications/configure-applications-with-oidc-discovery',
  },
  {
    vendor: 'Cognito',
    at: 'its hosts',
    forms: [bare(path(`/([^/#]+)${END}`), '/$1')],
    source:
      'https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html',
  },
  {
    vendor: 'WSO2',
    at: 'its hosts',
    forms: [
      form(path(`/t/([^/#]+)/oauth2/(?!token${END}|oidcdiscovery)[a-z]`), '/t/$1/oauth2/token'),
      bare(path(`/t/([^/#]+)(?:/oauth2/token)?${END}`), '/t/$1/oauth2/token'),
    ],
    source: 'https://wso2.com/asgardeo/docs/guides/authentication/oidc/discover-oidc-configs/',
  },
  {
    vendor: 'AD FS',
    at: 'any host',
    forms: [
      form(path('/adfs/(?:oauth2|ls|userinfo|discovery|services|probe|fs)(?=[/#]|$)'), '/adfs'),
      bare(path(`/adfs${END}`), '/adfs'),
    ],
    source:
      'https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Configuring_Jamf_Connect_with_AD_FS',
  },
  {
    vendor: 'ForgeRock',
    at: 'any host',
    forms: [
      form(
        path(
          '((?:/[^/#]+)*?/oauth2(?:/realms/[^/#]+)+)/(?:authorize|access_token|userinfo|introspect|connect/[a-z_]+)(?=[/#]|$)',
        ),
        '$1',
      ),
      form(path(`((?:/[^/#]+)*?/oauth2(?:/realms/[^/#]+)+)${END}`), '$1'),
    ],
    source: 'https://docs.pingidentity.com/pingam/latest/oidc1-guide/openid-connect-discovery.html',
  },
  {
    vendor: 'Keycloak',
    at: 'any host',
    forms: [
      // The consoles name the realm in the fragment: "#/staff/clients", and before version 19 "#/realms/staff/clients".
      form(
        path('((?:/(?!admin)[^/#]+)*?)/admin/[^/#]+/console/?#/(?:realms/)?(?!realms)([^/#?]+)'),
        '$1/realms/$2',
      ),
      form(path('((?:/(?!admin)[^/#]+)*?)/admin/realms/([^/#]+)(?=[/#]|$)'), '$1/realms/$2'),
      form(
        path(
          '((?:/(?!oauth2|json|admin)[^/#]+)*?)/realms/([^/#]+)(?:/(?:protocol|account|login-actions|broker)(?=[/#]|$)|' +
            END +
            ')',
        ),
        '$1/realms/$2',
      ),
    ],
    source: 'https://www.keycloak.org/securing-apps/oidc-layers',
  },
  {
    vendor: 'authentik',
    at: 'any host',
    forms: [
      form(
        path(
          '((?:/[^/#]+)*?)/application/o/(?!(?:authorize|token|userinfo|introspect|revoke|device)(?:[/#]|$))([^/#]+)(?:/(?:jwks|end-session|authorize))?' +
            END,
        ),
        '$1/application/o/$2',
      ),
    ],
    source: 'https://docs.goauthentik.io/add-secure-apps/providers/oauth2/',
  },
]

/** Hosts of consoles and interfaces that are no issuers, in small letters. */
export const notIssuers =
  /^((entra|portal|aad\.portal|admin|account|endpoint|intune)\.(microsoft|azure)\.(com|us|cn)|graph\.microsoft\.com|manage\.auth0\.com|console\.(cloud|developers)\.google\.com|(admin|myaccount)\.google\.com|([a-z]+\.)*googleapis\.com|console\.(eu\.)?jumpcloud\.com|console\.pingone\.[a-z.]+|admin(-[a-z0-9]+)?\.duosecurity\.com|([a-z0-9-]+\.)*console\.aws\.amazon\.com|([a-z0-9-]+\.)*amazoncognito\.com)$/

/**
 * Products whose documents are never at the root of a host: what the path lacks there. A host that only bears the name of
 * a product may be anything, so `sure` is for hosts that the vendor runs.
 */
export const rootless: readonly {
  readonly host: RegExp
  readonly product: string
  readonly path: string
  readonly sure?: true
}[] = [
  { host: /(^|[.-])adfs\d*([.-]|$)/, product: 'AD FS', path: '/adfs' },
  { host: /(^|[.-])keycloak\d*([.-]|$)/, product: 'Keycloak', path: '/realms/NAME' },
  { host: /(^|[.-])authentik\d*([.-]|$)/, product: 'authentik', path: '/application/o/NAME' },
  { host: /\.my\.idaptive\.app$/, product: 'Idaptive', path: '/NAME', sure: true },
]
