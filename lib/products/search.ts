import type { Help } from '../schema/help'
import type { KnownKey } from '../schema/keys'
import type { Keys } from '../schema/manifest'
import { type Match, searchOf } from '../schema/search'
import { type Searchable, searchAmong } from '../schema/search-among'
import { profileKeys } from './apple/profile-keys'
import { profileHelp } from './apple/profile-keys.help'
import { helpOf } from './help'
import { allKeys } from './keys'

const search = searchOf(helpOf)

/** The keys that every word of the query leads to, best first, among all or those given. */
export function searchKeys(query: string, keys: readonly KnownKey[] = allKeys): Match[] {
  return search(query, keys)
}

const ofProfile = Object.entries(profileKeys as Keys).map(([name, { title }]) => {
  const { description, alsoCalled = [] }: Help = profileHelp[name as keyof typeof profileHelp]
  return { name, path: [name], title, otherwise: alsoCalled, description }
})

const entriesOf = new WeakMap<readonly string[], readonly Searchable[]>()

/** The names that the query leads to, best first; of keys that no manifest knows there is nothing else to search. */
export function searchNames(query: string, names: readonly string[]): string[] {
  // Of a list that is searched again with every letter, the words are taken once.
  const entries =
    entriesOf.get(names) ??
    names.map((name) => ({ name, path: [name], title: '', otherwise: [], description: '' }))
  entriesOf.set(names, entries)
  return searchAmong(query, entries).map(({ entry }) => entry.name)
}

/** The names of the keys of the profile itself that the query leads to, best first. */
export function searchProfileKeys(query: string): string[] {
  return searchAmong(query, ofProfile).map(({ entry }) => entry.name)
}
