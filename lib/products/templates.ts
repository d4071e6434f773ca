import type { Template } from '../schema/rules'
import { persist } from './persist'
import { products } from './products'

/** What a new configuration may start from, those of each product together. */
export const templates: readonly Template[] = (
  await Promise.all(products.map((product) => product.templates && persist(product.templates)))
).flatMap((own) => own ?? [])
