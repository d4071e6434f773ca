'use client'
import { useRouter } from 'next/navigation'
import { useCallback } from 'react'
import { useCommands } from '@/components/commands/commands'
import { placeAt, START, writeAddress } from '@/components/editor/address'
import { Meanwhile } from '@/components/editor/meanwhile'
import { type OpenedConfiguration, useOpened } from '@/components/editor/opened'
import { markAsked, scrollTo } from '@/components/editor/scroll-to'
import { fieldId } from '@/components/fields/field-props'
import { ItemFrame } from '@/components/library/item-page'
import { type OpenProfile, OpenProfileProvider } from '@/components/open-profile/open-profile'
import { useTitle } from '@/components/ui/use-title'
import { PROFILE } from '@/lib/products/apple/profile-keys'
import { setUpGuide } from '@/lib/products/set-up'
import { GuideChoice } from './guide-choice'
import { GuideView } from './guide-view'
import { SetUpActions } from './set-up-actions'

type OpenedSetUpProps = OpenedConfiguration & {
  readonly id: string
  readonly name: string
  /** Number of the newest version that the library tells of. */
  readonly newest: number
  /** The guide that the address names; null: none yet. */
  readonly guide: string | null
}

/** The open profile with a guide, or with the choice of one: fields, undo, drafts and Save are those of the editor. */
export function OpenedSetUp(props: OpenedSetUpProps) {
  const { profile, drafts, id, name, newest, guide: wanted } = props
  const saving = useOpened(props)
  const { version, note, save } = saving
  const reveal = useReveal(id)
  const dirty = () => profile.dirty
  useCommands({
    save: () => dirty() && save(),
    undo: () => profile.undo(),
    redo: () => profile.redo(),
    settings: () => profile.settings,
    showKey: reveal,
    can: { save: dirty, saveNote: dirty, undo: () => profile.canUndo, redo: () => profile.canRedo },
  })
  const guide = wanted === null ? undefined : setUpGuide(wanted)
  useTitle(`${name} · ${guide === undefined ? 'Set-up' : `Set-up: ${guide.title}`} · Latchkey`)
  return (
    <OpenProfileProvider profile={profile} reveal={reveal}>
      <ItemFrame
        id={id}
        name={name}
        title="Set-up"
        wide
        actions={<SetUpActions version={version} saving={saving.isPending} note={note} onSave={save} />}
      >
        <Meanwhile id={id} newest={newest} drafts={drafts} saving={saving} />
        {guide ? (
          <GuideView id={id} name={name} guide={guide} />
        ) : (
          <GuideChoice id={id} unknown={wanted !== null} />
        )}
      </ItemFrame>
    </OpenProfileProvider>
  )
}

/** Shows the field of a key where it stands on this page, else in the editor. */
function useReveal(id: string): OpenProfile['reveal'] {
  const router = useRouter()
  return useCallback(
    (domain, path) => {
      const field = document.getElementById(fieldId(domain ?? PROFILE, path))
      if (field) {
        scrollTo(field, 'center')
        field.focus({ preventScroll: true })
        markAsked(field)
      } else {
        const key = placeAt(domain ?? PROFILE, path)?.id ?? null
        router.push(`/configurations/${id}${writeAddress({ ...START, key })}`)
      }
    },
    [id, router],
  )
}
