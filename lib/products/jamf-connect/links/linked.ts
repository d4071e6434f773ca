import { linksOf } from '../../../schema/links'
import { catalogue } from '../keys'
import { linking } from './links'

export const linked = linksOf(catalogue, () => linking)

export const { linkOf, linkState, linkedEdits, sharedValue } = linked
