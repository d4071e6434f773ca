'use client'
import { useCallback, useEffect, useState } from 'react'
import { json, request } from '@/components/library/requests'
import type { Continuation } from '@/lib/api/report'
import type { CatchState } from '@/lib/api/sign-in-flow'
import { type CatchChoice, rememberCatchChoice, rememberedCatchChoice } from './catch-memory'

export type Authorize = Extract<Continuation, { kind: 'authorize' }>

export type Catching = {
  /** The person has to say first whether the answer may be caught. */
  readonly asks: boolean
  /** Because they want to change what they said. */
  readonly asksAgain: boolean
  /** The answer arrives by itself. */
  readonly caught: boolean
  /** Why it does not, though it should. */
  readonly advice: string | undefined
  readonly choose: (choice: CatchChoice) => void
  /** Puts the question again. */
  readonly ask: () => void
}

/**
 * How the answer of a sign-in comes back. Where Latchkey may catch it once somebody agrees, it is told so for each sign-in, and the
 * person is asked for the first one only.
 */
export function useCatching({ id, catcher, offer, advice }: Authorize): Catching {
  const [choice, setChoice] = useState(rememberedCatchChoice)
  const [asking, setAsking] = useState(false)
  const [tries, setTries] = useState(0)
  const [told, setTold] = useState<CatchState | null>(null)
  const offered = offer !== undefined
  const wanted = offered && choice === 'catch'
  // Who agrees once more may have freed the port meanwhile.
  const attempt = wanted ? tries : null
  useEffect(() => {
    setTold(null)
    if (attempt === null) {
      return
    }
    let gone = false
    void catchAnswer(id, true).then((state) => gone || setTold(state))
    return () => {
      gone = true
    }
  }, [attempt, id])
  const choose = useCallback(
    (next: CatchChoice) => {
      setAsking(false)
      setChoice(next)
      setTries((before) => before + 1)
      rememberCatchChoice(next)
      if (next === 'paste') {
        void catchAnswer(id, false)
      }
    },
    [id],
  )
  const ask = useCallback(() => setAsking(true), [])
  return {
    asks: offered && (choice === null || asking),
    asksAgain: asking,
    caught: wanted ? told?.caught !== false : catcher !== 'paste',
    advice: wanted ? told?.advice : advice,
    choose,
    ask,
  }
}

/** Without an answer of the server the address is pasted; its sentence says so. */
const catchAnswer = (id: string | undefined, caught: boolean): Promise<CatchState> =>
  request<CatchState>('POST', '/api/tests/oidc/catch', json({ id, caught })).catch((error: Error) => ({
    caught: false,
    advice: error.message,
  }))
