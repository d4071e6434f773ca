import type { PlistPath } from '../../../plist/value'
import type { Computed } from '../../../schema/rules'
import type { Settings } from '../../../schema/settings'
import { contextOf, seenFrom } from '../context'
import { findKey } from '../keys'
import { linkOf } from '../links/linked'
import { discoveryUrl } from './discovery-url'

const sentences = {
  computed:
    'Not configured. Jamf Connect builds this address from the tenant; this is the form the provider documents.',
  fixed: 'Not configured. Jamf Connect knows the address of this provider.',
} as const

/** Whether the key at `path` of `domain` is one of the few that Jamf Connect works out for itself. */
export function mayBeComputed(domain: string, path: PlistPath): boolean {
  const key = findKey(domain, path)
  return key !== undefined && linkOf(key.id)?.id === 'discovery'
}

/** The value that stands in for the key at `path` of `domain`; null for keys that have none, and while the settings do not give it. */
export function computedValue(domain: string, path: PlistPath, settings: Settings): Computed | null {
  if (!mayBeComputed(domain, path)) {
    return null
  }
  const address = discoveryUrl(seenFrom(contextOf(settings), domain))
  return address === null || address.source === 'configured'
    ? null
    : { value: address.url, sentence: sentences[address.source] }
}
