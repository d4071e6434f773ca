import { isGuid } from '../../providers/guid'
import { isOkta, vendorAt } from '../../providers/vendors'
import { hostAmong } from './hosts'
import { redirectUris, type TextOf } from './values'
import { httpRequest } from './written'

const PLACEHOLDER = '<organization>.okta.com'

/** The host of the organization; that of its console, with -admin, has no sign-in. */
export function organization(textOf: TextOf): string {
  const host = hostAmong(
    textOf,
    [
      'login/OIDCTenant',
      'login/AuthServer',
      'login/OIDCDiscoveryURL',
      'connect/IdPSettings/OktaAuthServer',
      'connect/IdPSettings/TenantID',
      'connect/IdPSettings/DiscoveryURL',
    ],
    { domain: 'okta.com', wanted: isOrganization },
  )
  return host !== null && isOkta(vendorAt(host))
    ? host.replace(/^([^.]+)-admin\./, '$1.')
    : (host ?? PLACEHOLDER)
}

/** A host of Okta, or one of nobody else: the organization's own domain. */
function isOrganization(host: string, written: string): boolean {
  const vendor = vendorAt(host) ?? vendorAt(written)
  return (vendor === null || isOkta(vendor)) && !isGuid(host.replace(/\..*$/s, ''))
}

type Call = { readonly method: 'POST' | 'PUT'; readonly path: string; readonly body?: unknown }

/** A request to the API of the organization. */
export const okta = (textOf: TextOf, call: Call): string =>
  httpRequest({ ...call, host: organization(textOf), authorization: 'SSWS <API-token>' })

/** What tells one application from another. */
export type Registration = {
  readonly label: string
  readonly grants: readonly string[]
  readonly responses: readonly string[]
}

/** A native application without a secret; for a client without one, pkce_required has to be true. */
export function registration(textOf: TextOf, { label, grants, responses }: Registration) {
  const host = organization(textOf)
  return {
    name: 'oidc_client',
    label,
    signOnMode: 'OPENID_CONNECT',
    credentials: {
      oauthClient: { token_endpoint_auth_method: 'none', pkce_required: true, autoKeyRotation: true },
    },
    settings: {
      oauthClient: {
        application_type: 'native',
        grant_types: grants,
        response_types: responses,
        redirect_uris: redirectUris(textOf),
        issuer_mode: host === PLACEHOLDER || isOkta(vendorAt(host)) ? 'ORG_URL' : 'CUSTOM_URL',
        consent_method: 'TRUSTED',
      },
    },
  }
}
