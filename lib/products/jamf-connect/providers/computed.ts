import type { PlistPath } from '../../../plist/value'
import { findKey } from '../../../schema/keys'
import type { Context } from '../../../schema/settings'
import { seenFrom } from '../context'
import { linkOf } from '../links/links'
import { discoveryUrl } from './providers'

/** What Jamf Connect works out for itself while a key is not configured. */
export type Computed = {
  readonly value: string
  /** One sentence: where the value comes from. */
  readonly sentence: string
}

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

/**
 * The value that stands in for the key at `path` of `domain`; null for keys that have none, and while the settings do
 * not give it. `context` is a function because most keys never ask for it.
 */
export function computedValue(domain: string, path: PlistPath, context: () => Context): Computed | null {
  if (!mayBeComputed(domain, path)) {
    return null
  }
  const address = discoveryUrl(seenFrom(context(), domain))
  return address === null || address.source === 'configured'
    ? null
    : { value: address.url, sentence: sentences[address.source] }
}
