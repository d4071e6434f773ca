'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { usePathname, useRouter } from 'next/navigation'
import { loadLater } from '@/components/ui/lazily'
import type { ConfigurationItem } from '@/lib/api/configurations'
import type { ListedItem } from '@/lib/api/list'
import { isOwnTemplate, markedTags } from '@/lib/api/template-tag'
import * as requests from './change-requests'
import { notifyAbout } from './notify-about'
import { onError, refreshList, refreshPages } from './refresh'
import { readItem } from './requests'

const loadDuplicate = loadLater(() => import('./duplicate'))

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
      notifyAbout([id], `“${name}” is deleted.`, {
        action: { label: 'Undo', run: () => void restore().catch(onError) },
      })
    },
    onError,
  })
}

/** What is marked; `tags` are those that whoever asks has seen. */
type TemplateMark = Pick<ListedItem, 'id' | 'name' | 'tags'>

/** What the mark of a template is called that the configuration has not got, or has. */
export const templateAction = ({ tags }: Pick<ListedItem, 'tags'>): string =>
  isOwnTemplate(tags) ? 'No longer a template' : 'Use as a template'

/** Marks a configuration as one that others start from, or takes the mark away. */
export function useMarkTemplate() {
  const client = useQueryClient()
  return useMutation({
    // Beside the tags that it has by now.
    mutationFn: async ({ id, tags }: TemplateMark) => {
      const now = await readItem(id)
      return requests.tagConfiguration(id, { tags: [...markedTags(now.tags, !isOwnTemplate(tags))] })
    },
    onSuccess: (_, { id, name, tags }) =>
      notifyAbout(
        [id],
        isOwnTemplate(tags)
          ? `“${name}” is no template any more.`
          : `“${name}” is a template: it stands in “New configuration”.`,
      ),
    onError,
    onSettled: () => refreshList(client),
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
