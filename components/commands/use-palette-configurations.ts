'use client'
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { itemOf, listPage } from '@/components/library/queries'
import { useRested } from '@/components/library/use-rested'
import type { ListedItem } from '@/lib/api/list'
import { MOST_LISTED } from '@/lib/api/list-order'

const PREFIX = 'configuration:'
/** Recent ones that are looked up where they are not among those changed last. */
const MOST_RECENT = 5
const none: readonly ListedItem[] = []

/**
 * Configurations for the words of the palette, and those of `recent`. A small library is there at once; in a large one the
 * server is asked when typing rests, and `waiting` until its answer has come.
 */
export function usePaletteConfigurations(query: string, recent: readonly string[]) {
  const words = query.trim()
  const latest = useQuery(listPage({ take: MOST_LISTED })).data
  const small = latest !== undefined && latest.total <= latest.configurations.length
  const asked = useRested(words)
  const ask = asked !== '' && !small && latest !== undefined
  const answer = useQuery({
    ...listPage({ find: asked, take: MOST_LISTED }),
    enabled: ask,
    placeholderData: keepPreviousData,
  })
  const missing = recent
    .filter((id) => id.startsWith(PREFIX))
    .map((id) => id.slice(PREFIX.length))
    .filter((id) => latest && !latest.configurations.some((item) => item.id === id))
    .slice(0, MOST_RECENT)
  const others = useQueries({
    queries: missing.map((id) => ({ ...itemOf(id), enabled: words === '' })),
    combine: (results) => results.flatMap(({ data }) => data ?? []),
  })
  const found = words === '' || small ? latest?.configurations : answer.data?.configurations
  const list = useMemo(() => {
    const listed = (found ?? none).map((item) => ({
      ...item,
      words: [...item.tags, item.note ?? ''].join(' '),
    }))
    return words === '' ? [...listed, ...others.map((item) => ({ ...item, words: '' }))] : listed
  }, [words, found, others])
  const late = words !== asked || answer.isPlaceholderData || answer.isPending
  return { list, waiting: words !== '' && !small && (latest === undefined || (late && !answer.isError)) }
}
