import { urlIn } from '@/lib/schema/web-address'
import { changeLoginKey, loginKey } from '../client-settings'
import type { Remedy } from '../report'
import { shownText } from '../shown-text'
import type { DiscoveryContext } from './context'
import { wellKnown } from './issuer'

/** The key that the address comes from. */
export function addressRemedy({ address, client }: DiscoveryContext): Remedy {
  return loginKey(address?.source === 'computed' && client.tenant !== '' ? 'OIDCTenant' : 'OIDCDiscoveryURL')
}

/**
 * The remedy with a repair that writes another discovery address. There is no repair where the address is computed,
 * and none that would repeat a secret of the address in a report.
 */
export function remedyAt(context: DiscoveryContext, value: string | null): Remedy {
  const remedy = addressRemedy(context)
  if (value === null || context.address?.source !== 'configured' || shownText(value) !== value) {
    return remedy
  }
  const change = { type: 'string', value } as const
  return { ...remedy, repair: changeLoginKey(context.settings, `Use ${value}`, 'OIDCDiscoveryURL', change) }
}

/** Ends of addresses that are meant to be the well-known path. */
const nearly =
  /\/\.?well[-_]?known\/?(open[-_]?id[-_]?config(uration)?(\.json)?|oauth-authorization-server)?\/?$/i
/** Ends of addresses of other endpoints: nothing can be put behind them. */
const endpoint = /\/(authorize|auth|token|userinfo|keys|certs|jwks(\.json)?|login|logout)\/?$/i

/** The address that a wrong one was probably meant to be; null when there is no likely one. */
export function likelierAddress(address: string): string | null {
  const url = urlIn(address)
  if (url === null || endpoint.test(url.pathname)) {
    return null
  }
  const path = url.pathname.replace(/\/{2,}/g, '/')
  const fixed = nearly.test(path)
    ? path.replace(nearly, wellKnown)
    : path.includes('/.well-known/')
      ? path
      : `${path.replace(/\/$/, '')}${wellKnown}`
  return fixed === url.pathname ? null : `${url.origin}${fixed}${url.search}`
}

/** Keycloak before version 17 has /auth in front of /realms, and later ones have not. Null for other addresses. */
export function withoutAuth(address: string): string | null {
  const fixed = address.replace(/^(https?:\/\/[^/]+)\/auth\/realms\//, '$1/realms/')
  return fixed === address ? null : fixed
}
