import type { Help } from './help'
import type { KnownKey } from './keys'
import { type Searchable, searchAmong } from './search-among'

export type Match = {
  readonly key: KnownKey
  /** Higher is better; comparable within one search only. */
  readonly score: number
}

type Entry = Searchable & { readonly key: KnownKey }

/**
 * Searches keys, with what `helpOf` says of them: those that every word of the query leads to, best first. Words come in
 * any order and may be the beginning of a word or of a camel-case part of a name ("disc url" finds OIDCDiscoveryURL); an
 * empty query finds nothing.
 */
export function searchOf(
  helpOf: (key: KnownKey) => Help,
): (query: string, keys: readonly KnownKey[]) => Match[] {
  const entries = new WeakMap<KnownKey, Entry>()
  const entryOf = (key: KnownKey) => {
    const entry = entries.get(key) ?? { ...searchableOf(key, helpOf(key)), key }
    entries.set(key, entry)
    return entry
  }
  return (query, keys) =>
    searchAmong(query, keys.map(entryOf)).map(({ entry, score }) => ({ key: entry.key, score }))
}

/** The part of a key that search reads. */
export function searchableOf(
  { name, path, group, definition: { title } }: KnownKey,
  { description, alsoCalled = [] }: Help,
): Searchable {
  return { name, path, title, otherwise: [...alsoCalled, group], description }
}
