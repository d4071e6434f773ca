'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { notify } from '@/components/ui/toast'
import type { TagChange } from '@/lib/api/configurations'
import { counted } from '@/lib/schema/words'
import { tagConfiguration } from './change-requests'
import { onError, refreshList } from './refresh'
import { readItem } from './requests'

/** What one configuration gets; `added` are tags beside those that it has by then. */
type Tagging = { readonly id: string } & (
  | { readonly change: TagChange }
  | { readonly added: readonly string[] }
)

/**
 * Sets tags and notes, one configuration after the other; then calls `onDone`. `stop` ends that after the one that is under way, and
 * says how many there are.
 */
export function useTag(onDone: () => void) {
  const client = useQueryClient()
  const stopped = useRef(false)
  const tag = useMutation({
    mutationFn: async (taggings: readonly Tagging[]) => {
      let done = 0
      for (const { id, ...asked } of taggings) {
        if (stopped.current) {
          break
        }
        const change =
          'change' in asked ? asked.change : { tags: [...(await readItem(id)).tags, ...asked.added] }
        await tagConfiguration(id, change)
        done++
      }
      if (stopped.current) {
        notify(`Tags are changed in ${done} of ${counted(taggings.length, 'configuration')}.`)
      }
    },
    onSuccess: () => stopped.current || onDone(),
    // The dialog that would say it is closed.
    onError: (error) => stopped.current && onError(error),
    onSettled: () => refreshList(client),
  })
  const stop = () => {
    stopped.current = true
  }
  return { ...tag, stop }
}
