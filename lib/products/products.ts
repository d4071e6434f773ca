import type { Product } from '../schema/rules'
import { jamfConnect } from './jamf-connect/product'

const table = { 'jamf-connect': jamfConnect } satisfies Readonly<Record<string, Product>>

export type ProductId = keyof typeof table

/** The products whose settings Latchkey knows. Everything that reads settings reads this table. */
export const products: readonly Product[] = Object.values(table)
