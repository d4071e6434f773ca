'use client'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { listKey } from '@/components/library/queries'
import { listConfigurations } from '@/components/library/requests'
import { useRested } from '@/components/library/use-rested'

/**
 * The configurations but one that hold the words, the one changed last first, a page at a time from the server; `waiting`
 * until the answer to these words has come.
 */
export function useOtherConfigurations(id: string, words: string) {
  const find = useRested(words.trim())
  const {
    data,
    error,
    isPending,
    isPlaceholderData,
    hasNextPage,
    isFetchingNextPage,
    fetchNextPage,
    refetch,
  } = useInfiniteQuery({
    queryKey: [...listKey, 'others', find],
    queryFn: ({ pageParam, signal }) => listConfigurations({ find, skip: pageParam }, signal),
    initialPageParam: 0,
    getNextPageParam: ({ total }, pages) => {
      const read = pages.reduce((sum, { configurations }) => sum + configurations.length, 0)
      return read < total && pages.at(-1)?.configurations.length ? read : null
    },
    placeholderData: keepPreviousData,
  })
  const list = useMemo(() => {
    // Who is saved meanwhile comes to the front, and pushes another one onto the next page.
    const known = new Map(
      data?.pages.flatMap(({ configurations }) => configurations.map((item) => [item.id, item])),
    )
    known.delete(id)
    return [...known.values()]
  }, [data, id])
  const late = words.trim() !== find || isPending || isPlaceholderData
  const more = () => {
    if (hasNextPage && !isFetchingNextPage && !late) {
      void fetchNextPage()
    }
  }
  return { list, error, refetch, hasMore: hasNextPage, more, waiting: late && !error }
}
