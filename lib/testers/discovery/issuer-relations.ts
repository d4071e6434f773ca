import { traitsOf } from '@/lib/products/jamf-connect/providers/vendors'

/** An issuer that a provider documents for addresses that do not begin with it. */
export type IssuerRelation = {
  readonly id: string
  /** What a token then names, as a sentence. */
  readonly means: string
  /** Page on which the provider says so. */
  readonly source: string
  /** Whether this issuer belongs to this address; both without a final slash, hosts in small letters. */
  readonly holds: (issuer: string, base: string) => boolean
}

const guid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const tenantId = `(${guid}|\\{tenantid\\})`

/**
 * The hosts of each cloud of Microsoft that answer for the same tenants, and whom version 1.0 names.
 * https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud
 */
const clouds: readonly { readonly hosts: readonly string[]; readonly first: string }[] = [
  {
    hosts: ['login.microsoftonline.com', 'login.windows.net', 'login.microsoft.com', 'sts.windows.net'],
    first: 'sts.windows.net',
  },
  { hosts: ['login.microsoftonline.us', 'login.usgovcloudapi.net'], first: 'sts.windows.net' },
  { hosts: ['login.partner.microsoftonline.cn', 'login.chinacloudapi.cn'], first: 'sts.chinacloudapi.cn' },
]

const cloudOf = (host = '') => clouds.find(({ hosts }) => hosts.includes(host))

export const issuerRelations: readonly IssuerRelation[] = [
  {
    id: 'entra',
    means: 'Entra ID names the tenant by its ID, whichever of its names and hosts the address has.',
    source: 'https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc',
    holds: (issuer, base) => {
      const [, host, asked] = parts(base, `([^/]+)/([^/]+)/v2\\.0`)
      const [, named, tenant] = parts(issuer, `([^/]+)/${tenantId}/v2\\.0`)
      return named !== undefined && cloudOf(host)?.hosts.includes(named) === true && sameTenant(asked, tenant)
    },
  },
  {
    id: 'entra-first-version',
    means:
      'This is the address of version 1.0 of Entra ID, whose tokens name its token service and the tenant ID.',
    source: 'https://learn.microsoft.com/entra/identity-platform/access-tokens',
    holds: (issuer, base) => {
      const [, host, asked] = parts(base, '([^/]+)/([^/]+)')
      const [, named, tenant] = parts(issuer, `([^/]+)/${tenantId}`)
      return named !== undefined && cloudOf(host)?.first === named && sameTenant(asked, tenant)
    },
  },
  {
    id: 'azure-ad-b2c',
    means: 'Azure AD B2C names the tenant by its ID and leaves out the user flow.',
    source: 'https://learn.microsoft.com/azure/active-directory-b2c/tokens-overview',
    holds: (issuer, base) => {
      const flow = '(?:/b2c_1a?_[^/]+)'
      // The user flow is in the path, or in the query as "p".
      const inPath = parts(base, `([^/]+)/(?:tfp/|te/)?([^/]+)${flow}(?:/v2\\.0)?`)
      const inQuery = parts(base, '([^/]+\\.b2clogin\\.(?:com|cn))/([^/]+)/v2\\.0')
      const [, host, asked] = inPath.length > 0 ? inPath : inQuery
      const [, named, tenant] = parts(issuer, `([^/]+)/(?:tfp/|te/)?${tenantId}${flow}?/v2\\.0`)
      return named !== undefined && named === host && sameTenant(asked, tenant)
    },
  },
  {
    id: 'entra-external',
    means: 'Entra External ID names the tenant by its ID, also in the host.',
    source: 'https://learn.microsoft.com/entra/external-id/customers/concept-supported-features-customers',
    holds: (issuer, base) => {
      const [, asked] = parts(base, '[^/]+\\.ciamlogin\\.com/([^/]+)(?:/v2\\.0)?')
      const [, host, tenant] = parts(issuer, `(${guid})\\.ciamlogin\\.com/(${guid})/v2\\.0`)
      return host !== undefined && host === tenant && sameTenant(asked, tenant)
    },
  },
  {
    id: 'okta-own-domain',
    means:
      'The address is on a domain of your own; Okta is set to name the address of the Okta organization.',
    source: 'https://developer.okta.com/docs/guides/custom-url-domain/main/',
    holds: (issuer, base) => {
      const [, named = '', path] = parts(issuer, '([^/]+)(/oauth2/[^/]+)?')
      const [, host = '', asked] = parts(base, '([^/]+)(/oauth2/[^/]+)?')
      const okta = traitsOf('Okta-OIDC')?.hosts
      return okta?.test(named) === true && !okta.test(host) && path !== undefined && path === asked
    },
  },
]

/** The parts of an https address whose rest is `pattern`, an expression that minds no capital letters. */
function parts(address: string, pattern: string): RegExpExecArray | readonly undefined[] {
  return new RegExp(`^https://${pattern}$`, 'i').exec(address) ?? []
}

/** An ID in the address has to be that of the issuer; a domain name or "common" stands for whatever it is. */
function sameTenant(asked = '', tenant = ''): boolean {
  const isId = new RegExp(`^${guid}$`, 'i').test(asked)
  return asked !== '' && (!isId || asked.toLowerCase() === tenant.toLowerCase())
}
