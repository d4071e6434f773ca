import { followingOf } from '../schema/follow-links'
import { linksOf } from '../schema/links'
import { catalogue } from './keys'
import { products } from './products'

export const allLinks = linksOf(catalogue, (id) => products.find(({ facts }) => facts.id === id)?.linking)

export const { links, linkOf, linkState, linkedEdits, members, sharedValue } = allLinks

export const { partnersOf, linkedKeyAt, withFollowers, followers, copyToPartners, isFollower } = followingOf(
  catalogue,
  allLinks,
)
