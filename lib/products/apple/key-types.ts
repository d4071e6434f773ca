import type { PlistType } from '../../plist/value'
import type { Fact } from './payloads/fact'
import { commonFacts, profileFacts } from './payloads/profile'

type KeyType = { readonly types: readonly PlistType[]; readonly in: 'profile' | 'any' }

/** Keys that have rules of their own. */
const APART = ['PayloadContent', 'PayloadScope']

/** Apple documents it for the profile; tools write it into payloads too. */
const EVERYWHERE = 'PayloadRemovalDisallowed'

/**
 * Types of optional keys of every payload and of the profile; presence, PayloadScope and PayloadVersion have rules of
 * their own. Apple documents DurationUntilRemoval as a real number, and an integer says the same.
 */
export const keyTypes: { readonly [key: string]: KeyType } = Object.fromEntries(
  Object.entries(profileFacts)
    .filter(([key, fact]) => fact.required === undefined && !APART.includes(key))
    .map(([key, fact]) => {
      const isAnywhere = key in commonFacts || key === EVERYWHERE
      return [key, { types: typesOf(fact), in: isAnywhere ? 'any' : 'profile' }]
    }),
)

function typesOf({ type }: Fact): readonly PlistType[] {
  return type === 'any' ? [] : type === 'real' ? ['real', 'integer'] : [type]
}
