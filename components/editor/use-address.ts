'use client'
import { useSearchParams } from 'next/navigation'
import { useEffect, useEffectEvent, useState } from 'react'
import type { ProfileStore } from '@/components/open-profile/profile-store'
import { putAddress } from '@/components/ui/put-address'
import { type Address, placeAt } from './address'
import { AddressKeeper, canonical, type Shown } from './address-keeper'

/** Keeps the address of the page where the editor is, without asking the server for anything. */
export function useAddress(profile: ProfileStore, shown: Shown): AddressKeeper {
  const [keeper] = useState(() => new AddressKeeper(window.location.search, put))
  const { tab, view, side, test, run, report, beside, configuredOnly } = shown
  useEffect(
    () => keeper.show({ tab, view, side, test, run, report, beside, configuredOnly }),
    [keeper, tab, view, side, test, run, report, beside, configuredOnly],
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
    return () => {
      unsubscribe()
      keeper.end()
    }
  }, [profile, keeper])
  return keeper
}

const put = (query: string, step: boolean) =>
  putAddress(`${window.location.pathname}${query}${window.location.hash}`, step)

/**
 * Tells when the address leads elsewhere than where the editor is: after Back, or a link to another place of the same
 * configuration. Stands alone, so that nothing else renders when the address changes.
 */
export function Arrivals(props: { keeper: AddressKeeper; onArrive: (address: Address) => void }) {
  const params = useSearchParams().toString()
  const [page] = useState(() => window.location.pathname)
  const arrive = useEffectEvent((given: string) => {
    const { keeper, onArrive } = props
    const { pathname, search } = window.location
    // What the framework tells late is of an address that was left meanwhile.
    if (pathname === page && canonical(given) === canonical(search) && keeper.isElsewhere(search)) {
      onArrive(keeper.arriveAt(search))
    }
  })
  useEffect(() => arrive(params), [params])
  // The framework does not always tell of the second of two steps back that follow each other at once.
  useEffect(() => {
    const onPopState = () => arrive(window.location.search)
    window.addEventListener('popstate', onPopState)
    return () => window.removeEventListener('popstate', onPopState)
  }, [])
  return null
}
