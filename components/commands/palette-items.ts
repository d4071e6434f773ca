import { folded } from '@/lib/api/folded'
import { PROFILE } from '@/lib/products/apple/profile-keys'
import { tabs } from '@/lib/products/layout'
import { searchKeys, searchNames } from '@/lib/products/search'
import type { KnownKey } from '@/lib/schema/keys'
import { holdsWords } from '@/lib/schema/words'

/** Something that can be chosen. */
export type PaletteItem = {
  /** "configuration:…", "key:…", "other:…" or "command:…"; what is remembered of a choice. */
  readonly id: string
  readonly title: string
  /** A second line, smaller. */
  readonly note?: string
  /** A name of the vendor's, in monospace. */
  readonly code?: string
  readonly keys?: string
  /** Other words that lead here. */
  readonly words?: string
  readonly run: () => void
}

export type PaletteGroup = { readonly title: string; readonly items: readonly PaletteItem[] }

export type PaletteSources = {
  readonly configurations: readonly PaletteItem[]
  readonly commands: readonly PaletteItem[]
  readonly key: (key: KnownKey) => PaletteItem
  /** Names of keys of the open configuration that no manifest knows, by domain. */
  readonly others: readonly { readonly domain: string; readonly names: readonly string[] }[]
  /** `at`: its place among those of the domain. */
  readonly other: (domain: string, name: string, at: number) => PaletteItem
  /** Ids of what was chosen lately, the last one first. */
  readonly recent: readonly string[]
}

const MOST = { recent: 5, configurations: 8, keys: 12 } as const

/** What the palette offers for a query: with none, what was chosen lately, the first configurations, and all commands. */
export function paletteGroups(query: string, sources: PaletteSources): readonly PaletteGroup[] {
  const { configurations, commands, recent } = sources
  if (query.trim() === '') {
    const known = new Map([...configurations, ...commands].map((item) => [item.id, item]))
    const lately = recent.flatMap((id) => known.get(id) ?? []).slice(0, MOST.recent)
    const others = configurations.filter((item) => !lately.includes(item)).slice(0, MOST.configurations)
    return filled([
      { title: 'Recent', items: lately },
      { title: 'Configurations', items: others },
      { title: 'Commands', items: commands.filter((item) => !lately.includes(item)) },
    ])
  }
  // As the server searches the list.
  const fits = ({ title, note = '', words = '' }: PaletteItem) =>
    holdsWords(folded(`${title} ${note} ${words}`), folded(query))
  const keys = searchKeys(query)
    .filter(({ key }) => key.definition.kind !== 'dictionary')
    .slice(0, MOST.keys)
    .map(({ key }) => sources.key(key))
  const others = sources.others
    .flatMap(({ domain, names }) =>
      searchNames(query, names)
        .slice(0, MOST.keys)
        .map((name) => sources.other(domain, name, names.indexOf(name))),
    )
    .slice(0, MOST.keys)
  return filled([
    {
      title: 'Configurations',
      items: recentFirst(configurations.filter(fits), recent).slice(0, MOST.configurations),
    },
    { title: 'Commands', items: recentFirst(commands.filter(fits), recent) },
    { title: 'Keys', items: keys },
    { title: 'Other keys', items: others },
  ])
}

const filled = (groups: readonly PaletteGroup[]) => groups.filter(({ items }) => items.length > 0)

function recentFirst(items: readonly PaletteItem[], recent: readonly string[]): readonly PaletteItem[] {
  const rank = ({ id }: PaletteItem) => (recent.includes(id) ? recent.indexOf(id) : recent.length)
  return items.toSorted((left, right) => rank(left) - rank(right))
}

/** Where a key stands, for people. */
export function placeOfKey({ tab, domain, group }: Pick<KnownKey, 'tab' | 'domain' | 'group'>): string {
  const title = domain === PROFILE ? 'Profile' : (tabs.find(({ id }) => id === tab)?.title ?? domain)
  return `${title} › ${group}`
}
