'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useOpenProfile } from '@/components/open-profile/open-profile'
import type { ProfileStore } from '@/components/open-profile/profile-store'
import { isWholeDiscoveryAddress } from './discovery-address'
import { type DiscoveryVerdict, discoveryVerdict } from './discovery-verdict'
import { after, idle } from './run-state'
import { testEvents } from './test-events'

const PAUSE_MS = 700

type ProbeInput = {
  readonly address: string
  /** The address when its field was shown first. */
  readonly opened: string
  readonly following: boolean
}

/**
 * Asks the discovery document: when told to, and with `following` a moment after each change of the address. The next
 * change ends what is under way. An address that nobody has changed since the page was opened is not asked.
 */
export function useDiscoveryProbe({ address, opened, following }: ProbeInput) {
  const { profile } = useOpenProfile()
  const [verdict, setVerdict] = useState<DiscoveryVerdict | 'asking' | null>(null)
  const running = useRef<AbortController | null>(null)
  const known = useRef(address)
  const ask = useCallback(() => {
    running.current?.abort()
    const controller = new AbortController()
    running.current = controller
    const tell = (told: DiscoveryVerdict) => controller.signal.aborted || setVerdict(told)
    setVerdict('asking')
    verdictOf(profile, controller.signal).then(tell, (error: Error) =>
      tell({ outcome: 'failed', text: error.message }),
    )
  }, [profile])
  useEffect(() => {
    if (address === known.current) {
      return
    }
    known.current = address
    running.current?.abort()
    setVerdict(null)
  }, [address])
  const first = useRef(opened)
  useEffect(() => {
    if (!following || address === first.current || !isWholeDiscoveryAddress(address)) {
      return
    }
    // Once it was changed, going back to the first address is a change too.
    first.current = ''
    const timer = setTimeout(ask, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [address, following, ask])
  useEffect(() => () => running.current?.abort(), [])
  return { verdict, ask }
}

async function verdictOf(profile: ProfileStore, signal: AbortSignal): Promise<DiscoveryVerdict> {
  let state = idle
  for await (const event of testEvents('/api/tests/discovery', profile, {}, signal)) {
    state = after(state, event)
  }
  return discoveryVerdict(state)
}
