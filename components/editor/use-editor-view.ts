'use client'
import { useCallback, useState } from 'react'
import type { ProfileStore } from '@/components/open-profile/profile-store'
import type { PlistPath } from '@/lib/plist/value'
import { PROFILE } from '@/lib/products/apple/profile-keys'
import { tabs } from '@/lib/products/layout'
import { useReveal } from './use-reveal'

export type BodyState = {
  readonly tab: string
  readonly view: 'form' | 'xml'
  readonly query: string
  readonly configuredOnly: boolean
  /** The place that was asked for last, so that it is drawn wherever it stands in a long list. */
  readonly place: { readonly domain: string; readonly name: string } | null
}

export type SideView = 'xml' | 'issues' | 'login-window'

const START: BodyState = {
  tab: tabs[0]?.id ?? '',
  view: 'form',
  query: '',
  configuredOnly: false,
  place: null,
}

/** What of the open configuration is in view, and how to get to a place in it. */
export function useEditorView(profile: ProfileStore) {
  const [state, setState] = useState(START)
  const [side, setSide] = useState<SideView>('xml')
  const [testing, setTesting] = useState(false)
  const change = useCallback((part: Partial<BodyState>) => setState((before) => ({ ...before, ...part })), [])
  const showTab = useCallback(
    (tab: string, place: BodyState['place']) => {
      setTesting(false)
      change({ ...START, tab, place })
    },
    [change],
  )
  const showXml = useCallback(
    (path: PlistPath) => {
      setTesting(false)
      setSide('xml')
      profile.setFocus({ domain: PROFILE, path })
    },
    [profile],
  )
  const reveal = useReveal(showTab, showXml, state)
  return { state, change, side, setSide, testing, setTesting, reveal }
}
