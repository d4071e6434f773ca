import { suggestionsOf } from '../schema/suggestion'
import { catalogue } from './keys'
import { allLinks } from './links'

/** The key that somebody meant by an entry that is none. */
export const suggestionFor = suggestionsOf(catalogue, allLinks)
