import type { TestKind } from '../api/report'
import type { Settings } from '../schema/settings'
import { products } from './products'

/** The tests that make sense for the settings. */
export function testsFor(settings: Settings): readonly TestKind[] {
  return [...new Set(products.flatMap((product) => product.tests?.(settings) ?? []))]
}
