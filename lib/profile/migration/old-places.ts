import { valueAt } from '../../plist/tree'
import type { PlistDict, PlistPath, PlistValue } from '../../plist/value'
import type { Ancestor } from '../../products/jamf-connect/migration/ancestor'
import { ancestorAt, isLookedInto, rowAt } from '../../products/jamf-connect/migration/ancestors'
import { findSettings, foreignSettings, isProfile, settingsAt } from '../payloads/shapes'

/** Settings of an ancestor of Jamf Connect in a profile. */
export type OldPlace = {
  readonly ancestor: Ancestor
  /** From the root to the dictionary that holds the settings. */
  readonly path: PlistPath
  readonly settings: PlistDict
  /** From the root to what is taken away when nothing is left in it; null for what stays, as a list without a profile. */
  readonly holder: PlistPath | null
}

/** An old setting: where it stands among the settings, and what it says. */
export type OldSetting = { readonly path: readonly string[]; readonly value: PlistValue }

/**
 * Every place with settings of an ancestor, in the order of the file. A domain that Jamf Connect still reads counts where
 * it holds a setting of former versions. `fileName` places a list without a profile.
 */
export function oldPlaces(root: PlistValue, fileName?: string): OldPlace[] {
  const own = findSettings(root, fileName).flatMap((place): OldPlace[] => {
    const ancestor = ancestorAt(place.domain)
    const settings = settingsAt(root, place)
    return ancestor ? [{ ancestor, path: place.path, settings, holder: holderOf(root, place) }] : []
  })
  const foreign = foreignSettings(root).flatMap(({ domain, payload, path, settings }): OldPlace[] => {
    const ancestor = ancestorAt(domain)
    return ancestor
      ? [{ ancestor, path, settings, holder: holderOf(root, { path, payloadPath: payload.path }) }]
      : []
  })
  return [...own, ...foreign].filter(({ ancestor, settings }) =>
    ancestor.current ? settings.entries.some(({ key }) => rowAt(ancestor, [key])) : true,
  )
}

/** Whether a profile holds settings of an ancestor. */
export function holdsOldSettings(root: PlistValue, fileName?: string): boolean {
  return oldPlaces(root, fileName).length > 0
}

/** The settings of a place, in the order in which the rows want to be looked at, then those without a row. */
export function oldSettings({ ancestor, settings }: OldPlace): OldSetting[] {
  const all = settings.entries.flatMap(({ key, value }) => leaves(ancestor, [key], value))
  const ranked = all.map((setting) => {
    const row = rowAt(ancestor, setting.path)
    return { setting, rank: row === undefined ? ancestor.rows.length : ancestor.rows.indexOf(row) }
  })
  return ranked
    .filter(({ rank }) => !ancestor.current || rank < ancestor.rows.length)
    .toSorted((left, right) => left.rank - right.rank)
    .map(({ setting }) => setting)
}

function leaves(ancestor: Ancestor, path: readonly string[], value: PlistValue): OldSetting[] {
  return value.type === 'dict' && value.entries.length > 0 && isLookedInto(ancestor, path)
    ? value.entries.flatMap((entry) => leaves(ancestor, [...path, entry.key], entry.value))
    : [{ path, value }]
}

/** The payload, or in managed preferences the domain where the payload holds others too. */
function holderOf(
  root: PlistValue,
  { path, payloadPath }: { readonly path: PlistPath; readonly payloadPath: PlistPath },
): PlistPath | null {
  if (!isProfile(root) || payloadPath.length === 0) {
    return null
  }
  if (path.length === payloadPath.length) {
    return payloadPath
  }
  // …/PayloadContent/DOMAIN/Forced/0/mcx_preference_settings
  const domainPath = path.slice(0, -3)
  const domains = valueAt(root, domainPath.slice(0, -1))
  const states = valueAt(root, domainPath)
  const alone = states?.type === 'dict' && states.entries.length === 1
  const list = valueAt(root, path.slice(0, -2))
  if (!alone || list?.type !== 'array' || list.items.length !== 1) {
    return null
  }
  return domains?.type === 'dict' && domains.entries.length === 1 ? payloadPath : domainPath
}
