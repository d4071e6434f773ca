import type { PlistValue } from '@/lib/plist/value'
import { checkSettings } from '@/lib/products/check'
import { findSettings, settingsByDomain } from '@/lib/profile/payloads/shapes'

/** What to say of a result with which people may not get into their Macs. `fileName` places a list without a profile. */
export function accessNotes(root: PlistValue, fileName: string): string[] {
  const settings = settingsByDomain(root, findSettings(root, fileName))
  return checkSettings(settings).flatMap(({ aboutAccess, message }) =>
    aboutAccess === true ? [message] : [],
  )
}
