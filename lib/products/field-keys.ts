import { allKeys } from './keys'

/** The keys with a field of their own, which the editor counts: not dictionaries, nor what stands in the entries of lists. */
export const fieldKeys = allKeys.filter(
  ({ definition, path }) => definition.kind !== 'dictionary' && !path.includes('[]'),
)
