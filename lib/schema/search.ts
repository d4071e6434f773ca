import type { KnownKey } from './keys'
import { type Searchable, searchAmong } from './search-among'

export type Match = {
  readonly key: KnownKey
  /** Higher is better; comparable within one search only. */
  readonly score: number
}

/**
 * The keys that every word of the query leads to, best first. Words come in any order and may be the beginning of a
 * word or of a camel-case part of a name ("disc url" finds OIDCDiscoveryURL); an empty query finds nothing.
 */
export function searchKeys(query: string, keys: readonly KnownKey[]): Match[] {
  return searchAmong(query, keys.map(entryOf)).map(({ entry, score }) => ({ key: entry.key, score }))
}

type Entry = Searchable & { readonly key: KnownKey }

const entries = new WeakMap<KnownKey, Entry>()

function entryOf(key: KnownKey): Entry {
  const known = entries.get(key)
  if (known !== undefined) {
    return known
  }
  const entry = { ...searchableOf(key), key }
  entries.set(key, entry)
  return entry
}

/** The part of a key that search reads. */
export function searchableOf({ name, path, group, definition }: KnownKey): Searchable {
  const { title, alsoCalled, description } = definition
  return { name, path, title, otherwise: [...(alsoCalled ?? []), group], description }
}
