'use client'
import { type FormEvent, type ReactNode, type Ref, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { Button } from '@/components/ui/button'
import { fullDate, shortDate } from '@/components/ui/dates'
import type { TestKind } from '@/lib/api/report'
import { testTitles } from './test-kinds'
import type { useTest } from './use-test'

export type Test = ReturnType<typeof useTest> & {
  /** The configuration has changed since the run. */
  readonly stale: boolean
  /** By a repair of the run: its result has the button that is next. */
  readonly fixed: boolean
  /** Id of the form, for buttons elsewhere that run the test. */
  readonly form: string
  /** What can be done with the report of the run. */
  readonly actions: ReactNode
}

/** What a form does once its values have been read. */
export type Steps = {
  /** Starts the test with the values in words, and shows at once that it runs, so that a second Enter starts no other. */
  readonly begin: (start: (used: readonly string[]) => void) => void
  /** Shows the values that can be changed, for one of them is refused. */
  readonly unfold: () => void
}

type RunFormProps = {
  test: Test
  kind: TestKind
  about: ReactNode
  button: string
  /** The values of the form in a few words, to be shown once they have been used. */
  values: readonly string[]
  /** Reads what was entered, and begins the test when it can be sent. */
  submit: (steps: Steps) => (event: FormEvent) => unknown
  /** What has to be entered for every run; on the line of a test that has run, too. */
  again?: (folded: boolean) => ReactNode
  /** What can be changed; out of sight once a test has run. */
  children?: ReactNode
}

/**
 * A form that starts a test: what it does, what it asks for, one button. Once a test has run it is a line that says with
 * what, so that the verdict is the first thing on the screen.
 */
export function RunForm({ test, kind, about, button, values, submit, again, children }: RunFormProps) {
  const { phase, next } = test.state
  const [unfolded, setUnfolded] = useState(false)
  const start = useRef<HTMLButtonElement>(null)
  const folded = phase !== 'idle' && !unfolded
  // While a question is in view, what runs is its answer, often one that nobody gave: whether a push was approved is asked
  // every few seconds, and who presses the button then means another sign-in.
  const running = phase === 'running' && next === null
  const begin: Steps['begin'] = (run) =>
    flushSync(() => {
      setUnfolded(false)
      run(values)
    })
  const unfold = () => flushSync(() => setUnfolded(true))
  const cancel = () => {
    test.cancel()
    // The button that had the focus is gone.
    start.current?.focus()
  }
  return (
    <form
      id={test.form}
      noValidate
      onSubmit={running ? (event) => event.preventDefault() : submit({ begin, unfold })}
      className={
        folded
          ? 'flex min-h-8 flex-wrap items-center gap-x-3 gap-y-2'
          : 'rounded-xl border border-line bg-panel px-4 py-4'
      }
    >
      {folded ? (
        <RunFacts title={testTitles[kind]} test={test} />
      ) : (
        <div className="max-w-[92ch] space-y-1 text-ink-2">{about}</div>
      )}
      {/* The same element folded or not: what is being typed keeps the focus. */}
      <div
        className={
          folded ? 'contents' : `flex flex-wrap items-start gap-3 ${children || again ? 'mt-3' : ''}`
        }
      >
        {!folded && children}
        {again?.(folded)}
      </div>
      <div
        className={folded ? 'flex flex-wrap items-center gap-2' : 'mt-3 flex flex-wrap items-center gap-2'}
      >
        <StartButton
          ref={start}
          running={running}
          folded={folded}
          next={!folded || (test.stale && !test.fixed)}
          text={button}
        />
        {(phase === 'running' || phase === 'waiting') && <Button onClick={cancel}>Cancel</Button>}
        {children && phase !== 'idle' && (
          <Button look="ghost" aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
            Change the values
          </Button>
        )}
      </div>
      {test.actions && <div className="flex flex-wrap items-center sheet:ml-auto">{test.actions}</div>}
    </form>
  )
}

type StartButtonProps = {
  ref: Ref<HTMLButtonElement>
  running: boolean
  folded: boolean
  /** Whether running the test is the thing to do next. */
  next: boolean
  text: string
}

/** It stays while a test runs, so that the focus does. */
function StartButton({ ref, running, folded, next, text }: StartButtonProps) {
  return (
    <Button
      ref={ref}
      look={next ? 'primary' : 'outline'}
      type="submit"
      aria-disabled={running}
      className="aria-disabled:cursor-not-allowed aria-disabled:opacity-60"
    >
      {running ? 'Running…' : folded ? 'Run again' : text}
    </Button>
  )
}

type RunFactsProps = { title: string; test: Test }

/** With what the test was run, when, and how long it took. */
function RunFacts({ title, test: { state, ran } }: RunFactsProps) {
  const at = state.at === '' ? null : new Date(state.at)
  return (
    <p className="mr-auto min-w-0 text-ink-2">
      <span className="font-semibold text-ink">{title}</span>
      {ran?.used.map((value) => (
        <span key={value} className="break-words">
          {' · '}
          {value}
        </span>
      ))}
      {ran?.configuration.unsaved && (
        <>
          {' · '}
          <span className="whitespace-nowrap">with unsaved changes</span>
        </>
      )}
      {at && (
        <>
          {' · '}
          <time dateTime={state.at} title={fullDate(at)} className="whitespace-nowrap">
            {shortDate(at)}
          </time>
        </>
      )}
      {state.phase === 'done' && state.durationMs > 0 && (
        <span className="whitespace-nowrap"> · {(state.durationMs / 1000).toFixed(2)} s</span>
      )}
    </p>
  )
}

/** A control with its name above it, in the form. */
export function Labelled({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <p className="mb-1 text-xs text-ink-2">{title}</p>
      {children}
    </div>
  )
}
