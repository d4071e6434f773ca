import type { Template } from '../schema/rules'
import { products } from './products'

/** What a new configuration may start from, those of each product together. */
export const templates: readonly Template[] = products.flatMap((product) => product.templates ?? [])
