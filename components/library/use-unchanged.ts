'use client'
import { useQueries } from '@tanstack/react-query'
import type { IdentifiedMatch } from '@/lib/api/configurations'
import { sameBytes } from '@/lib/plist/same-bytes'
import type { ImportRow } from './import-row'
import { readVersion } from './requests'

type Matched = ImportRow & { readonly matches: readonly IdentifiedMatch[] }

/**
 * By row, the configuration whose newest version has exactly the bytes of the file, null where none has; a row is absent while that
 * is not known. Where the library does not hand a version out, the file counts as another one.
 */
export function useUnchanged(rows: readonly Matched[]): ReadonlyMap<number, IdentifiedMatch | null> {
  const asked = rows.filter(({ matches }) => matches.length > 0)
  const answers = useQueries({
    queries: asked.map((row) => ({
      queryKey: ['unchanged', row.id, ...row.matches.map(({ id, version }) => `${id} ${version}`)],
      queryFn: () => sameAs(row),
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 0,
    })),
  })
  return new Map(
    asked.flatMap(({ id }, at) => {
      const { data, isPending } = answers[at] ?? { isPending: true }
      return isPending ? [] : [[id, data ?? null]]
    }),
  )
}

async function sameAs({ file, matches }: Matched): Promise<IdentifiedMatch | null> {
  for (const match of matches) {
    if (file.outcome === 'read' && sameBytes(await readVersion(match.id, match.version), file.content)) {
      return match
    }
  }
  return null
}
