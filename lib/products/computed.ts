import type { PlistPath } from '../plist/value'
import type { Computed } from '../schema/rules'
import type { Settings } from '../schema/settings'
import { productAt } from './domains'

/** Whether the key at `path` of `domain` is one of the few that the product works out for itself. */
export function mayBeComputed(domain: string, path: PlistPath): boolean {
  return productAt(domain)?.computed?.mayBe(domain, path) === true
}

/** The value that stands in for a key that is not configured; null for keys that have none, and while nothing gives it. */
export function computedValue(domain: string, path: PlistPath, settings: Settings): Computed | null {
  return productAt(domain)?.computed?.valueOf(domain, path, settings) ?? null
}
