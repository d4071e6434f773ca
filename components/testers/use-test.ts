'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useOpenProfile } from '@/components/open-profile/open-profile'
import type { ProfileStore } from '@/components/open-profile/profile-store'
import type { TestEvent, TestKind, TestReport } from '@/lib/api/report'
import type { RunAbout } from '@/lib/api/test-runs'
import { newRunId, type Ran, ranBefore, startRan } from './ran'
import { after, cancelled, idle, kept, type RunState, reportOf } from './run-state'
import { cancelRun, runAgain, testEvents } from './test-events'
import { useReading } from './use-reading'

type TestPlace = {
  readonly kind: TestKind
  readonly configuration: TestReport['configuration']
  /** Id of the configuration. */
  readonly of: string
  /** The run that the address names. */
  readonly wanted: string | null
  readonly onRun: (run: string | null) => void
}

type OwnRun = { readonly id: string; readonly about: RunAbout }

/**
 * Runs tests with the values of the open configuration, saved or not. A run that the address names and this page has not
 * started is taken up where it is. Leaving the page ends a running test after a while.
 */
export function useTest({ kind, configuration, of, wanted, onRun }: TestPlace) {
  const { profile } = useOpenProfile()
  const { state, problem, read, settle } = useReading()
  const [ran, setRan] = useState<Ran | null>(null)
  const own = useRef<OwnRun | null>(null)
  const shown = useRef<string | null>(null)
  const ended = useRef(false)
  useEffect(() => {
    ended.current = state.phase === 'done'
  }, [state])
  const [earlier, setEarlier] = useState<TestReport | null>(null)
  const begin = useCallback((run: OwnRun | null, id: string | null, made: Ran | null) => {
    own.current = run
    shown.current = id
    setRan(made)
  }, [])
  const run = useCallback(
    (path: string, body: Record<string, unknown>, used: readonly string[]) => {
      if (shown.current !== null) {
        cancelRun(shown.current)
      }
      const { ran, about } = startRan(profile, {
        kind,
        configuration,
        of,
        body,
        used,
        before: ended.current ? shown.current : null,
      })
      const run = { id: newRunId(), about }
      begin(run, run.id, ran)
      onRun(run.id)
      return read(started, (signal) => testEvents(path, profile, { ...body, run }, signal))
    },
    [profile, kind, configuration, of, onRun, read, begin],
  )
  const goOn = useCallback(
    (path: string, body: Record<string, unknown>) => {
      const fields = own.current ? { ...body, run: own.current } : body
      return read(goingOn, (signal) => testEvents(path, profile, fields, signal), true)
    },
    [profile, read],
  )
  const cancel = useCallback(() => {
    settle(cancelled)
    if (shown.current !== null) {
      cancelRun(shown.current)
    }
  }, [settle])
  useEffect(
    () => () => {
      shown.current = null
    },
    [],
  )
  useEffect(() => {
    if (wanted === shown.current) {
      return
    }
    begin(null, wanted, null)
    setEarlier(null)
    if (wanted === null) {
      settle(() => idle)
      return
    }
    const onAbout = (about: RunAbout, signal: AbortSignal) => {
      begin({ id: wanted, about }, wanted, ranBefore(profile, about))
      if (about.before !== undefined) {
        // Without it there is nothing to compare, and nothing else is missing.
        reportOfRun(about.before, profile, signal).then(setEarlier, () => undefined)
      }
    }
    void read(started, (signal) => takenUp(wanted, of, onAbout, signal))
  }, [wanted, of, profile, read, settle, begin])
  return { state, ran, earlier, problem, run, goOn, cancel }
}

const started = (): RunState => ({ ...idle, phase: 'running' })
const goingOn = (before: RunState): RunState => ({ ...before, phase: 'running', next: kept(before) })

/** The events of a run that another page has started, and what it was started with. */
async function* takenUp(
  id: string,
  of: string,
  onAbout: (about: RunAbout, signal: AbortSignal) => void,
  signal: AbortSignal,
): AsyncGenerator<TestEvent> {
  for await (const line of runAgain(id, signal)) {
    if (line.type !== 'about') {
      yield line
    } else if (line.about.of === of) {
      onAbout(line.about, signal)
    } else {
      throw new Error('The test that this address names is one of another configuration.')
    }
  }
}

/** The report of a run that has come to an end; null for one that has not. Throws TestRefused when it is gone. */
async function reportOfRun(
  id: string,
  profile: ProfileStore,
  signal: AbortSignal,
): Promise<TestReport | null> {
  let state = idle
  let ran: Ran | null = null
  for await (const line of runAgain(id, signal)) {
    if (line.type === 'about') {
      ran = ranBefore(profile, line.about)
    } else {
      state = after(state, line)
    }
  }
  return reportOf(state, ran)
}
