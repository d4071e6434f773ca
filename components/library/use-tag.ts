'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { TagChange } from '@/lib/api/configurations'
import { refreshPages } from './queries'
import { tagConfiguration } from './requests'

/** Sets tags and notes, one configuration after the other; then calls `onDone`. */
export function useTag(onDone: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (changes: readonly { readonly id: string; readonly change: TagChange }[]) => {
      for (const { id, change } of changes) {
        await tagConfiguration(id, change)
      }
    },
    onSuccess: onDone,
    onSettled: () => refreshPages(client),
  })
}
