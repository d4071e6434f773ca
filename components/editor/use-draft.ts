'use client'
import { useEffect } from 'react'
import { draftOutbox } from '@/components/connection/draft-outbox'
import type { DraftText } from '@/components/library/requests'
import type { ProfileStore } from '@/components/open-profile/profile-store'

const PAUSE_MS = 600

/**
 * Keeps unsaved changes on the server, sealed like everything there, because browser storage is no place for secrets.
 * With them is the note of a save that has not succeeded. A change is written after a short pause, and at once when the page is hidden. The page asks before it is closed while
 * the server does not have the text. `found` is what was kept before; `window` is the id of this one.
 */
export function useDraft(
  { id, window: windowId }: { readonly id: string; readonly window: string },
  { base, note }: Pick<DraftText, 'base' | 'note'>,
  profile: ProfileStore,
  found: DraftText | null,
) {
  useEffect(() => draftOutbox.found({ id, window: windowId }, found), [id, windowId, found])
  useEffect(() => {
    const place = { id, window: windowId }
    let timer: ReturnType<typeof setTimeout> | undefined
    const write = () => {
      clearTimeout(timer)
      timer = undefined
      if (profile.dirty || profile.pendingXml !== null) {
        draftOutbox.put(place, { base, note, text: profile.pendingXml ?? profile.text })
      } else {
        draftOutbox.drop(place)
      }
    }
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(write, PAUSE_MS)
    }
    const writeNow = () => timer !== undefined && write()
    const onHide = () => {
      writeNow()
      draftOutbox.hurry()
    }
    const onUnload = (event: BeforeUnloadEvent) => {
      writeNow()
      if (draftOutbox.atRisk) {
        event.preventDefault()
      }
    }
    // Changes made while a save was under way stay a draft, now of the version that was saved.
    later()
    const unsubscribe = profile.subscribe(later)
    document.addEventListener('visibilitychange', writeNow)
    window.addEventListener('pagehide', onHide)
    window.addEventListener('beforeunload', onUnload)
    return () => {
      unsubscribe()
      document.removeEventListener('visibilitychange', writeNow)
      window.removeEventListener('pagehide', onHide)
      window.removeEventListener('beforeunload', onUnload)
      writeNow()
    }
  }, [id, windowId, base, note, profile])
}
