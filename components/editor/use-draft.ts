'use client'
import { useEffect } from 'react'
import { discardDraft, saveDraft } from '@/components/library/requests'
import type { ProfileStore } from '@/components/open-profile/profile-store'

const PAUSE_MS = 600

/**
 * Keeps unsaved changes on the server, sealed like everything there, because browser storage is no place for secrets.
 * A change is written after a short pause, and at once when the page is hidden.
 */
export function useDraft(id: string, base: number, profile: ProfileStore): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let kept: string | null = null
    const write = () => {
      clearTimeout(timer)
      timer = undefined
      const text = profile.pendingXml ?? profile.text
      if (!profile.dirty && profile.pendingXml === null) {
        if (kept !== null) {
          kept = null
          void discardDraft(id).catch(() => {})
        }
      } else if (text !== kept) {
        kept = text
        saveDraft(id, base, new TextEncoder().encode(text)).catch(() => {
          // The next change tries again; saving itself reports that the server does not answer.
          kept = null
        })
      }
    }
    const unsubscribe = profile.subscribe(() => {
      clearTimeout(timer)
      timer = setTimeout(write, PAUSE_MS)
    })
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
