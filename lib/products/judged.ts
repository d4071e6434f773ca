import type { Judged } from '../schema/rules'
import { persist } from './persist'
import { products } from './products'

/** The products with what their settings are judged by. */
export const judged: readonly Judged[] = await Promise.all(
  products.map(async (product) => ({ ...product, ...(product.rules && (await persist(product.rules))) })),
)
