import type { Edit } from '../api/issue'
import { equal, valueAt, without, withValue } from '../plist/tree'
import type { PlistDict, PlistPath, PlistValue } from '../plist/value'
import { ProfileError } from './errors'
import { newProfile, type ProfileIdentity } from './identity'
import { withPayload } from './payloads/add-payload'
import { isCommonPayloadKey, isLonePayload, textOf } from './payloads/payload-keys'
import { byPrecedence, findSettings, isProfile, profileShape, type SettingsPlace } from './payloads/shapes'

/** `fileName` places a bare property list; `form` is that of an added payload, the profile's own when absent. */
export type EditOptions = {
  readonly fileName?: string
  readonly form?: 'direct' | 'managed-preferences'
  /** PayloadUUID of the one payload whose settings are meant. */
  readonly payload?: string
}

/**
 * The tree with one key of a domain's settings set, or removed when `value` is null. Everything else stays the same
 * object. A domain without payload gets one at the end of the profile. A payload that loses its last key stays; a
 * dictionary inside the settings that loses its last key goes.
 *
 * With several payloads for the domain the one that `settingsByDomain` shows is changed, and every other that holds the
 * same key, since macOS picks among them at will. With `payload`, that one alone is changed.
 *
 * Throws ProfileError: `bare-one-domain` for another domain in a bare property list, `payload-key` for a key that
 * belongs to the payload and is no setting, `no-payload` when none has that PayloadUUID, `wrong-path` when the path runs through a value that is no container.
 */
export function setSetting(
  root: PlistValue,
  domain: string,
  path: PlistPath,
  value: PlistValue | null,
  options: EditOptions = {},
): PlistValue {
  const all = findSettings(root, options.fileName)
  const places = byPrecedence(all.filter((place) => place.domain === domain)).filter(
    (place) => options.payload === undefined || uuidOf(root, place) === options.payload.toUpperCase(),
  )
  if (places.length === 0 && options.payload !== undefined) {
    const message = `The profile has no payload for ${domain} with the PayloadUUID ${options.payload} any more.`
    throw new ProfileError('no-payload', message)
  }
  if (places.length === 0) {
    return value === null ? root : withNewPlace(root, domain, path, value, { ...options, places: all })
  }
  for (const place of places) {
    refusePayloadKey(place, path)
  }
  const holders = places.filter((place) => valueAt(root, [...place.path, ...path]) !== undefined)
  if (value === null) {
    return holders.reduce((tree, place) => removed(tree, place.path, path), root)
  }
  const shown =
    places.find((place) => valueAt(root, [...place.path, ...path.slice(0, 1)]) !== undefined) ?? places[0]
  const targets = new Set([...(shown ? [shown] : []), ...holders])
  return [...targets].reduce((tree, place) => put(tree, [...place.path, ...path], value), root)
}

/**
 * The tree with the edits made one after the other. An edit without domain counts its path from the root of the
 * profile. Throws as `setSetting` does.
 */
export function applyEdits(root: PlistValue, edits: readonly Edit[], options: EditOptions = {}): PlistValue {
  return edits.reduce((tree, { domain, path, value, payload }) => {
    if (domain !== null) {
      return setSetting(tree, domain, path, value, payload === undefined ? options : { ...options, payload })
    }
    return value === null ? without(tree, path) : put(tree, path, value)
  }, root)
}

/** A profile around the settings of a bare property list, all keys and their order kept. */
export function toProfile(root: PlistValue, domain: string, identity: ProfileIdentity): PlistDict {
  const profile = newProfile(identity)
  const settings: PlistDict = root.type === 'dict' ? root : { type: 'dict', entries: [] }
  return withPayload(profile, domain, settings, identity.form ?? 'direct') as PlistDict
}

function withNewPlace(
  root: PlistValue,
  domain: string,
  path: PlistPath,
  value: PlistValue,
  { form, places }: EditOptions & { readonly places: readonly SettingsPlace[] },
): PlistValue {
  const settings = put({ type: 'dict', entries: [] }, path, value) as PlistDict
  const [own] = places
  if (isLonePayload(root) || (own && !isProfile(root))) {
    const of = own ? ` for ${own.domain}` : ''
    throw new ProfileError(
      'bare-one-domain',
      `The file holds the settings${of} alone and has no room for those of ${domain}. Convert it to a configuration profile first.`,
    )
  }
  if (!isProfile(root)) {
    return put(root, path, value)
  }
  const shape = profileShape(root, places)
  return withPayload(root, domain, settings, form ?? (shape === 'managed-preferences' ? shape : 'direct'))
}

function put(root: PlistValue, path: PlistPath, value: PlistValue): PlistValue {
  const before = valueAt(root, path)
  if (before && equal(before, value)) {
    return root
  }
  try {
    return withValue(root, path, value)
  } catch (cause) {
    throw new ProfileError(
      'wrong-path',
      `${path.join(' › ')} cannot be set, because the value above it is not a dictionary or list.`,
      { cause },
    )
  }
}

/** Removes a key, and each dictionary above it, up to the settings, that is empty for this reason. */
function removed(root: PlistValue, settings: PlistPath, path: PlistPath): PlistValue {
  const tree = without(root, [...settings, ...path])
  const above = path.slice(0, -1)
  const holder = above.length > 0 ? valueAt(tree, [...settings, ...above]) : undefined
  const emptied = holder?.type === 'dict' && holder.entries.length === 0
  return emptied && typeof above.at(-1) === 'string' ? removed(tree, settings, above) : tree
}

/** What tells a payload from others for the same domain; empty for a bare property list. */
function uuidOf(root: PlistValue, { payloadPath }: SettingsPlace): string {
  return textOf(valueAt(root, payloadPath), 'PayloadUUID').toUpperCase()
}

function refusePayloadKey(place: SettingsPlace, path: PlistPath): void {
  const [key] = path
  if (place.shape === 'direct' && (key === undefined || isCommonPayloadKey(String(key)))) {
    throw new ProfileError(
      'payload-key',
      `${String(key ?? 'The payload itself')} belongs to the payload and is not a setting of ${place.domain}.`,
    )
  }
}
