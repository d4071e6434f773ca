'use client'
import { queryOptions } from '@tanstack/react-query'
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

/** What the list knows of one configuration; under the list, so that what brings it up to date brings this too. */
export const itemOf = (id: string) =>
  queryOptions({
    queryKey: [...listKey, 'item', id],
    queryFn: () => requests.readItem(id),
    retry: false,
  })
