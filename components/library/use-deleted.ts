'use client'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import type { DeletedItem, DeletedList } from '@/lib/api/configurations'
import { deletedRoot, removeForGood, restoreConfiguration } from './change-requests'
import { notifyAbout } from './notify-about'
import { listKey } from './queries'
import { onError } from './refresh'
import { request } from './requests'

const deletedKey = ['deleted'] as const

/** The deleted configurations, a page at a time, and what can be done with one. */
export function useDeleted() {
  const client = useQueryClient()
  const list = useInfiniteQuery({
    queryKey: deletedKey,
    queryFn: ({ pageParam }) => request<DeletedList>('GET', `${deletedRoot}?skip=${pageParam}`),
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
    onSuccess: (_, { id, name }) => notifyAbout([id], `“${name}” is back among the configurations.`),
    onError,
    onSettled,
  })
  const remove = useMutation({
    mutationFn: ({ id }: DeletedItem) => removeForGood(id),
    onSuccess: (_, { id, name }) => notifyAbout([id], `“${name}” is deleted for good.`),
    onError,
    onSettled,
  })
  return { list, restore: restore.mutate, remove: remove.mutate, busy: restore.isPending || remove.isPending }
}
