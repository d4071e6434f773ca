'use client'
import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query'
import { tellFailure } from '@/components/connection/tell-failure'
import type { ListQuery } from '@/lib/api/list'
import { firstOrder } from '@/lib/api/list-order'
import * as requests from './requests'

export const listKey = ['configurations'] as const
/** Its pages alone: what is asked of one configuration that is gone has no answer. */
export const pagesKey = [...listKey, 'page'] as const

/** A question without what is the default anyway, so that it is the same request for whoever asks. */
export function asked({ find, sort = 'changed', order, skip, ...rest }: Partial<ListQuery>) {
  const usual = sort === 'changed' && (order ?? firstOrder[sort]) === firstOrder.changed
  return {
    ...rest,
    ...(find ? { find } : {}),
    ...(usual ? {} : { sort, order: order ?? firstOrder[sort] }),
    ...(skip ? { skip } : {}),
  }
}

/** Configurations that hold the words of `find`: a page of the list, as `query` asks for it. */
export function listPage(query: Partial<ListQuery>) {
  const question = asked(query)
  return queryOptions({
    queryKey: [...pagesKey, question],
    queryFn: ({ signal }) => requests.listConfigurations(question, signal),
  })
}

/** The beginning of the list, the one changed last first. */
export const useLatest = () => useQuery(listPage({}))

/** What the list knows of one configuration; under the list, so that what brings it up to date brings this too. */
export const itemOf = (id: string) =>
  queryOptions({
    queryKey: [...listKey, 'item', id],
    queryFn: () => requests.readItem(id),
    retry: false,
  })

/** Reads the pages again, and what is known of single configurations. */
export const refreshList = (client: QueryClient) => client.invalidateQueries({ queryKey: listKey })
/** Reads the pages of the list again. */
export const refreshPages = (client: QueryClient) => client.invalidateQueries({ queryKey: pagesKey })
/** Says what went wrong with something that was asked for. */
export const onError = (error: Error) => tellFailure(error)
