'use client'
import { useEffect, useEffectEvent } from 'react'

/**
 * Keeps deep links whole beside the router. A navigation by script moves the address without moving the browser's
 * target, so the highlight is made up for; and a plain link to an anchor adds an entry to the history that the router
 * would not recognize on the way back. `onTarget` gets the id each time an anchor is visited, before it is shown.
 */
export function useAnchors(onTarget: (id: string) => void): void {
  const visit = useEffectEvent(onTarget)
  useEffect(() => {
    const { state } = window.history
    const keep = () => {
      if (window.history.state === null) {
        window.history.replaceState(state, '')
      }
    }
    const show = () => {
      keep()
      const id = decodeURIComponent(window.location.hash.slice(1))
      if (id === '') {
        return
      }
      visit(id)
      document.getElementById(id)?.scrollIntoView()
    }
    if (window.location.hash !== '' && document.querySelector(':target') === null) {
      window.location.replace(window.location.hash)
      show()
    }
    window.addEventListener('hashchange', show)
    return () => window.removeEventListener('hashchange', show)
  }, [])
}
