'use client'
import { useCallback, useState } from 'react'
import { flushSync } from 'react-dom'
import type { ProfileStore } from '@/components/open-profile/profile-store'
import type { TestKind } from '@/lib/api/report'
import type { PlistPath } from '@/lib/plist/value'
import { PROFILE } from '@/lib/products/apple/profile-keys'
import { type Address, placeOf, readAddress, type SideView, START } from './address'
import { useAddress } from './use-address'
import { useReveal } from './use-reveal'

export type BodyState = {
  readonly tab: string
  readonly view: 'form' | 'xml'
  readonly query: string
  readonly configuredOnly: boolean
  /** The place that was asked for last, so that it is drawn wherever it stands in a long list. */
  readonly place: { readonly domain: string; readonly name: string } | null
}

const bodyAt = ({ tab, view, configuredOnly, key }: Address): BodyState => {
  const place = key === null ? null : placeOf(key)
  return {
    tab,
    view,
    query: '',
    configuredOnly,
    place: place && { domain: place.domain, name: String(place.path[0]) },
  }
}

/** What of the open configuration is in view, how to get to a place in it, and its address. */
export function useEditorView(profile: ProfileStore) {
  const [start] = useState(() => readAddress(window.location.search))
  const [state, setState] = useState(() => bodyAt(start))
  const [side, setSide] = useState<SideView>(start.side)
  const [test, setTest] = useState<TestKind | null>(start.test)
  const [lastTest, setLastTest] = useState<TestKind>(start.test ?? 'discovery')
  if (test !== null && test !== lastTest) {
    setLastTest(test)
  }
  const change = useCallback((part: Partial<BodyState>) => setState((before) => ({ ...before, ...part })), [])
  const showTab = useCallback((tab: string, place: BodyState['place']) => {
    setTest(null)
    setState({ ...bodyAt(START), tab, place })
  }, [])
  const showXml = useCallback(
    (path: PlistPath) => {
      setTest(null)
      setSide('xml')
      profile.setFocus({ domain: PROFILE, path })
    },
    [profile],
  )
  const { reveal, seek } = useReveal(showTab, showXml, state, start)
  const { tab, view, configuredOnly } = state
  const keeper = useAddress(profile, { tab, view, configuredOnly, side, test })
  /** The search field is part of the form, which has to be there for it at once. */
  const showSearch = useCallback(
    () =>
      flushSync(() => {
        setTest(null)
        change({ view: 'form' })
      }),
    [change],
  )
  const onArrive = useCallback(
    (address: Address) => {
      setState(bodyAt(address))
      setSide(address.side)
      setTest(address.test)
      seek(address)
    },
    [seek],
  )
  return { state, change, side, setSide, test, setTest, lastTest, reveal, showSearch, keeper, onArrive }
}
