'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Continuation, TestEvent } from '@/lib/api/report'
import { after, broken, idle, type RunState } from './run-state'

/** The state of a run, from the events that are read; whoever reads last is the only one who does. */
export function useReading() {
  const [state, setState] = useState<RunState>(idle)
  const [problem, setProblem] = useState<string | null>(null)
  const reading = useRef<AbortController | null>(null)
  useEffect(() => () => reading.current?.abort(), [])
  // The last question of the run, which is asked once more when an answer to it did not get through.
  const asked = useRef<Continuation | null>(null)
  useEffect(() => {
    asked.current = state.next ?? (state.phase === 'running' ? asked.current : null)
  }, [state])
  /** Reads from the state that `begin` makes of the one before. `goesOn`: a question of the run is answered. */
  const read = useCallback(
    async (
      begin: (before: RunState) => RunState,
      events: (signal: AbortSignal) => AsyncIterable<TestEvent>,
      goesOn = false,
    ) => {
      reading.current?.abort()
      const controller = new AbortController()
      reading.current = controller
      setProblem(null)
      setState(begin)
      try {
        for await (const event of events(controller.signal)) {
          setState((before) => after(before, event))
        }
        setState((before) => (before.phase === 'running' ? { ...before, phase: 'idle' } : before))
      } catch (error) {
        if (!controller.signal.aborted) {
          setProblem(error instanceof Error ? error.message : 'The test ended unexpectedly.')
          setState((before) => broken(before, goesOn ? asked.current : null))
        }
      }
    },
    [],
  )
  /** Ends the reading with a state, without a word of why. */
  const settle = useCallback((become: (before: RunState) => RunState) => {
    reading.current?.abort()
    setProblem(null)
    setState(become)
  }, [])
  return { state, problem, read, settle }
}
