'use client'
import { useEffect, useRef, useState } from 'react'
import { useOpenProfile } from '@/components/open-profile/open-profile'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { discoveryVerdict } from './discovery-verdict'
import { after, idle } from './run-state'
import { testEvents } from './test-events'

const PAUSE_MS = 800

type Verdict = ReturnType<typeof discoveryVerdict>

/**
 * Asks the discovery document under its field: once when the button is pressed, and from then on after each change of
 * the address. Nothing is asked before the administrator wants it.
 */
export function DiscoveryProbe({ address }: { address: string }) {
  const { profile } = useOpenProfile()
  const [following, setFollowing] = useState(false)
  const [verdict, setVerdict] = useState<Verdict | 'asking' | null>(null)
  const first = useRef(true)
  useEffect(() => {
    if (!following || address === '') {
      setVerdict(null)
      return
    }
    const controller = new AbortController()
    const timer = setTimeout(
      () => {
        setVerdict('asking')
        ask(profile.text, controller.signal).then(
          (answer) => controller.signal.aborted || setVerdict(answer),
          (error: Error) => controller.signal.aborted || setVerdict({ good: false, text: error.message }),
        )
      },
      first.current ? 0 : PAUSE_MS,
    )
    first.current = false
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [address, following, profile])
  if (address === '') {
    return null
  }
  return (
    <p
      role="status"
      className={cn(verdict && verdict !== 'asking' && (verdict.good ? 'text-good' : 'text-warning'))}
    >
      {verdict === 'asking' && 'Asking the identity provider…'}
      {verdict && verdict !== 'asking' && verdict.text}
      {!following && (
        <Button look="link" onClick={() => setFollowing(true)}>
          Check this address
        </Button>
      )}
    </p>
  )
}

async function ask(text: string, signal: AbortSignal): Promise<Verdict> {
  let state = idle
  for await (const event of testEvents('/api/tests/discovery', { text }, signal)) {
    state = after(state, event)
  }
  return discoveryVerdict(state)
}
