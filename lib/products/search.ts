import type { KnownKey } from '../schema/keys'
import { type Match, searchKeys as search } from '../schema/search'
import { allKeys } from './keys'

/** The keys that every word of the query leads to, best first, among all or those given. */
export function searchKeys(query: string, keys: readonly KnownKey[] = allKeys): Match[] {
  return search(query, keys)
}
