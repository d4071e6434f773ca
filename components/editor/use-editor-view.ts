'use client'
import { useCallback, useState } from 'react'
import { flushSync } from 'react-dom'
import type { ProfileStore } from '@/components/open-profile/profile-store'
import type { PlistPath } from '@/lib/plist/value'
import { PROFILE } from '@/lib/products/apple/profile-keys'
import { type Address, type AskedPlace, placeOf, readAddress, type SideView, START } from './address'
import { useAddress } from './use-address'
import { useReveal } from './use-reveal'
import { useTestPlace } from './use-test-place'

export type BodyState = {
  readonly tab: string
  readonly view: 'form' | 'xml'
  readonly query: string
  readonly configuredOnly: boolean
  /** The place that was asked for last, so that it is drawn wherever it stands in a long list. */
  readonly place: AskedPlace | null
}

const bodyAt = ({ tab, view, configuredOnly, key }: Address): BodyState => {
  const place = key === null ? null : placeOf(key)
  return {
    tab,
    view,
    query: '',
    configuredOnly,
    place,
  }
}

/** What of the open configuration is in view, how to get to a place in it, and its address. */
export function useEditorView(profile: ProfileStore) {
  const [start] = useState(() => readAddress(window.location.search))
  const [state, setState] = useState(() => bodyAt(start))
  const [side, setSide] = useState<SideView>(start.side)
  const { test, lastTest, spot, changeSpot, showTest, arriveAtTest, leaveTest } = useTestPlace(start)
  const { run, report, beside } = spot
  const change = useCallback((part: Partial<BodyState>) => setState((before) => ({ ...before, ...part })), [])
  const showTab = useCallback(
    (tab: string, place: BodyState['place']) => {
      leaveTest()
      setState({ ...bodyAt(START), tab, place })
    },
    [leaveTest],
  )
  const showXml = useCallback(
    (path: PlistPath) => {
      leaveTest()
      setSide('xml')
      profile.setFocus({ domain: PROFILE, path })
    },
    [profile, leaveTest],
  )
  const { reveal, seek } = useReveal(showTab, showXml, state, start)
  const { tab, view, configuredOnly } = state
  const keeper = useAddress(profile, { tab, view, configuredOnly, side, test, run, report, beside })
  /** The search field is part of the form, which has to be there for it at once. */
  const showSearch = useCallback(
    () =>
      flushSync(() => {
        leaveTest()
        change({ view: 'form' })
      }),
    [change, leaveTest],
  )
  const onArrive = useCallback(
    (address: Address) => {
      setState(bodyAt(address))
      setSide(address.side)
      arriveAtTest(address)
      seek(address)
    },
    [seek, arriveAtTest],
  )
  return {
    state,
    change,
    side,
    setSide,
    test,
    setTest: showTest,
    lastTest,
    spot,
    changeSpot,
    reveal,
    showSearch,
    keeper,
    onArrive,
  }
}
