import { valueAt } from '@/lib/plist/tree'
import type { PlistDict, PlistPath, PlistValue } from '@/lib/plist/value'
import { PROFILE } from '@/lib/products/apple/profile-keys'
import { findSettings, type SettingsPlace, settingsByDomain } from '@/lib/profile/payloads/shapes'

/** The settings of a profile by domain, several payloads for one domain put together, and where they are. */
export type FoundSettings = {
  readonly settings: ReadonlyMap<string, PlistDict>
  readonly places: readonly SettingsPlace[]
}

/** Finds the settings of a tree. What was found is kept until another tree is asked about. */
export function settingsFinder(): (root: PlistValue, fileName: string) => FoundSettings {
  let last: { of: PlistValue; name: string; found: FoundSettings } | null = null
  return (root, fileName) => {
    if (last?.of !== root || last.name !== fileName) {
      const places = findSettings(root, fileName)
      last = { of: root, name: fileName, found: { places, settings: settingsByDomain(root, places) } }
    }
    return last.found
  }
}

/** A key by its domain, or by PROFILE when it stands around the payloads, and its path there. */
export type KeyAt = { readonly domain: string; readonly path: PlistPath }

/** The path of a key from the root of the profile; null while it is not configured. */
export function pathFromRoot(
  root: PlistValue,
  places: readonly SettingsPlace[],
  { domain, path }: KeyAt,
): PlistPath | null {
  if (domain === PROFILE) {
    return path
  }
  const paths = places.filter((place) => place.domain === domain).map((place) => [...place.path, ...path])
  return paths.find((candidate) => valueAt(root, candidate) !== undefined) ?? null
}
