'use client'
import { useRef, useState } from 'react'
import { tellFailure } from '@/components/connection/tell-failure'
import { type DraftText, discardDraft, saveDraft } from '@/components/library/requests'
import { notifyUndo } from '@/components/open-profile/notify-undo'
import { useOpenProfile } from '@/components/open-profile/open-profile'
import { Button } from '@/components/ui/button'
import { fullDate, shortDate } from '@/components/ui/dates'
import { notify } from '@/components/ui/toast'
import type { DraftItem } from '@/lib/api/configurations'
import { draftText, type FoundDrafts } from './find-drafts'
import type { Saving } from './use-saving'

type LeftDraftsProps = {
  id: string
  found: FoundDrafts
  saving: Saving
}

/** The drafts that are still offered, and what can be done with one. */
function useLeftDrafts({ id, found: { window, left }, saving }: LeftDraftsProps) {
  const { profile } = useOpenProfile()
  const [drafts, setDrafts] = useState(left)
  const busy = useRef(false)
  /** Takes a draft off the server and out of the notice, after `first` has had it; null when it could not be had. */
  const take = async (item: DraftItem, first?: (draft: DraftText) => Promise<void>) => {
    if (busy.current) {
      return null
    }
    busy.current = true
    try {
      const draft = await draftText(id, item.window)
      if (draft) {
        await first?.(draft)
        await discardDraft(id, item.window)
      } else {
        notify('These changes are not there any more.', { tone: 'error' })
      }
      setDrafts((before) => before.filter((other) => other !== item))
      return draft
    } catch (error) {
      tellFailure(error)
      return null
    } finally {
      busy.current = false
    }
  }
  const open = async (item: DraftItem) => {
    // First among the drafts of this window, then away from the other: at each moment the server has them.
    const draft = await take(item, (found) => saveDraft(id, window, found))
    if (draft) {
      saving.setVersion(draft.base)
      saving.setNote(draft.note)
      profile.setText(draft.text)
      notifyUndo(profile, 'The unsaved changes are open.')
    }
  }
  const discard = async (item: DraftItem) => {
    const draft = await take(item)
    if (draft) {
      const keepAfterAll = async () => {
        await saveDraft(id, item.window, draft)
        setDrafts((before) => [item, ...before])
      }
      const run = () => void keepAfterAll().catch((error) => tellFailure(error))
      notify('The unsaved changes are discarded.', { action: { label: 'Undo', run } })
    }
  }
  return { drafts, open, discard }
}

/** Offers the unsaved changes of windows that were closed, one after the other: they become those of this window, or go. */
export function LeftDrafts(props: LeftDraftsProps) {
  const { drafts, open, discard } = useLeftDrafts(props)
  const [item, ...others] = drafts
  return item ? (
    <section
      aria-label="Changes of another window"
      className="mx-3 mt-3 flex shrink-0 flex-wrap items-baseline gap-x-4 gap-y-1 rounded-lg bg-warning-soft px-4 py-2 text-warning sheet:mx-6"
    >
      <p>
        Another window has left unsaved changes, from{' '}
        <time dateTime={item.updatedAt} title={fullDate(new Date(item.updatedAt))}>
          {shortDate(new Date(item.updatedAt))}
        </time>
        {others.length > 0 && `, and ${others.length} more before`}.
      </p>
      <span className="flex gap-4">
        <Button look="link" onClick={() => void open(item)}>
          Open them
        </Button>
        <Button look="link" onClick={() => void discard(item)}>
          Discard
        </Button>
      </span>
    </section>
  ) : null
}
