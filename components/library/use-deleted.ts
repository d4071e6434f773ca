'use client'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { notify } from '@/components/ui/toast'
import type { DeletedItem, DeletedList } from '@/lib/api/configurations'
import { restoreConfiguration } from './change-requests'
import { listKey } from './queries'
import { onError } from './refresh'
import { request } from './requests'

const deletedKey = ['deleted'] as const
const address = '/api/deleted'

/** The deleted configurations, a page at a time, and what can be done with one. */
export function useDeleted() {
  const client = useQueryClient()
  const list = useInfiniteQuery({
    queryKey: deletedKey,
    queryFn: ({ pageParam }) => request<DeletedList>('GET', `${address}?skip=${pageParam}`),
    initialPageParam: 0,
    staleTime: 0,
    getNextPageParam: ({ more }, pages) =>
      more ? pages.reduce((sum, { configurations }) => sum + configurations.length, 0) : null,
  })
  const onSettled = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: deletedKey }),
      client.invalidateQueries({ queryKey: listKey }),
    ])
  const restore = useMutation({
    mutationFn: ({ id }: DeletedItem) => restoreConfiguration(id),
    onSuccess: (_, { name }) => void notify(`“${name}” is back among the configurations.`),
    onError,
    onSettled,
  })
  const remove = useMutation({
    mutationFn: ({ id }: DeletedItem) => request<void>('DELETE', `${address}/${id}`),
    onSuccess: (_, { name }) => void notify(`“${name}” is deleted for good.`),
    onError,
    onSettled,
  })
  return { list, restore: restore.mutate, remove: remove.mutate, busy: restore.isPending || remove.isPending }
}
