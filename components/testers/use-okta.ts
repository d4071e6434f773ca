'use client'
import { useCallback, useEffect, useRef } from 'react'
import type { OktaAnswer } from '@/lib/api/report'
import type { RunState } from './run-state'
import type { useTest } from './use-test'

const path = '/api/tests/okta/answer'

/** The sign-in at Okta that a run has open: answers its questions, and ends it at Okta when the person goes away. */
export function useOkta({ next, phase }: RunState, run: ReturnType<typeof useTest>['run']) {
  const open = useRef<string | null>(null)
  useEffect(() => {
    // While an answer is under way there is no question, and the sign-in is still open.
    open.current = next?.kind === 'okta' ? next.prompt.handle : phase === 'running' ? open.current : null
  }, [next, phase])
  const answer = useCallback(
    (given: OktaAnswer) => void run(path, { handle: open.current, ...given }, true),
    [run],
  )
  const leave = useCallback(() => {
    const handle = open.current
    open.current = null
    if (handle !== null) {
      const headers = { 'Content-Type': 'application/json' }
      const body = JSON.stringify({ handle, action: 'cancel' })
      void fetch(path, { method: 'POST', headers, body, keepalive: true }).catch(() => undefined)
    }
  }, [])
  useEffect(() => {
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [leave])
  return { answer, leave }
}
