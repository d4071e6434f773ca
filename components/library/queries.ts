'use client'
import { type QueryClient, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { usePathname, useRouter } from 'next/navigation'
import { loadLater } from '@/components/ui/lazily'
import { notify } from '@/components/ui/toast'
import type { ConfigurationItem } from '@/lib/api/configurations'
import type { ListedItem, ListQuery } from '@/lib/api/list'
import { firstOrder } from '@/lib/api/list-order'
import { isOwnTemplate, markedTags } from '@/lib/api/template-tag'
import * as requests from './requests'

const loadDuplicate = loadLater(() => import('./duplicate'))

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

/** That, asked for anew by each page that is opened. */
export const useItem = (id: string) => useQuery({ ...itemOf(id), staleTime: 0 })

const refreshList = (client: QueryClient) => client.invalidateQueries({ queryKey: listKey })
/** Reads the pages of the list again. */
export const refreshPages = (client: QueryClient) => client.invalidateQueries({ queryKey: pagesKey })
/** Says what went wrong with something that was asked for. */
export const onError = (error: Error) => notify(error.message, { tone: 'error' })

/** Gives a configuration another name; who asks says what went wrong. */
export function useRename() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, name }: { id: string; name: string }) => requests.renameConfiguration(id, name),
    onSuccess: () => refreshList(client),
  })
}

/** Takes a configuration off the list, with a notice that brings it back. */
export function useRemove() {
  const client = useQueryClient()
  const router = useRouter()
  const pathname = usePathname()
  return useMutation({
    mutationFn: ({ id }: ConfigurationItem) => requests.removeConfiguration(id),
    onSuccess: async (_, { id, name }) => {
      const open = pathname === `/configurations/${id}`
      await refreshPages(client)
      if (open) {
        router.push('/')
      }
      const restore = async () => {
        await requests.restoreConfiguration(id)
        await refreshPages(client)
        if (open) {
          router.push(`/configurations/${id}`)
        }
      }
      notify(`“${name}” is deleted.`, { action: { label: 'Undo', run: () => void restore().catch(onError) } })
    },
    onError,
  })
}

/** Marks a configuration as one that others start from, or takes the mark away. */
export function useMarkTemplate() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, tags }: ListedItem) =>
      requests.tagConfiguration(id, { tags: [...markedTags(tags, !isOwnTemplate(tags))] }),
    onSuccess: (_, { name, tags }) =>
      notify(
        isOwnTemplate(tags)
          ? `“${name}” is no template any more.`
          : `“${name}” is a template: it stands in “New configuration”.`,
      ),
    onError,
    onSettled: () => refreshPages(client),
  })
}

/** Makes a copy with identifiers of its own and opens it. */
export function useDuplicate() {
  const client = useQueryClient()
  const router = useRouter()
  return useMutation({
    // The engine is not needed to show the list.
    mutationFn: async (item: ConfigurationItem) => (await loadDuplicate()).duplicate(item),
    onSuccess: async (item) => {
      await refreshList(client)
      router.push(`/configurations/${item.id}`)
    },
    onError,
  })
}
