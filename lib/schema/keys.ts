import type { PlistPath } from '../plist/value'
import type { KeyId } from '../products/jamf-connect/manifests/key-ids'
import { manifests } from '../products/jamf-connect/manifests/manifests'
import { type RetiredKey, retiredKeys } from '../products/jamf-connect/manifests/retired'
import type { Condition } from './condition-type'
import type { KeyDefinition, Keys, Manifest, Section, Tab } from './manifest'

/** A key of a manifest with the place it has in its payload and in the editor. */
export type KnownKey = {
  /** "login/OIDCProvider", "connect/IdPSettings/ROPGID": manifest id and path. Stable; names anchors and fields. */
  readonly id: KeyId
  readonly manifest: Manifest
  readonly section: Section
  readonly domain: string
  /** From the root of the payload; "[]" stands for each element of the list before it. */
  readonly path: readonly string[]
  readonly name: string
  readonly definition: KeyDefinition
  readonly tab: Tab
  /** Heading of the panel that shows the key. */
  readonly group: string
  /** When Jamf Connect heeds the key, the conditions of the dictionaries around it included. */
  readonly appliesWhen?: Condition
}

/** Every key of the manifests, dictionaries before the keys inside them. */
export function keysOf(all: readonly Manifest[]): readonly KnownKey[] {
  return all.flatMap((manifest) =>
    manifest.sections.flatMap((section) => {
      const root = section.dictionary === undefined ? [] : section.dictionary.split('/')
      const place = { tab: section.tab, group: section.group ?? section.title }
      return keysIn(section.keys, root, { manifest, section, domain: manifest.domain, ...place })
    }),
  )
}

type Surroundings = Omit<KnownKey, 'id' | 'path' | 'name' | 'definition'>

function keysIn(keys: Keys, parent: readonly string[], around: Surroundings): KnownKey[] {
  return Object.entries(keys).flatMap(([name, definition]) => {
    const path = [...parent, name]
    const here = {
      ...around,
      tab: definition.tab ?? around.tab,
      group: definition.group ?? around.group,
      ...both(around.appliesWhen, definition.appliesWhen),
    }
    // The type lists the ids of the manifests that there are; tests read others by the same way.
    const id = [around.manifest.id, ...path].join('/') as KeyId
    const key: KnownKey = { ...here, id, path, name, definition }
    if (definition.kind === 'dictionary') {
      return [key, ...keysIn(definition.keys, path, here)]
    }
    return definition.kind === 'dictionary-list'
      ? [key, ...keysIn(definition.keys, [...path, '[]'], here)]
      : [key]
  })
}

function both(outer: Condition | undefined, own: Condition | undefined): { appliesWhen?: Condition } {
  if (outer === undefined || own === undefined) {
    const only = own ?? outer
    return only === undefined ? {} : { appliesWhen: only }
  }
  return { appliesWhen: { all: [outer, own] } }
}

/** Every key Latchkey knows. */
export const allKeys: readonly KnownKey[] = keysOf(manifests)

/** The preference domains that have a manifest. */
export const knownDomains: readonly string[] = manifests.map(({ domain }) => domain)

/** The preference domains of which only keys that are no longer, or never were, settings are known. */
export const retiredDomains: readonly string[] = [
  ...new Set(retiredKeys.map(({ domain }) => domain).filter((domain) => !knownDomains.includes(domain))),
]

const SEPARATOR = '\u0000'
const placeOf = (domain: string, path: PlistPath) =>
  [domain, ...path.map((step) => (typeof step === 'number' ? '[]' : step))].join(SEPARATOR)

const byPlace = new Map(allKeys.map((key) => [placeOf(key.domain, key.path), key]))
const byId = new Map<string, KnownKey>(allKeys.map((key) => [key.id, key]))
const retiredByPlace = new Map(retiredKeys.map((key) => [placeOf(key.domain, key.path), key]))

/** The key at a place; an array position stands for "[]". */
export function findKey(domain: string, path: PlistPath): KnownKey | undefined {
  return byPlace.get(placeOf(domain, path))
}

/** The key with this id. */
export function keyWithId(id: string): KnownKey | undefined {
  return byId.get(id)
}

/** The key at a place, or the nearest one around it: the field that shows what is there. */
export function fieldFor(domain: string, path: PlistPath): KnownKey | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const key = findKey(domain, path.slice(0, length))
    if (key !== undefined) {
      return key
    }
  }
  return undefined
}

/** What is known about a key that new profiles do not get: 1.x keys, written by the app, misplaced, other spellings. */
export function findRetired(domain: string, path: PlistPath): RetiredKey | undefined {
  const exact = retiredByPlace.get(placeOf(domain, path))
  return exact ?? retiredByPlace.get(placeOf(domain, [...path.slice(0, -1), '*']))
}

const containers = new Set(
  allKeys.flatMap(({ domain, path }) => path.map((_, index) => placeOf(domain, path.slice(0, index)))),
)

/** Whether keys are known inside the dict at a place: the root of a domain, a section's dictionary, a list element. */
export function holdsKeys(domain: string, path: PlistPath): boolean {
  return containers.has(placeOf(domain, path))
}
