'use client'
import { useSearchParams } from 'next/navigation'
import { useEffect, useEffectEvent, useState } from 'react'
import type { ProfileStore } from '@/components/open-profile/profile-store'
import { type Address, placeAt } from './address'
import { AddressKeeper, canonical, type Shown } from './address-keeper'

/** Keeps the address of the page where the editor is, without asking the server for anything. */
export function useAddress(profile: ProfileStore, shown: Shown): AddressKeeper {
  const [keeper] = useState(() => new AddressKeeper(window.location.search, put))
  const { tab, view, side, test, configuredOnly } = shown
  useEffect(
    () => keeper.show({ tab, view, side, test, configuredOnly }),
    [keeper, tab, view, side, test, configuredOnly],
  )
  useEffect(() => {
    let before = profile.focus
    const unsubscribe = profile.listeners.addCalm(() => {
      const { focus } = profile
      // Each key press tells the same place anew.
      if (
        focus !== before &&
        (focus?.domain !== before?.domain || focus?.path.join() !== before?.path.join())
      ) {
        keeper.noteKey((focus && placeAt(focus.domain, focus.path)?.id) ?? null)
      }
      before = focus
    })
    // The framework gives a page up that it is on the way to when the address of this one is written meanwhile.
    const leave = ({ target }: MouseEvent) =>
      target instanceof Element && target.closest('a[href^="/"]') && keeper.end()
    document.addEventListener('click', leave, true)
    return () => {
      document.removeEventListener('click', leave, true)
      unsubscribe()
      keeper.end()
    }
  }, [profile, keeper])
  return keeper
}

/** The framework keeps its own entry in step with these functions of the browser. */
function put(query: string, step: boolean): void {
  const url = `${window.location.pathname}${query}${window.location.hash}`
  if (step) {
    window.history.pushState(null, '', url)
  } else {
    window.history.replaceState(null, '', url)
  }
}

/**
 * Tells when the address leads elsewhere than where the editor is: after Back, or a link to another place of the same
 * configuration. Stands alone, so that nothing else renders when the address changes.
 */
export function Arrivals(props: { keeper: AddressKeeper; onArrive: (address: Address) => void }) {
  const params = useSearchParams().toString()
  const arrive = useEffectEvent((given: string) => {
    const { keeper, onArrive } = props
    const { search } = window.location
    // What the framework tells late is of an address that was left meanwhile.
    if (canonical(given) === canonical(search) && keeper.isElsewhere(search)) {
      onArrive(keeper.arriveAt(search))
    }
  })
  useEffect(() => arrive(params), [params])
  return null
}
