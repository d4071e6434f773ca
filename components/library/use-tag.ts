'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { TagChange } from '@/lib/api/configurations'
import { tagConfiguration } from './change-requests'
import { refreshList } from './refresh'
import { readItem } from './requests'

/** What one configuration gets; `added` are tags beside those that it has by then. */
type Tagging = { readonly id: string } & (
  | { readonly change: TagChange }
  | { readonly added: readonly string[] }
)

/** Sets tags and notes, one configuration after the other; then calls `onDone`. */
export function useTag(onDone: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (taggings: readonly Tagging[]) => {
      for (const { id, ...asked } of taggings) {
        const change =
          'change' in asked ? asked.change : { tags: [...(await readItem(id)).tags, ...asked.added] }
        await tagConfiguration(id, change)
      }
    },
    onSuccess: onDone,
    onSettled: () => refreshList(client),
  })
}
