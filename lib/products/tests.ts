import type { TestKind } from '../api/report'
import { domainsOf } from '../schema/rules'
import type { Settings } from '../schema/settings'
import { products } from './products'

/** The tests that make sense for the settings. */
export function testsFor(settings: Settings): readonly TestKind[] {
  const present = products.filter((product) => domainsOf(product).some((domain) => settings.has(domain)))
  const asked = present.length > 0 ? present : products.slice(0, 1)
  return [...new Set(asked.flatMap((product) => product.tests?.(settings) ?? []))]
}
