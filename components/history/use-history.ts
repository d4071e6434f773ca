'use client'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { tellFailure } from '@/components/connection/tell-failure'
import { endNotices, notifyAbout } from '@/components/library/notify-about'
import { listKey } from '@/components/library/queries'
import { listVersions, noteVersion } from '@/components/library/requests'
import { restoreVersion } from '@/components/library/restore-version'
import type { Configuration, VersionItem } from '@/lib/api/configurations'
import { versionBytes } from './sides'

const keyOf = (id: string) => ['history', id] as const

/** The versions, a page at a time. */
export const useVersions = (id: string) =>
  useInfiniteQuery({
    queryKey: [...keyOf(id), 'versions'],
    queryFn: ({ pageParam }) => listVersions(id, pageParam),
    initialPageParam: null as number | null,
    staleTime: 0,
    getNextPageParam: ({ versions, more }) => (more ? (versions.at(-1)?.number ?? null) : null),
  })

type Restore = { readonly number: number; readonly newest: number }

/** Saves what a version held as the newest one; nothing is taken away, so undoing it is the same again. */
export function useRestore(item: Configuration) {
  const client = useQueryClient()
  const { id } = item
  const { mutate, isPending } = useMutation({
    mutationFn: async ({ number, newest }: Restore) => {
      const bytes = await client.fetchQuery(versionBytes(id, number))
      return restoreVersion(item, bytes, { number, newest })
    },
    onSuccess: async ({ version }, { number, newest }) => {
      await Promise.all([
        client.invalidateQueries({ queryKey: keyOf(id) }),
        client.invalidateQueries({ queryKey: listKey }),
      ])
      const run = () => mutate({ number: newest, newest: version })
      // Undo would go over what holds now.
      endNotices(id)
      notifyAbout([id], `Version ${version} now holds what version ${number} held. All versions are kept.`, {
        action: { label: 'Undo', run },
      })
    },
    onError: (error) => {
      tellFailure(error, 'Nothing is restored. ')
      void client.invalidateQueries({ queryKey: keyOf(id) })
    },
  })
  return { restore: mutate, restoring: isPending }
}

/** Writes the note of a version; `onWritten` is called when the timeline shows it. */
export function useNote(id: string, { number, note: before }: VersionItem, onWritten: () => void) {
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries({ queryKey: keyOf(id) })
  return useMutation({
    mutationFn: (note: string | null) => noteVersion(id, number, note, before),
    onSuccess: async () => {
      await refresh()
      onWritten()
    },
    // Somebody else's note is shown behind what was typed.
    onError: refresh,
  })
}
