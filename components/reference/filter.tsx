'use client'
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import { flushSync } from 'react-dom'
import { searchAmong } from '@/lib/schema/search-among'
import type { SearchEntry } from './entries'
import { useAnchors } from './use-anchors'

type Filtering = {
  readonly query: string
  readonly setQuery: (query: string) => void
  /** What the query finds, best first; null while there is none. */
  readonly found: readonly SearchEntry[] | null
  readonly ids: ReadonlySet<string> | null
  readonly total: number
}

const FilterContext = createContext<Filtering | null>(null)

/** The search of the page around. Must stand inside `Filter`. */
export function useFilter(): Filtering {
  const filtering = useContext(FilterContext)
  if (filtering === null) {
    throw new Error('There is no Filter around this component.')
  }
  return filtering
}

/** Searches `entries` while the reader types; `initial` is the query of the address, for readers without scripts. */
export function Filter(props: { entries: readonly SearchEntry[]; initial: string; children: ReactNode }) {
  const { entries, initial, children } = props
  const [query, setQuery] = useState(initial)
  const filtering = useMemo(() => {
    const found = query.trim() === '' ? null : searchAmong(query, entries).map(({ entry }) => entry)
    return { found, ids: found && new Set(found.map(({ id }) => id)), total: entries.length }
  }, [query, entries])
  useAnchors((id) => {
    if (filtering.ids?.has(id) === false) {
      flushSync(() => setQuery(''))
    }
  })
  const value = useMemo(() => ({ query, setQuery, ...filtering }), [query, filtering])
  return <FilterContext value={value}>{children}</FilterContext>
}

/** Shows its content unless the search finds none of these keys. */
export function Found({
  ids,
  className,
  children,
}: {
  ids: readonly string[]
  className?: string
  children: ReactNode
}) {
  const { ids: found } = useFilter()
  return (
    <div className={className} hidden={found !== null && !ids.some((id) => found.has(id))}>
      {children}
    </div>
  )
}

/** Shows its content while nothing is searched for. */
export function Unfiltered({ children }: { children: ReactNode }) {
  const { found } = useFilter()
  return <div hidden={found !== null}>{children}</div>
}
