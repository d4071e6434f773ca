const wellKnown = '/.well-known/openid-configuration'

/** How an issuer relates to the address of its discovery document. */
export type IssuerMatch =
  | 'equal'
  /** Entra ID for many tenants: the issuer holds {tenantid}, which each token fills in. */
  | 'entra-template'
  /** Entra ID names the tenant by its id, whichever of its names the address has. */
  | 'entra-tenant'
  | 'different'

/** Microsoft's global and national clouds. https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud */
const entraHosts = [
  'login.microsoftonline.com',
  'login.microsoftonline.us',
  'login.partner.microsoftonline.cn',
]
const guid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const entraIssuer = new RegExp(`^https://([a-z.]+)/(${guid}|\\{tenantid\\})/v2\\.0$`, 'i')
const entraAddress = /^https:\/\/([a-z.]+)\/([^/]+)\/v2\.0$/i

/**
 * Compares an issuer with the address that its document came from: issuer without a final slash, plus the well-known
 * path, is the address (OpenID Connect Discovery 1.0, section 4.1).
 */
export function matchIssuer(issuer: string, address: string): IssuerMatch {
  const base = baseOf(address)
  if (issuer !== '' && issuer.replace(/\/$/, '') === base) {
    return 'equal'
  }
  const [, issuerHost, tenant = ''] = entraIssuer.exec(issuer) ?? []
  const [, host, asked = ''] = entraAddress.exec(base) ?? []
  if (issuerHost === undefined || issuerHost !== host || !entraHosts.includes(issuerHost)) {
    return 'different'
  }
  if (tenant.startsWith('{')) {
    return 'entra-template'
  }
  return new RegExp(`^${guid}$`, 'i').test(asked) && asked.toLowerCase() !== tenant.toLowerCase()
    ? 'different'
    : 'entra-tenant'
}

/** The part of a discovery address before the well-known path; the address itself when it does not end in it. */
export function baseOf(address: string): string {
  const plain = address.split(/[?#]/, 1)[0] ?? ''
  return plain.endsWith(wellKnown) ? plain.slice(0, -wellKnown.length) : plain
}

/** The address that the document of an issuer has. */
export function discoveryAddressOf(issuer: string): string {
  return `${issuer.replace(/\/+$/, '')}${wellKnown}`
}

/**
 * The issuer a token must name: that of the discovery document, with the token's own tenant in it where Entra ID
 * leaves a placeholder (https://learn.microsoft.com/entra/identity-platform/access-tokens#validate-the-issuer).
 */
export function expectedIssuer(issuer: string, claims: Readonly<Record<string, unknown>>): string {
  const tenant = claims.tid
  return typeof tenant === 'string' && new RegExp(`^${guid}$`, 'i').test(tenant)
    ? issuer.replace('{tenantid}', tenant)
    : issuer
}
