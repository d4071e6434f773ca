import { type Group, type LayoutOptions, layoutOf } from '../schema/layout'
import type { TabRow } from '../schema/product'
import type { WithSettings } from '../schema/read'
import { domainsOf } from '../schema/rules'
import type { Settings } from '../schema/settings'
import { products } from './products'

/** A part of the editor. */
export type EditorTab = TabRow & {
  /** The domains whose keys it shows, in their order. */
  readonly domains: readonly string[]
}

/** The tabs of the editor, those of each product together. */
export const tabs: readonly EditorTab[] = products.flatMap(({ facts }) =>
  facts.tabs.map((tab) => ({
    ...tab,
    domains: facts.manifests
      .filter(({ sections }) => sections.some((section) => section.tab === tab.id))
      .map(({ domain }) => domain),
  })),
)

/** The tabs for the settings: those of the first product always, those of another where one of its domains is there. */
export function tabsFor(settings: Settings): readonly EditorTab[] {
  const shown = products.filter(
    (product, at) => at === 0 || domainsOf(product).some((domain) => settings.has(domain)),
  )
  return tabs.filter(({ id }) => shown.some(({ facts }) => facts.tabs.some((tab) => tab.id === id)))
}

/** The panels of one tab for the settings, those without a field left out. */
export function layout({ settings }: WithSettings, options: LayoutOptions): Group[] {
  return products
    .filter(({ facts }) => facts.tabs.some(({ id }) => id === options.tab))
    .flatMap((product) => layoutOf(product, settings, options))
}
