'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { START, writeAddress } from '@/components/editor/address'
import { setUpAddress } from '@/components/set-up/addresses'
import { loadLater } from '@/components/ui/lazily'
import { notify } from '@/components/ui/toast'
import type { ListedItem } from '@/lib/api/list'
import { MOST_LISTED } from '@/lib/api/list-order'
import { isOwnTemplate, TEMPLATE_TAG } from '@/lib/api/template-tag'
import { series } from '@/lib/schema/condition-words'
import { listKey, listPage } from './queries'
import { startFrom, startFromOwn } from './start-from'

const loadGuides = loadLater(() => import('@/lib/products/set-up'))
const loadTemplates = loadLater(() => import('@/lib/products/templates'))

/** What a new configuration starts from: a template of a product, or a configuration. */
export type Start = { readonly template: string } | { readonly own: string }

/** What is made. `setUp`: the provider is still to be set up, and the guide is what opens. */
type New = { readonly start: Start; readonly name: string; readonly setUp: boolean }

/** Makes a configuration and opens it, after `onDone`; says which credentials it has not got from its template. */
export function useStart(onDone: () => void) {
  const client = useQueryClient()
  const router = useRouter()
  return useMutation({
    mutationFn: ({ start, name }: New) =>
      'own' in start ? startFromOwn(start.own, name) : startFrom(start.template, name),
    onSuccess: async ({ item, left, opensAt }, { start, setUp }) => {
      const guide = setUp && 'template' in start ? await guideFor(start.template) : undefined
      await client.invalidateQueries({ queryKey: listKey })
      onDone()
      if (left.length > 0) {
        notify(`Not taken over from the template, because it is secret: ${series(left, 'and')}.`)
      }
      router.push(
        setUp
          ? setUpAddress(item.id, guide)
          : `/configurations/${item.id}${writeAddress({ ...START, key: opensAt })}`,
      )
    },
  })
}

/** The guide that goes with a template, by its id: the one for this template, else the first for its provider. */
async function guideFor(template: string): Promise<string | undefined> {
  const [{ guidesOf, setUpGuides }, { templates }] = await Promise.all([loadGuides(), loadTemplates()])
  const provider = templates.find(({ id }) => id === template)?.provider ?? null
  return (setUpGuides.find((guide) => guide.template === template) ?? guidesOf(provider)[0])?.id
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
