'use client'
import { useEffect, useRef } from 'react'
import { discardDraft, saveDraft } from '@/components/library/requests'
import type { ProfileStore } from '@/components/open-profile/profile-store'

const PAUSE_MS = 600

type Kept = { readonly base: number; readonly text: string }

/**
 * Keeps unsaved changes on the server, sealed like everything there, because browser storage is no place for secrets.
 * A change is written after a short pause, and at once when the page is hidden. `found` is what was kept before.
 */
export function useDraft(id: string, base: number, profile: ProfileStore, found: Kept | null): void {
  const kept = useRef(found)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const write = () => {
      clearTimeout(timer)
      timer = undefined
      const text = profile.pendingXml ?? profile.text
      if (!profile.dirty && profile.pendingXml === null) {
        if (kept.current !== null) {
          kept.current = null
          void discardDraft(id).catch(() => {})
        }
      } else if (text !== kept.current?.text || base !== kept.current.base) {
        kept.current = { base, text }
        // A draft is never without content; an empty text and an empty line are refused alike.
        saveDraft(id, base, new TextEncoder().encode(text || '\n')).catch(() => {
          // The next change tries again; saving itself reports that the server does not answer.
          kept.current = { base: 0, text: '' }
        })
      }
    }
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(write, PAUSE_MS)
    }
    // Changes made while a save was under way stay a draft, now of the version that was saved.
    later()
    const unsubscribe = profile.subscribe(later)
    const onHide = () => timer !== undefined && write()
    document.addEventListener('visibilitychange', onHide)
    window.addEventListener('pagehide', onHide)
    return () => {
      unsubscribe()
      document.removeEventListener('visibilitychange', onHide)
      window.removeEventListener('pagehide', onHide)
      if (timer !== undefined) {
        write()
      }
    }
  }, [id, base, profile])
}
