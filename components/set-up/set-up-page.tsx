'use client'
import { useOpening } from '@/components/editor/opened'
import { ItemFrame, NotThere } from '@/components/library/item-page'
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
  const { data, error, refetch, name, newest } = useOpening(id, ['set-up', guide ?? ''])
  return data && name ? (
    <OpenedSetUp {...data} id={id} name={name} newest={newest} guide={guide} />
  ) : (
    <ItemFrame id={id} name={name} title="Set-up" actions={null}>
      <NotThere error={error} opening={OPENING} onAgain={() => void refetch()} />
    </ItemFrame>
  )
}
