'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { loadLater } from '@/components/ui/lazily'
import { notify } from '@/components/ui/toast'
import type { ListedItem } from '@/lib/api/list'
import { counted } from '@/lib/schema/words'
import { removeConfiguration, restoreConfiguration } from './change-requests'
import { notifyAbout } from './notify-about'
import { onError, refreshPages } from './refresh'

const loadZip = loadLater(() => import('./export-zip'))

/**
 * The configurations that are selected, on whatever page, and what can be done with all of them. Those of the page that is `shown`
 * are as they are there: somebody may have changed them since.
 */
export function useSelected(shown: readonly ListedItem[]) {
  const client = useQueryClient()
  const [selected, setSelected] = useState<ReadonlyMap<string, ListedItem>>(new Map())
  const items = [...selected.values()].map((item) => shown.find(({ id }) => id === item.id) ?? item)
  const set = (some: readonly ListedItem[], on: boolean) =>
    setSelected((before) => {
      const after = new Map(before)
      for (const item of some) {
        if (on) {
          after.set(item.id, item)
        } else {
          after.delete(item.id)
        }
      }
      return after
    })
  const clear = () => setSelected(new Map())
  const refresh = () => refreshPages(client)
  const remove = useMutation({
    mutationFn: async () => {
      const gone: ListedItem[] = []
      try {
        for (const item of items) {
          await removeConfiguration(item.id)
          gone.push(item)
        }
      } finally {
        set(gone, false)
        offerUndo(gone, refresh)
      }
    },
    onError,
    onSettled: refresh,
  })
  const save = useMutation({
    mutationFn: async () => (await loadZip()).exportZip(items),
    onSuccess: (count) =>
      void notify(`${counted(count, 'profile')} in the ZIP, as last saved. Credentials are not left out.`),
    onError,
  })
  const busy = remove.isPending || save.isPending
  return { selected, items, set, clear, remove: remove.mutate, save: save.mutate, busy }
}

/** One notice for all that is gone, which brings all of it back. */
function offerUndo(gone: readonly ListedItem[], refresh: () => Promise<void>): void {
  if (gone.length === 0) {
    return
  }
  const restore = async () => {
    try {
      for (const { id } of gone) {
        await restoreConfiguration(id)
      }
    } finally {
      await refresh()
    }
  }
  const [first] = gone
  const what = gone.length === 1 ? `“${first?.name}” is` : `${counted(gone.length, 'configuration')} are`
  const action = { label: 'Undo', run: () => void restore().catch(onError) }
  notifyAbout(
    gone.map(({ id }) => id),
    `${what} deleted.`,
    { action },
  )
}
