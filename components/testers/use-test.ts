'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { toBase64 } from '@/components/library/requests'
import { useOpenProfile } from '@/components/open-profile/open-profile'
import type { Problem } from '@/lib/library/api'
import type { TestEvent } from '@/lib/testers/report'
import { after, idle, kept, type RunState } from './run-state'

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
      const content = toBase64(new TextEncoder().encode(profile.text))
      try {
        for await (const event of events(path, { content, fileName, ...body }, controller.signal)) {
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
        text: 'What had been found until then is below.',
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

/** The events of a test, one JSON object a line. Throws an error with the server's sentence when it refuses. */
async function* events(path: string, body: unknown, signal: AbortSignal): AsyncGenerator<TestEvent> {
  const headers = { 'Content-Type': 'application/json' }
  const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body), signal }).catch(
    (cause) => {
      throw new Error('Latchkey does not answer. Check that it is running, then try again.', { cause })
    },
  )
  if (!response.ok || !response.body) {
    const problem = (await response.json().catch(() => null)) as Problem | null
    throw new Error(problem?.message ?? 'Latchkey could not run the test.')
  }
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + part.value).split('\n')
    rest = lines.pop() ?? ''
    yield* lines.filter(Boolean).map((line) => JSON.parse(line) as TestEvent)
  }
}
