import { type Group, type LayoutOptions, layoutOf } from '../schema/layout'
import type { WithSettings } from '../schema/read'
import { products } from './products'

/** The tabs of the editor, those of each product together. */
export const tabs = products.flatMap(({ facts }) => facts.tabs)

/** The panels of one tab for the settings, those without a field left out. */
export function layout({ settings }: WithSettings, options: LayoutOptions): Group[] {
  return products
    .filter(({ facts }) => facts.tabs.some(({ id }) => id === options.tab))
    .flatMap((product) => layoutOf(product, settings, options))
}
