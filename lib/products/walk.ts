import { walkOf } from '../schema/walk'
import { catalogue } from './keys'

/** The walk by the keys of all products; what it found in settings it finds again. */
export const walk = walkOf(catalogue)
