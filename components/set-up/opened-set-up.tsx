'use client'
import { useRouter } from 'next/navigation'
import { useCallback } from 'react'
import { useCommands } from '@/components/commands/commands'
import { placeAt, START, writeAddress } from '@/components/editor/address'
import { LeftDrafts } from '@/components/editor/left-drafts'
import type { OpenedConfiguration } from '@/components/editor/open-configuration'
import { markAsked, scrollTo } from '@/components/editor/scroll-to'
import { useDraft } from '@/components/editor/use-draft'
import { useOutage } from '@/components/editor/use-outage'
import { useSaving } from '@/components/editor/use-saving'
import { fieldId } from '@/components/fields/field-props'
import { ItemFrame } from '@/components/library/item-page'
import { type OpenProfile, OpenProfileProvider } from '@/components/open-profile/open-profile'
import { lazyDialog } from '@/components/ui/lazy-dialog'
import { useTitle } from '@/components/ui/use-title'
import { PROFILE } from '@/lib/products/apple/profile-keys'
import { setUpGuide } from '@/lib/products/set-up'
import { GuideChoice } from './guide-choice'
import { GuideView } from './guide-view'
import { SetUpActions } from './set-up-actions'

const StaleDialog = lazyDialog(
  'A newer version was saved',
  async () => (await import('@/components/editor/stale-dialog')).StaleDialog,
)

type OpenedSetUpProps = OpenedConfiguration & {
  readonly id: string
  readonly name: string
  /** The guide that the address names; null: none yet. */
  readonly guide: string | null
}

/** The open profile with a guide, or with the choice of one: fields, undo, drafts and Save are those of the editor. */
export function OpenedSetUp({ configuration, profile, drafts, id, name, guide: wanted }: OpenedSetUpProps) {
  const { window, own } = drafts
  const base = own?.base ?? configuration.version
  const { version, goOnWith, note, stale, saving, save, takeTogether, takeTheirs, dismiss } = useSaving(
    { id, window, base, kept: own?.note ?? null },
    profile,
  )
  useDraft({ id, window }, { base: version, note }, profile, own)
  useOutage(profile)
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
        actions={<SetUpActions version={version} saving={saving} note={note} onSave={save} />}
      >
        {drafts.left.length > 0 && <LeftDrafts id={id} found={drafts} onOpen={goOnWith} />}
        {guide ? (
          <GuideView id={id} name={name} guide={guide} />
        ) : (
          <GuideChoice id={id} unknown={wanted !== null} />
        )}
      </ItemFrame>
      {stale && (
        <StaleDialog
          id={id}
          stale={stale}
          note={note}
          onTogether={takeTogether}
          onTakeTheirs={takeTheirs}
          onClose={dismiss}
        />
      )}
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
