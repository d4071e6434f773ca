import type { Product } from '../schema/rules'
import { jamfConnect } from './jamf-connect/product'

/** The products whose settings Latchkey knows. Everything that reads settings reads this table. */
export const products: readonly Product[] = [jamfConnect]
