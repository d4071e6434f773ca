import type { Product, Rules } from '../schema/rules'
import { rules as jamfConnect } from './jamf-connect/rules'
import { type ProductId, products } from './products'

/** The rules of each product. They are most of what is known of it, so that pages load them with the checks, not before. */
const rules: { readonly [Id in ProductId]: Rules } = { 'jamf-connect': jamfConnect }

const byId: Readonly<Record<string, Rules>> = rules

/** The products with what their settings are judged by. */
export const judged: readonly Product[] = products.map((product) => ({
  ...product,
  ...byId[product.facts.id],
}))
