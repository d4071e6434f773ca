'use client'
import { useCallback, useEffect, useRef } from 'react'
import type { OktaAnswer } from '@/lib/api/report'
import type { useTest } from './use-test'

const path = '/api/tests/okta/answer'
const holdPath = '/api/tests/okta/hold'

/**
 * The sign-in at Okta that a run has open: answers its questions, and ends it at Okta when the person goes away. A page that
 * is loaded again has a moment to come back.
 */
export function useOkta({ state, ran, goOn }: Pick<ReturnType<typeof useTest>, 'state' | 'ran' | 'goOn'>) {
  const { next, phase } = state
  const open = useRef<string | null>(null)
  useEffect(() => {
    // While an answer is under way there is no question, and the sign-in is still open.
    open.current = next?.kind === 'okta' ? next.prompt.handle : phase === 'running' ? open.current : null
  }, [next, phase])
  const answer = useCallback(
    (given: OktaAnswer) => void goOn(path, { handle: open.current, ...given }),
    [goOn],
  )
  const leave = useCallback(() => {
    const handle = open.current
    open.current = null
    if (handle !== null) {
      tell(path, { handle, action: 'cancel' })
    }
  }, [])
  useEffect(() => {
    const hold = (here: boolean) => open.current !== null && tell(holdPath, { handle: open.current, here })
    const onHide = () => hold(false)
    const onShow = () => hold(true)
    window.addEventListener('pagehide', onHide)
    window.addEventListener('pageshow', onShow)
    return () => {
      window.removeEventListener('pagehide', onHide)
      window.removeEventListener('pageshow', onShow)
      leave()
    }
  }, [leave])
  const takenUp = ran !== null && ran.form !== null && next?.kind === 'okta' ? next.prompt.handle : null
  useEffect(() => {
    if (takenUp !== null) {
      tell(holdPath, { handle: takenUp, here: true })
    }
  }, [takenUp])
  return { answer, leave }
}

/** Says something that is heard after the page is gone, too. */
function tell(to: string, what: unknown): void {
  const headers = { 'Content-Type': 'application/json' }
  void fetch(to, { method: 'POST', headers, body: JSON.stringify(what), keepalive: true }).catch(
    () => undefined,
  )
}
