import type { PlistPath } from '../plist/value'
import type { Condition } from './condition-type'
import type { KeyDefinition, Keys, Manifest, RetiredKey, Section } from './manifest'
import type { ProductFacts } from './product'

/** A key of a manifest with the place it has in its payload and in the editor. */
export type KnownKey<Id extends string = string> = {
  /** "login/OIDCProvider", "connect/IdPSettings/ROPGID": manifest id and path. Stable; names anchors and fields. */
  readonly id: Id
  readonly product: ProductFacts
  readonly manifest: Manifest
  readonly section: Section
  readonly domain: string
  /** From the root of the payload; "[]" stands for each element of the list before it. */
  readonly path: readonly string[]
  readonly name: string
  readonly definition: KeyDefinition
  readonly tab: string
  /** Heading of the panel that shows the key. */
  readonly group: string
  /** When the key is heeded, the conditions of the dictionaries around it included. */
  readonly appliesWhen?: Condition
}

/** Every key of a product, dictionaries before the keys inside them. */
export function keysOf(product: ProductFacts): readonly KnownKey[] {
  return product.manifests.flatMap((manifest) =>
    manifest.sections.flatMap((section) => {
      const root = section.dictionary === undefined ? [] : section.dictionary.split('/')
      const place = { tab: section.tab, group: section.group ?? section.title }
      return keysIn(section.keys, root, { product, manifest, section, domain: manifest.domain, ...place })
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
    const id = [around.manifest.id, ...path].join('/')
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

/** The keys of a product, or of all, by id and by place. */
export type Catalogue<Id extends string = string> = {
  readonly allKeys: readonly KnownKey<Id>[]
  /** The preference domains that have a manifest. */
  readonly knownDomains: readonly string[]
  /** The preference domains of which only keys that are no longer, or never were, settings are known. */
  readonly retiredDomains: readonly string[]
  /** The key at a place; an array position stands for "[]". */
  readonly findKey: (domain: string, path: PlistPath) => KnownKey<Id> | undefined
  /** The key with this id. */
  readonly keyWithId: (id: string) => KnownKey<Id> | undefined
  /** The key at a place, or the nearest one around it: the field that shows what is there. */
  readonly fieldFor: (domain: string, path: PlistPath) => KnownKey<Id> | undefined
  /** What is known about a key that new profiles do not get: of earlier versions, written by the app, misplaced, other spellings. */
  readonly findRetired: (domain: string, path: PlistPath) => RetiredKey | undefined
  /** Whether keys are known inside the dict at a place: the root of a domain, a section's dictionary, a list element. */
  readonly holdsKeys: (domain: string, path: PlistPath) => boolean
}

/** What of a path is outside of lists: what is inside one has its field there. */
export function outsideLists<Step extends string | number>(path: readonly Step[]): readonly Step[] {
  const inList = path.findIndex((step) => step === '[]' || typeof step === 'number')
  return inList < 0 ? path : path.slice(0, inList)
}

const SEPARATOR = '\u0000'
const placeOf = (domain: string, path: PlistPath) =>
  [domain, ...path.map((step) => (typeof step === 'number' ? '[]' : step))].join(SEPARATOR)

/** The keys of a product; `Id` are the ids that its manifests give. */
export function catalogueOf<Id extends string = string>(product: ProductFacts): Catalogue<Id> {
  return catalogued(keysOf(product) as readonly KnownKey<Id>[], product)
}

/** The keys of several products together. */
export function joined(
  parts: readonly { readonly catalogue: Catalogue; readonly facts: ProductFacts }[],
): Catalogue {
  return catalogued(
    parts.flatMap(({ catalogue }) => catalogue.allKeys),
    {
      manifests: parts.flatMap(({ facts }) => facts.manifests),
      retired: parts.flatMap(({ facts }) => facts.retired),
    },
  )
}

function catalogued<Id extends string>(
  allKeys: readonly KnownKey<Id>[],
  { manifests, retired }: Pick<ProductFacts, 'manifests' | 'retired'>,
): Catalogue<Id> {
  const byPlace = new Map(allKeys.map((key) => [placeOf(key.domain, key.path), key]))
  const byId = new Map<string, KnownKey<Id>>(allKeys.map((key) => [key.id, key]))
  const retiredByPlace = new Map(retired.map((key) => [placeOf(key.domain, key.path), key]))
  const containers = new Set(
    allKeys.flatMap(({ domain, path }) => path.map((_, index) => placeOf(domain, path.slice(0, index)))),
  )
  const knownDomains = manifests.map(({ domain }) => domain)
  const findKey = (domain: string, path: PlistPath) => byPlace.get(placeOf(domain, path))
  return {
    allKeys,
    knownDomains,
    retiredDomains: [
      ...new Set(retired.map(({ domain }) => domain).filter((domain) => !knownDomains.includes(domain))),
    ],
    findKey,
    keyWithId: (id) => byId.get(id),
    fieldFor: (domain, path) => {
      for (let length = path.length; length > 0; length -= 1) {
        const key = findKey(domain, path.slice(0, length))
        if (key !== undefined) {
          return key
        }
      }
      return undefined
    },
    findRetired: (domain, path) =>
      retiredByPlace.get(placeOf(domain, path)) ??
      retiredByPlace.get(placeOf(domain, [...path.slice(0, -1), '*'])),
    holdsKeys: (domain, path) => containers.has(placeOf(domain, path)),
  }
}
