'use client'
import { keepPreviousData, type UseQueryResult, useQueries, useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { ConfigurationList, ListedItem, ListQuery } from '@/lib/api/list'
import { LISTED } from '@/lib/api/list-order'
import { listPage } from './queries'

type Wanted = Pick<Partial<ListQuery>, 'find' | 'sort' | 'order'>

/** The start of a page, for the rows from `first` to `last`. */
function startsOf(first: number, last: number): number[] {
  const starts: number[] = []
  for (let start = first - (first % LISTED); start <= last; start += LISTED) {
    starts.push(start)
  }
  return starts
}

/** The first page of the list, which says how long it is. What was there stays until the answer to other words has come. */
export const useFirstPage = (wanted: Wanted) =>
  useQuery({ ...listPage(wanted), placeholderData: keepPreviousData })

const pagesIn = (answers: readonly UseQueryResult<ConfigurationList>[]) =>
  answers.map(({ data }) => data?.configurations)

/**
 * Rows of the list by their place, undefined until they are there: those from `first` to `last`, which are in view, and the
 * one at `also`, in whole pages. It is the same function for as long as the rows are the same.
 */
export function useRows(wanted: Wanted, first: number, last: number, also: number) {
  const head = useFirstPage(wanted).data?.configurations
  const starts = [...new Set([...startsOf(first, last), ...startsOf(also, also)])].filter(
    (start) => start > 0,
  )
  const pages = useQueries({
    queries: starts.map((skip) => listPage({ ...wanted, skip })),
    combine: pagesIn,
  })
  const places = starts.join()
  return useCallback(
    (place: number): ListedItem | undefined => {
      const start = place - (place % LISTED)
      const page = start === 0 ? head : pages[places.split(',').indexOf(`${start}`)]
      return page?.[place - start]
    },
    [head, pages, places],
  )
}
