import { seenBy } from '../schema/rules'
import type { Context, Settings } from '../schema/settings'
import { productAt } from './domains'
import { products } from './products'

/** Settings as the product of a domain sees them from there. */
export function seenFrom(settings: Settings, domain: string): Context {
  const product = productAt(domain)
  return product === undefined ? { provider: null, settings, domain } : seenBy(product, settings)(domain)
}

/** How the list of configurations calls the identity provider of the settings; null while there is none. */
export function providerTitle(settings: Settings): string | null {
  const titles = products.map((product) => product.providerTitle?.(settings) ?? null)
  return titles.find((title) => title !== null) ?? null
}
