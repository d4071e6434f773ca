'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useOpenProfile } from '@/components/open-profile/open-profile'
import { after, idle, kept, type RunState } from './run-state'
import { testEvents } from './test-events'

/** Runs tests with the values of the open configuration, saved or not. Leaving the page ends a running test. */
export function useTest(fileName: string) {
  const { profile } = useOpenProfile()
  const [state, setState] = useState<RunState>(idle)
  const [problem, setProblem] = useState<string | null>(null)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const run = useCallback(
    async (path: string, body: Record<string, unknown>, goesOn = false) => {
      running.current?.abort()
      const controller = new AbortController()
      running.current = controller
      setProblem(null)
      setState((before) =>
        goesOn ? { ...before, phase: 'running', next: kept(before) } : { ...idle, phase: 'running' },
      )
      try {
        for await (const event of testEvents(
          path,
          { text: profile.text, fileName, ...body },
          controller.signal,
        )) {
          setState((before) => after(before, event))
        }
        setState((before) => (before.phase === 'running' ? { ...before, phase: 'idle' } : before))
      } catch (error) {
        if (!controller.signal.aborted) {
          setProblem(error instanceof Error ? error.message : 'The test ended unexpectedly.')
          setState((before) => ({
            ...before,
            next: null,
            phase: before.findings.length > 0 ? 'done' : 'idle',
          }))
        }
      }
    },
    [profile, fileName],
  )
  const cancel = useCallback(() => {
    running.current?.abort()
    setState((before) => ({
      ...before,
      phase: 'done',
      next: null,
      summary: {
        verdict: 'cancelled',
        title: 'The test was cancelled',
        text: before.findings.length > 0 ? 'What had been found until then is below.' : '',
      },
    }))
  }, [])
  const clear = useCallback(() => {
    running.current?.abort()
    setState(idle)
    setProblem(null)
  }, [])
  return { state, problem, run, cancel, clear }
}
