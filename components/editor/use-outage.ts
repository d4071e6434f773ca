'use client'
import { useEffect } from 'react'
import { connection } from '@/components/connection/connection'
import { whileUnsaved } from '@/components/connection/leaving'
import type { ProfileStore } from '@/components/open-profile/profile-store'
import { loadAll } from '@/components/ui/lazily'

/** No key was pressed for so long: loading ahead is not felt. */
const REST_MS = 3_000

/**
 * Makes the open editor independent of the server: what it needs is loaded once the person rests, and the page stays
 * while it holds text that is not saved.
 */
export function useOutage(profile: ProfileStore): void {
  useEffect(() => whileUnsaved(() => profile.dirty || profile.pendingXml !== null), [profile])
  useEffect(() => {
    const ended = new AbortController()
    const { signal } = ended
    let last = Date.now()
    const note = () => {
      last = Date.now()
    }
    for (const event of ['keydown', 'pointerdown'] as const) {
      window.addEventListener(event, note, { capture: true, passive: true, signal })
    }
    const rest = async () => {
      do {
        await new Promise((resolve) => setTimeout(resolve, Math.max(200, last + REST_MS - Date.now())))
        await idle()
      } while (Date.now() - last < REST_MS && !signal.aborted)
    }
    const load = () => connection.away || void loadAll(rest, signal).catch(() => {})
    load()
    const unsubscribe = connection.subscribe(load)
    return () => {
      unsubscribe()
      ended.abort()
    }
  }, [])
}

/** When the browser has nothing to do; Safari does not tell. */
function idle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) {
      requestIdleCallback(() => resolve())
    } else {
      setTimeout(resolve, 50)
    }
  })
}
