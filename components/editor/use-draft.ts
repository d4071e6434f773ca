'use client'
import { useEffect, useRef } from 'react'
import { discardDraft, outlivesPage, saveDraft } from '@/components/library/requests'
import type { ProfileStore } from '@/components/open-profile/profile-store'
import type { DraftText } from './find-drafts'

const PAUSE_MS = 600

type DraftPlace = { readonly id: string; readonly window: string }

/**
 * Keeps unsaved changes on the server, sealed like everything there, because browser storage is no place for secrets.
 * A change is written after a short pause, and at once when the page is hidden. A text too long to be sent while the
 * page goes away holds the page until it is there. `found` is what was kept before.
 */
export function useDraft(place: DraftPlace, base: number, profile: ProfileStore, found: DraftText | null) {
  const { id, window: windowId } = place
  const kept = useRef(found)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let longOnes = 0
    const send = async (text: string) => {
      const long = outlivesPage(text) ? 0 : 1
      longOnes += long
      try {
        await saveDraft(id, windowId, base, text)
      } catch {
        // The next change tries again; saving itself reports that the server does not answer.
        kept.current = { base: 0, text: '' }
      }
      longOnes -= long
    }
    const write = () => {
      clearTimeout(timer)
      timer = undefined
      const text = profile.pendingXml ?? profile.text
      if (!profile.dirty && profile.pendingXml === null) {
        if (kept.current !== null) {
          kept.current = null
          void discardDraft(id, windowId).catch(() => {})
        }
      } else if (text !== kept.current?.text || base !== kept.current.base) {
        kept.current = { base, text }
        void send(text)
      }
    }
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(write, PAUSE_MS)
    }
    const writeNow = () => timer !== undefined && write()
    const onUnload = (event: BeforeUnloadEvent) => {
      writeNow()
      if (longOnes > 0) {
        event.preventDefault()
      }
    }
    // Changes made while a save was under way stay a draft, now of the version that was saved.
    later()
    const unsubscribe = profile.subscribe(later)
    document.addEventListener('visibilitychange', writeNow)
    window.addEventListener('pagehide', writeNow)
    window.addEventListener('beforeunload', onUnload)
    return () => {
      unsubscribe()
      document.removeEventListener('visibilitychange', writeNow)
      window.removeEventListener('pagehide', writeNow)
      window.removeEventListener('beforeunload', onUnload)
      writeNow()
    }
  }, [id, windowId, base, profile])
}
