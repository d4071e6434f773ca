'use client'
import { useQuery } from '@tanstack/react-query'
import { openConfiguration } from '@/components/editor/opened'
import { ItemFrame, NotThere } from '@/components/library/item-page'
import { itemOf } from '@/components/library/queries'
import { lazily } from '@/components/ui/lazily'

const OPENING = 'Opening the set-up…'

const OpenedSetUp = lazily(async () => (await import('./opened-set-up')).OpenedSetUp, {
  loading: ({ id, name }) => (
    <ItemFrame id={id} name={name} title="Set-up" actions={null}>
      <NotThere error={null} opening={OPENING} onAgain={() => {}} />
    </ItemFrame>
  ),
})

/**
 * What to do at the identity provider, step by step, with the fields of the profile in place: one guide, or the choice of
 * one. The profile is open as it is in the editor, with the unsaved changes of this window.
 */
export function SetUpPage({ id, guide }: { id: string; guide: string | null }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['set-up', id, guide],
    queryFn: ({ client }) => openConfiguration(client, id),
    // The open profile lives in its store; a second reading behind its back would only compete with it.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  })
  const item = useQuery({ ...itemOf(id), enabled: data !== undefined }).data
  const name = item?.name ?? data?.configuration.name
  return data && name ? (
    <OpenedSetUp {...data} id={id} name={name} guide={guide} />
  ) : (
    <ItemFrame id={id} name={name} title="Set-up" actions={null}>
      <NotThere error={error} opening={OPENING} onAgain={() => void refetch()} />
    </ItemFrame>
  )
}
