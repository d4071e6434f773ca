import { mergingOf } from '../schema/merge-linked'
import { catalogue } from './keys'
import { allLinks } from './links'

export const { groupLinked, mergeLinked } = mergingOf(catalogue, allLinks)
