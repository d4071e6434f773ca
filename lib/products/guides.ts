import type { ProviderGuide } from '../schema/guide'
import { persist } from './persist'
import { products } from './products'

/** Questions that tell which provider of a vendor is meant, those of each product together. */
const guides: readonly ProviderGuide[] = (
  await Promise.all(products.map((product) => product.guides && persist(product.guides)))
).flatMap((own) => own ?? [])

/** The questions that lead to the provider that is meant, among others; undefined where its vendor has one only. */
export function guideFor(isMeant: (provider: string) => boolean): ProviderGuide | undefined {
  return guides.find(({ providers }) => providers.some(isMeant))
}
