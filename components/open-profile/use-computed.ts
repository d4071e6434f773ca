'use client'
import type { PlistPath } from '@/lib/plist/value'
import { computedValue, mayBeComputed } from '@/lib/products/computed'
import { useProfile } from './open-profile'

/** What Jamf Connect works out for a key that is not configured, and the sentence that says from what; null when nothing. */
export function useComputed(domain: string, path: PlistPath): { value: string; sentence: string } | null {
  const computed = useProfile(
    (profile) => {
      const found = computedValue(domain, path, profile.settings)
      return found && JSON.stringify(found)
    },
    mayBeComputed(domain, path),
  )
  return computed === null ? null : JSON.parse(computed)
}
