import { DISCOVERY_PATH, discoveryDocumentOf } from '@/lib/products/jamf-connect/providers/discovery-address'
import { urlIn } from '@/lib/schema/web-address'
import type { Remedy } from '../../api/report'
import { hide } from '../../egress/hide'
import { rememberSecrets } from '../../egress/known-secrets'
import { changeLoginKey, loginKey } from '../client-settings'
import type { DiscoveryContext } from './context'

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
  if (
    value === null ||
    context.address?.source !== 'configured' ||
    hide(value, { secrets: rememberSecrets(), words: 'theirs' }) !== value
  ) {
    return remedy
  }
  const change = { type: 'string', value } as const
  return { ...remedy, repair: changeLoginKey(context.settings, `Use ${value}`, 'OIDCDiscoveryURL', change) }
}

/** The address that a wrong one was probably meant to be; null when there is no likely one. */
export function likelierAddress(address: string): string | null {
  const meant = discoveryDocumentOf(address)
  return meant === address ? null : meant
}

/** Whether an address has the form of a discovery document's. */
export function isDocumentAddress(address: string): boolean {
  return urlIn(address)?.pathname.replace(/\/$/, '').endsWith(DISCOVERY_PATH) === true
}

/** Keycloak before version 17 has /auth in front of /realms, and later ones have not. Null for other addresses. */
export function withoutAuth(address: string): string | null {
  const fixed = address.replace(/^(https?:\/\/[^/]+)\/auth\/realms\//, '$1/realms/')
  return fixed === address ? null : fixed
}
