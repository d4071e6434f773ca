import { helpOf, retiredInWords } from '@/lib/products/help'
import type { KnownKey } from '@/lib/schema/keys'
import type { RetiredKey } from '@/lib/schema/manifest'
import { searchableOf } from '@/lib/schema/search'
import type { Searchable } from '@/lib/schema/search-among'
import { retiredId } from './addresses'
import { statuses } from './statuses'

/** What a page gives the browser so that it can search: plain data, not the manifests. */
export type SearchEntry = Searchable & {
  readonly id: string
  /** Where the key belongs, for the list of results. */
  readonly place: string
  readonly retired?: true
}

/** A key of a manifest, as search and its results need it. */
export function entryOf(key: KnownKey): SearchEntry {
  return { ...searchableOf(key, helpOf(key)), id: key.id, place: key.manifest.title }
}

/** A key that is not offered; it has no label, so its name stands in. */
export function retiredEntryOf(key: RetiredKey): SearchEntry {
  const name = key.path.at(-1) ?? ''
  return {
    id: retiredId(key),
    name,
    path: key.path,
    title: name,
    otherwise: [key.domain, statuses[key.status].title],
    description: descriptionOf(key),
    place: key.domain,
    retired: true,
  }
}

function descriptionOf(key: RetiredKey): string {
  const { domain, status, successor } = key
  const { title, successor: announced } = statuses[status]
  const next = successor ? `, ${announced} ${successor.path.join('/')}` : ''
  return `${domain}, ${title}${next}. ${retiredInWords(key) ?? ''}`.trimEnd()
}
