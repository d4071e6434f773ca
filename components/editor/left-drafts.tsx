'use client'
import { useRef, useState } from 'react'
import { discardDraft, saveDraft } from '@/components/library/requests'
import { notifyUndo } from '@/components/open-profile/notify-undo'
import { useOpenProfile } from '@/components/open-profile/open-profile'
import { Button } from '@/components/ui/button'
import { fullDate, shortDate } from '@/components/ui/dates'
import { notify } from '@/components/ui/toast'
import type { DraftItem } from '@/lib/library/api'
import { draftText, type FoundDrafts } from './find-drafts'

type LeftDraftsProps = {
  id: string
  found: FoundDrafts
  /** Called with the version that the opened changes began from. */
  onBase: (base: number) => void
}

/** Offers the unsaved changes of windows that were closed: they become those of this window, or go. */
export function LeftDrafts({ id, found: { window, left }, onBase }: LeftDraftsProps) {
  const { profile } = useOpenProfile()
  const [drafts, setDrafts] = useState(left)
  const busy = useRef(false)
  /** Takes a draft out of the notice and off the server, after `use` has had its text. */
  const take = async (item: DraftItem, use: (text: string, base: number) => Promise<void> | void) => {
    if (busy.current) {
      return
    }
    busy.current = true
    try {
      const draft = await draftText(id, item.window)
      if (draft) {
        await use(draft.text, draft.base)
        await discardDraft(id, item.window)
      } else {
        notify('These changes are not there any more.', { tone: 'error' })
      }
      setDrafts((before) => before.filter((other) => other !== item))
    } catch (error) {
      notify(error instanceof Error ? error.message : String(error), { tone: 'error' })
    } finally {
      busy.current = false
    }
  }
  const open = (item: DraftItem) =>
    take(item, async (text, base) => {
      // First among the drafts of this window, then away from the other: at each moment the server has them.
      await saveDraft(id, window, base, text)
      onBase(base)
      profile.setText(text)
      notifyUndo(profile, 'The unsaved changes are open.')
    })
  const discard = (item: DraftItem) =>
    take(item, (text, base) => {
      const keepAfterAll = async () => {
        await saveDraft(id, item.window, base, text)
        setDrafts((before) => [item, ...before])
      }
      const run = () => void keepAfterAll().catch((error: Error) => notify(error.message, { tone: 'error' }))
      notify('The unsaved changes are discarded.', { action: { label: 'Undo', run } })
    })
  return drafts.map((item) => (
    <section
      key={item.window}
      aria-label="Changes of another window"
      className="mx-3 mt-3 rounded-lg bg-warning-soft px-4 py-2 text-warning sheet:mx-6"
    >
      Another window has left unsaved changes, from{' '}
      <time dateTime={item.updatedAt} title={fullDate(new Date(item.updatedAt))}>
        {shortDate(new Date(item.updatedAt))}
      </time>
      .{' '}
      <Button look="link" onClick={() => void open(item)}>
        Open them
      </Button>{' '}
      <Button look="link" onClick={() => void discard(item)}>
        Discard
      </Button>
    </section>
  ))
}
