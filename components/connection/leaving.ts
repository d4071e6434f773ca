'use client'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { notify } from '@/components/ui/toast'
import { connection } from './connection'
import { draftOutbox } from './draft-outbox'
import { untilAnswered } from './tell-failure'

/** Told by the open editor: whether the page holds text that is not saved. */
let holdsUnsaved: () => boolean = () => false

/** Registers who knows whether there is unsaved text; the result ends it. */
export function whileUnsaved(holds: () => boolean): () => void {
  holdsUnsaved = holds
  return () => {
    if (holdsUnsaved === holds) {
      holdsUnsaved = () => false
    }
  }
}

const STAYS = 'Latchkey does not answer, so other pages cannot be opened now. This one stays as it is.'
const tellStays = () => untilAnswered(notify(STAYS, { tone: 'error' }))

/**
 * Follows a link to another page of ours only when the server is there to show it, and asks before the page is closed or
 * loaded anew whose text the server does not have or could not show again. Without this the browser's own error page
 * would take the place of what was typed.
 */
export function useHeldPage(): void {
  const router = useRouter()
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      if (!link || !leadsAway(link, event) || !(connection.away || holdsUnsaved())) {
        return
      }
      event.preventDefault()
      const { pathname, search, hash } = new URL(link.href)
      void connection.check().then((there) => (there ? router.push(pathname + search + hash) : tellStays()))
    }
    const onUnload = (event: BeforeUnloadEvent) => {
      if (draftOutbox.atRisk || (connection.away && holdsUnsaved())) {
        event.preventDefault()
      }
    }
    // Before the framework hears of the click.
    document.addEventListener('click', onClick, true)
    window.addEventListener('beforeunload', onUnload)
    const letGo = holdNavigation()
    return () => {
      document.removeEventListener('click', onClick, true)
      window.removeEventListener('beforeunload', onUnload)
      letGo()
    }
  }, [router])
}

/** A plain click on a link to a page of this origin, in this window. */
function leadsAway(link: HTMLAnchorElement, event: MouseEvent): boolean {
  const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
  const here = link.target === '' && !link.hasAttribute('download') && link.origin === window.location.origin
  return plain && here && link.pathname !== window.location.pathname
}

/**
 * Holds the page when the framework gives up on a request and wants to load another page of ours anew. Browsers without
 * the Navigation API ask before they leave.
 */
function holdNavigation(): () => void {
  const { navigation } = window as { navigation?: EventTarget }
  const onNavigate = (event: Event) => {
    const { cancelable, destination, downloadRequest, hashChange } = event as NavigateEvent
    const ours = new URL(destination.url).origin === window.location.origin
    // The address of a place on this page changes without leaving it.
    const stays = hashChange || (destination.sameDocument && samePage(destination.url))
    const leaves = ours && downloadRequest === null && !stays
    if (cancelable && leaves && connection.away && holdsUnsaved()) {
      event.preventDefault()
      tellStays()
    }
  }
  navigation?.addEventListener('navigate', onNavigate)
  return () => navigation?.removeEventListener('navigate', onNavigate)
}

const samePage = (url: string) => new URL(url).pathname === window.location.pathname

type NavigateEvent = Event & {
  readonly destination: { readonly url: string; readonly sameDocument: boolean }
  /** Not null for a file that is handed to the downloads. */
  readonly downloadRequest: string | null
  readonly hashChange: boolean
}
