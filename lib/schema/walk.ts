import type { PlistDict, PlistPath, PlistValue } from '../plist/value'
import type { Catalogue, KnownKey } from './keys'
import type { WithSettings } from './read'

export type Configured<Id extends string = string> = {
  readonly key: KnownKey<Id>
  readonly path: PlistPath
  readonly value: PlistValue
}
export type Stray = { readonly domain: string; readonly path: PlistPath; readonly value: PlistValue }

/** What walks through settings by the keys of a product. */
export type Walk<Id extends string = string> = {
  /** Every known key that is configured, with its value; those inside lists once per element. */
  readonly configuredKeys: (from: WithSettings) => Configured<Id>[]
  /** Every entry that is no key of a manifest, the outermost ones only. */
  readonly strayKeys: (from: WithSettings, domains: readonly string[]) => Stray[]
}

/** The walk by the keys of a catalogue. */
export function walkOf<Id extends string>({ findKey, holdsKeys }: Catalogue<Id>): Walk<Id> {
  /** Settings are immutable and a dozen rules walk the same ones. */
  const walked = new WeakMap<
    PlistDict,
    { readonly domain: string; readonly entries: readonly (Configured<Id> | Stray)[] }
  >()
  const entriesOf = (domain: string, root: PlistDict): readonly (Configured<Id> | Stray)[] => {
    const known = walked.get(root)
    if (known?.domain === domain) {
      return known.entries
    }
    const entries = within(domain, [], root)
    walked.set(root, { domain, entries })
    return entries
  }
  const within = (domain: string, path: PlistPath, value: PlistValue): (Configured<Id> | Stray)[] => {
    if (value.type === 'array') {
      return holdsKeys(domain, [...path, 0])
        ? value.items.flatMap((item, index) => within(domain, [...path, index], item))
        : []
    }
    if (value.type !== 'dict' || !holdsKeys(domain, path)) {
      return []
    }
    return value.entries.flatMap((entry) => {
      const place = [...path, entry.key]
      const key = findKey(domain, place)
      const inside = within(domain, place, entry.value)
      if (key === undefined) {
        return holdsKeys(domain, place) ? inside : [{ domain, path: place, value: entry.value }]
      }
      return [{ key, path: place, value: entry.value }, ...inside]
    })
  }
  return {
    configuredKeys: ({ settings }) =>
      [...settings].flatMap(([domain, root]) => entriesOf(domain, root).filter((each) => 'key' in each)),
    strayKeys: ({ settings }, domains) =>
      [...settings]
        .filter(([domain]) => domains.includes(domain))
        .flatMap(([domain, root]) => entriesOf(domain, root).filter((each) => 'domain' in each)),
  }
}
