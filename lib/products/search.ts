import type { KnownKey } from '../schema/keys'
import type { Keys } from '../schema/manifest'
import { type Match, searchOf } from '../schema/search'
import { searchAmong } from '../schema/search-among'
import { profileKeys } from './apple/profile-keys'
import { profileHelp } from './apple/profile-keys.help'
import { helpOf } from './help'
import { allKeys } from './keys'

const search = searchOf(helpOf)

/** The keys that every word of the query leads to, best first, among all or those given. */
export function searchKeys(query: string, keys: readonly KnownKey[] = allKeys): Match[] {
  return search(query, keys)
}

const ofProfile = Object.entries(profileKeys as Keys).map(([name, { title, alsoCalled = [] }]) => ({
  name,
  path: [name],
  title,
  otherwise: alsoCalled,
  description: profileHelp[name as keyof typeof profileHelp].description,
}))

/** The names of the keys of the profile itself that the query leads to, best first. */
export function searchProfileKeys(query: string): string[] {
  return searchAmong(query, ofProfile).map(({ entry }) => entry.name)
}
