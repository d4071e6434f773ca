'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { START, writeAddress } from '@/components/editor/address'
import { notify } from '@/components/ui/toast'
import type { ListedItem } from '@/lib/api/list'
import { MOST_LISTED } from '@/lib/api/list-order'
import { isOwnTemplate, TEMPLATE_TAG } from '@/lib/api/template-tag'
import { series } from '@/lib/schema/condition-words'
import { listKey, listPage } from './queries'
import { startFrom, startFromOwn } from './start-from'

/** What a new configuration starts from: a template of a product, or a configuration. */
export type Start = { readonly template: string } | { readonly own: string }

/** Makes a configuration and opens it, after `onDone`; says which credentials it has not got from its template. */
export function useStart(onDone: () => void) {
  const client = useQueryClient()
  const router = useRouter()
  return useMutation({
    mutationFn: ({ start, name }: { start: Start; name: string }) =>
      'own' in start ? startFromOwn(start.own, name) : startFrom(start.template, name),
    onSuccess: async ({ item, left, opensAt }) => {
      await client.invalidateQueries({ queryKey: listKey })
      onDone()
      if (left.length > 0) {
        notify(`Not taken over from the template, because it is secret: ${series(left, 'and')}.`)
      }
      router.push(`/configurations/${item.id}${writeAddress({ ...START, key: opensAt })}`)
    },
  })
}

export type OwnTemplates = {
  readonly items: readonly ListedItem[]
  /** There may be others that are not among these. */
  readonly more: boolean
}

/** The configurations that are marked as templates, by name. */
export function useOwnTemplates() {
  return useQuery({
    ...listPage({ find: TEMPLATE_TAG, sort: 'name', take: MOST_LISTED }),
    select: ({ configurations, total }): OwnTemplates => ({
      items: configurations.filter(({ tags, unreadable }) => isOwnTemplate(tags) && !unreadable),
      more: total > MOST_LISTED,
    }),
  })
}
