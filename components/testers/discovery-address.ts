import { facts } from '@/lib/products/jamf-connect/facts'
import { flawIn } from '@/lib/schema/formats'
import { isTemplate } from '@/lib/schema/templates'

/**
 * Whether an address is worth asking while it is being typed: a valid https address, written to its end. What the MDM
 * fills in is no address yet.
 */
export function isWholeDiscoveryAddress(address: string): boolean {
  return (
    !isTemplate(address) &&
    flawIn(address, 'https-url', facts) === null &&
    /^https:\/\/[^?#]+\/\.well-known\/openid-configuration(\?[^#]*)?$/i.test(address)
  )
}
