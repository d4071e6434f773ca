import { valueAt } from '../../plist/tree'
import type { PlistDict, PlistEntry, PlistPath, PlistValue } from '../../plist/value'
import { isProductDomain } from '../../products/domains'
import { inferDomain } from './infer-domain'
import {
  isCommonPayloadKey,
  MANAGED_PREFERENCES,
  type Payload,
  PREFERENCE_SETTINGS,
  PREFERENCE_STATES,
  payloadsOf,
  textOf,
} from './payload-keys'

/** How settings are wrapped: payload type = domain, managed preferences, both in one profile, or no profile at all. */
export type ProfileShape = 'direct' | 'managed-preferences' | 'mixed' | 'bare'

/** One dictionary in which settings of a Jamf Connect domain stand. */
export type SettingsPlace = {
  readonly domain: string
  readonly shape: 'direct' | 'managed-preferences' | 'bare'
  /** From the root to the dictionary that holds the settings; in the direct form that is the payload itself. */
  readonly path: PlistPath
  /** From the root to the payload; empty for a bare property list. */
  readonly payloadPath: PlistPath
  /** Managed preferences only: Forced, or Set-Once (written once, the user may change it afterwards). */
  readonly state?: 'Forced' | 'Set-Once'
}

/** A payload that holds no settings of Jamf Connect, or other settings too. */
export type ForeignPayload = {
  readonly path: PlistPath
  readonly type: string
  readonly displayName: string
}

/**
 * Every place where settings of a Jamf Connect domain stand, in the order of the file. A bare property list gets its
 * domain from the file name, else from the keys it holds; when neither says, it has no place. Misspelt domains have
 * none either: `envelopeIssues` reports them.
 */
export function findSettings(root: PlistValue, fileName?: string): SettingsPlace[] {
  if (isProfile(root)) {
    return payloadsOf(root).flatMap(placesOf)
  }
  const domain = inferDomain(root, fileName)
  return domain === null ? [] : [{ domain, shape: 'bare', path: [], payloadPath: [] }]
}

/** The shape of a file as a whole. A profile without settings of Jamf Connect counts as direct, the form new payloads get. */
export function profileShape(root: PlistValue, places: readonly SettingsPlace[]): ProfileShape {
  if (!isProfile(root)) {
    return 'bare'
  }
  const [first, ...others] = [...new Set(places.map(({ shape }) => shape))]
  return others.length > 0 ? 'mixed' : (first ?? 'direct')
}

/** Whether a tree is a profile or a payload; everything else is a bare dictionary of preferences. */
export function isProfile(root: PlistValue): boolean {
  return textOf(root, 'PayloadType') !== '' || valueAt(root, ['PayloadContent'])?.type === 'array'
}

/**
 * The settings at a place, without the keys that belong to the payload. Values are the nodes of the tree, so that a
 * value that did not change stays the same object. Empty when the tree has no dictionary there.
 */
export function settingsAt(root: PlistValue, place: SettingsPlace): PlistDict {
  const dict = dictAt(root, place.path)
  return place.shape === 'direct' ? withoutCommonKeys(dict) : dict
}

const settingsIn = new WeakMap<PlistDict, PlistDict>()

/** Of a payload that did not change the same object, so that what was found in its settings can be kept by it. */
function withoutCommonKeys(payload: PlistDict): PlistDict {
  const settings: PlistDict = settingsIn.get(payload) ?? {
    type: 'dict',
    entries: payload.entries.filter(({ key }) => !isCommonPayloadKey(key)),
  }
  settingsIn.set(payload, settings)
  return settings
}

/**
 * Settings by domain. When several payloads are for one domain their keys are put together; of a key that several
 * hold, the first forced one counts. `setSetting` changes the value that is shown here.
 */
export function settingsByDomain(root: PlistValue, places: readonly SettingsPlace[]): Map<string, PlistDict> {
  const all = new Map<string, PlistDict[]>()
  for (const place of byPrecedence(places)) {
    const found = all.get(place.domain) ?? []
    found.push(settingsAt(root, place))
    all.set(place.domain, found)
  }
  return new Map([...all].map(([domain, found]) => [domain, mergedDicts(found)]))
}

/** One dictionary of several; of a key that several hold, the first counts. */
export function mergedDicts(dicts: readonly PlistDict[]): PlistDict {
  const [only, ...others] = dicts
  if (only !== undefined && others.length === 0) {
    return only
  }
  const entries = new Map<string, PlistEntry>()
  for (const entry of dicts.flatMap((dict) => dict.entries)) {
    if (!entries.has(entry.key)) {
      entries.set(entry.key, entry)
    }
  }
  return { type: 'dict', entries: [...entries.values()] }
}

/** Places with forced settings first, else in the order of the file. */
export function byPrecedence(places: readonly SettingsPlace[]): SettingsPlace[] {
  return [
    ...places.filter(({ state }) => state !== 'Set-Once'),
    ...places.filter(({ state }) => state === 'Set-Once'),
  ]
}

/** Payloads in which something other than settings of Jamf Connect stands; they are kept as they are. */
export function foreignPayloads(root: PlistValue): ForeignPayload[] {
  return payloadsOf(root)
    .filter((payload) => !isOurs(payload))
    .map(({ path, type, dict }) => ({ path, type, displayName: textOf(dict, 'PayloadDisplayName') }))
}

/** Settings that are not Jamf Connect's: those of a payload, or of one domain in managed preferences. */
export type ForeignSettings = {
  readonly domain: string
  readonly payload: Payload
  readonly path: PlistPath
  readonly settings: PlistDict
}

/** The settings of every domain that is not Jamf Connect's, in the order of the file. */
export function foreignSettings(root: PlistValue): ForeignSettings[] {
  return payloadsOf(root).flatMap((payload): ForeignSettings[] => {
    if (payload.type === MANAGED_PREFERENCES) {
      return managedDomains(payload)
        .filter(({ domain }) => !isProductDomain(domain))
        .flatMap((at) => managedPlaces(at, payload))
        .map(({ domain, path }) => ({ domain, payload, path, settings: dictAt(root, path) }))
    }
    const entries = payload.dict.entries.filter(({ key }) => !isCommonPayloadKey(key))
    return isProductDomain(payload.type)
      ? []
      : [{ domain: payload.type, payload, path: payload.path, settings: { type: 'dict', entries } }]
  })
}

function dictAt(root: PlistValue, path: PlistPath): PlistDict {
  const dict = valueAt(root, path)
  return dict?.type === 'dict' ? dict : { type: 'dict', entries: [] }
}

function placesOf(payload: Payload): SettingsPlace[] {
  if (isProductDomain(payload.type)) {
    return [{ domain: payload.type, shape: 'direct', path: payload.path, payloadPath: payload.path }]
  }
  return payload.type === MANAGED_PREFERENCES
    ? managedDomains(payload)
        .filter(({ domain }) => isProductDomain(domain))
        .flatMap((at) => managedPlaces(at, payload))
    : []
}

/** A preference domain inside a managed-preferences payload. `path` leads to the dictionary with the states. */
export type ManagedDomain = { readonly domain: string; readonly path: PlistPath; readonly states: PlistValue }

/** The domains of a managed-preferences payload. Some tools write a second PayloadContent inside the first. */
export function managedDomains(payload: Payload): ManagedDomain[] {
  const found: ManagedDomain[] = []
  let holder: PlistValue | undefined = payload.dict
  let path = payload.path
  for (let depth = 0; depth < 4 && holder; depth++) {
    const content = valueAt(holder, ['PayloadContent'])
    path = [...path, 'PayloadContent']
    for (const { key, value } of content?.type === 'dict' ? content.entries : []) {
      if (key !== 'PayloadContent') {
        found.push({ domain: key, path: [...path, key], states: value })
      }
    }
    holder = content
  }
  return found
}

function managedPlaces({ domain, path, states }: ManagedDomain, payload: Payload): SettingsPlace[] {
  return PREFERENCE_STATES.flatMap((state) => {
    const list = valueAt(states, [state])
    const items = list?.type === 'array' ? list.items : []
    return items.flatMap((item, index): SettingsPlace[] =>
      valueAt(item, [PREFERENCE_SETTINGS])?.type === 'dict'
        ? [
            {
              domain,
              shape: 'managed-preferences',
              path: [...path, state, index, PREFERENCE_SETTINGS],
              payloadPath: payload.path,
              state,
            },
          ]
        : [],
    )
  })
}

function isOurs(payload: Payload): boolean {
  if (isProductDomain(payload.type)) {
    return true
  }
  const domains = payload.type === MANAGED_PREFERENCES ? managedDomains(payload) : []
  return domains.length > 0 && domains.every(({ domain }) => isProductDomain(domain))
}
