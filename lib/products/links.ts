import { followingOf } from '../schema/follow-links'
import { linksOf } from '../schema/links'
import { mergingOf } from '../schema/merge-linked'
import { secretsOf } from '../schema/settings-secrets'
import { suggestionsOf } from '../schema/suggestion'
import { walkOf } from '../schema/walk'
import { catalogue } from './keys'
import { products } from './products'

const all = linksOf(catalogue, (id) => products.find(({ facts }) => facts.id === id)?.linking)

export const { links, linkOf, linkState, linkedEdits, members, sharedValue } = all

export const { partnersOf, linkedKeyAt, withFollowers, followers, copyToPartners, isFollower } = followingOf(
  catalogue,
  all,
)

export const { groupLinked, mergeLinked } = mergingOf(catalogue, all)

/** The key that somebody meant by an entry that is none. */
export const suggestionFor = suggestionsOf(catalogue, all)

export const { secretsOfSettings } = secretsOf(walkOf(catalogue), suggestionFor, catalogue)
