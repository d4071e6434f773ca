'use client'
import { useMemo } from 'react'
import { lateHook } from '@/components/ui/lazily'
import type { KnownKey } from '@/lib/schema/keys'

/** What a search finds. */
export type Found = {
  readonly keys: ReadonlySet<KnownKey>
  /** Names of keys of the profile itself. */
  readonly profileKeys: ReadonlySet<string>
  /** Which of these names of keys that no manifest knows. */
  readonly others: (names: readonly string[]) => readonly string[]
}

// What people read of the keys is searched too, and is most of what is loaded here.
const useSearch = lateHook(() => import('@/lib/products/search'))

/** What the query finds on all tabs; null while nothing is asked, and until the search is loaded. */
export function useFound(query: string): { readonly found: Found | null; readonly failed: boolean } {
  const { loaded, failed } = useSearch(query !== '')
  const found = useMemo(
    () =>
      loaded && query !== ''
        ? {
            keys: new Set(loaded.searchKeys(query).map(({ key }) => key)),
            profileKeys: new Set(loaded.searchProfileKeys(query)),
            others: (names: readonly string[]) => loaded.searchNames(query, names),
          }
        : null,
    [loaded, query],
  )
  return { found, failed: failed && query !== '' }
}
