'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useOpenProfile } from '@/components/open-profile/open-profile'
import type { Continuation, TestKind, TestReport } from '@/lib/api/report'
import type { PlistValue } from '@/lib/plist/value'
import { after, broken, idle, kept, type RunState } from './run-state'
import { testEvents } from './test-events'
import { testedValues } from './tested-values'

/** What a run was made with. */
export type Ran = Pick<TestReport, 'configuration' | 'tested'> & {
  /** The profile as it was then. */
  readonly root: PlistValue
  readonly text: string
}

/** Runs tests with the values of the open configuration, saved or not. Leaving the page ends a running test. */
export function useTest(kind: TestKind, configuration: TestReport['configuration']) {
  const { profile } = useOpenProfile()
  const [state, setState] = useState<RunState>(idle)
  const [ran, setRan] = useState<Ran | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])
  // The last question of the run, which is asked once more when an answer to it did not get through.
  const asked = useRef<Continuation | null>(null)
  useEffect(() => {
    asked.current = state.next ?? (state.phase === 'running' ? asked.current : null)
  }, [state])

  const run = useCallback(
    async (path: string, body: Record<string, unknown>, goesOn = false) => {
      running.current?.abort()
      const controller = new AbortController()
      running.current = controller
      setProblem(null)
      if (!goesOn) {
        setRan({
          root: profile.root,
          text: profile.text,
          configuration: { ...configuration, ...(profile.dirty ? { unsaved: true } : {}) },
          tested: testedValues(kind, body, profile.settings),
        })
      }
      setState((before) =>
        goesOn ? { ...before, phase: 'running', next: kept(before) } : { ...idle, phase: 'running' },
      )
      try {
        for await (const event of testEvents(path, profile, body, controller.signal)) {
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
    [profile, kind, configuration],
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
    setRan(null)
    setProblem(null)
  }, [])
  return { state, ran, problem, run, cancel, clear }
}
