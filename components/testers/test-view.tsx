'use client'
import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useProfile } from '@/components/open-profile/open-profile'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import type { TestKind, TestReport } from '@/lib/api/report'
import { providerTitle } from '@/lib/products/context'
import { testsFor } from '@/lib/products/tests'
import { DiscoveryPanel } from './discovery-panel'
import { KeptReports } from './kept-reports'
import { OktaSteps } from './okta-steps'
import { PasswordPanel } from './password-panel'
import { PastedToken } from './pasted-token'
import { useAnyFixed } from './remedy-buttons'
import { repairsOf } from './repairs-once'
import { ReportActions } from './report-actions'
import { ReportBody } from './report-body'
import { ReportComparison } from './report-comparison'
import { RunAgainProvider } from './run-again'
import type { Test } from './run-form'
import { reportOf } from './run-state'
import { SignInPanel } from './sign-in-panel'
import { SignInSteps } from './sign-in-steps'
import { testChoices } from './test-kinds'
import type { TestSpot } from './test-spot'
import { useOkta } from './use-okta'
import { useTest } from './use-test'
import { RunningCard, VerdictCard } from './verdict-card'

type TestViewProps = { id: string; configuration: TestReport['configuration'] }

/** `shown` false: out of sight while a field is mended; what has come in stays. */
type ShownProps = TestViewProps & {
  shown: boolean
  /** The test that is wanted; where it is not offered the first one is shown, and told with `onKind`. */
  kind: TestKind
  onKind: (kind: TestKind) => void
  spot: TestSpot
  onSpot: (spot: Partial<TestSpot>) => void
  onClose: () => void
}

/** Tests against the identity provider with the values of the open configuration. */
export function TestView({
  id,
  configuration,
  shown,
  kind: wanted,
  onKind,
  spot,
  onSpot,
  onClose,
}: ShownProps) {
  const provider = useProfile((profile) => providerTitle(profile.settings))
  const kinds = useProfile((profile) => testsFor(profile.settings).join(' ')).split(' ')
  const offered = testChoices.filter(({ id }) => kinds.includes(id))
  const kind = offered.some((option) => option.id === wanted) ? wanted : (offered[0]?.id ?? 'discovery')
  useEffect(() => {
    if (shown && kind !== wanted) {
      onKind(kind)
    }
  }, [shown, kind, wanted, onKind])
  const [last, setLast] = useState<Partial<Record<TestKind, TestReport>>>({})
  const remember = useCallback(
    (report: TestReport) => setLast((before) => ({ ...before, [report.kind]: report })),
    [],
  )
  return (
    <main
      id={shown ? 'content' : undefined}
      tabIndex={-1}
      className="relative min-h-0 min-w-0 flex-1 overflow-y-auto max-columns:low:overflow-visible px-3 pt-3 pb-16 outline-none sheet:px-6"
    >
      <div className="mx-auto max-w-[1200px] space-y-4">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <KindChoice offered={offered} value={kind} onChange={onKind} />
          <p className="min-w-0 flex-1 basis-40 text-xs text-ink-2">
            {provider ?? 'No identity provider is configured.'} · with the values of the form, saved or not
          </p>
          <Button look="ghost" onClick={onClose}>
            Back to the form
          </Button>
        </div>
        <Run
          key={kind}
          kind={kind}
          id={id}
          configuration={configuration}
          previous={last[kind] ?? null}
          onReport={remember}
          spot={spot}
          onSpot={onSpot}
        />
      </div>
    </main>
  )
}

function KindChoice(props: {
  offered: typeof testChoices
  value: TestKind
  onChange: (kind: TestKind) => void
}) {
  return (
    <fieldset className="flex min-w-0 rounded-lg bg-sunken p-0.5 max-sheet:w-full">
      <legend className="sr-only">Test</legend>
      {props.offered.map((option) => (
        <label
          key={option.id}
          className={cn(
            'touch flex min-h-[30px] cursor-pointer items-center justify-center rounded-md px-3 text-sm max-sheet:flex-1 max-sheet:px-1 max-sheet:text-center max-sheet:leading-4 has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-accent',
            option.id === props.value
              ? 'bg-panel font-semibold shadow-[0_0_0_1px_var(--line)]'
              : 'text-ink-2 hover:text-ink',
          )}
        >
          <input
            type="radio"
            name="test"
            className="sr-only"
            checked={option.id === props.value}
            onChange={() => props.onChange(option.id)}
          />
          {option.title}
        </label>
      ))}
    </fieldset>
  )
}

type RunProps = TestViewProps & {
  kind: TestKind
  previous: TestReport | null
  onReport: (report: TestReport) => void
} & Pick<ShownProps, 'spot' | 'onSpot'>

/** One test: its form, what comes in, and the finished report. The run before stays for comparing. */
function Run({ kind, id, configuration, previous, onReport, spot, onSpot }: RunProps) {
  const onRun = useCallback((run: string | null) => onSpot({ run }), [onSpot])
  const test = useTest({ kind, configuration, of: id, wanted: spot.run, onRun })
  const { state, ran, run, goOn } = test
  // One object as long as nothing of it changes: what follows a finished run compares it.
  const report = useMemo(() => reportOf(state, ran), [state, ran])
  const stale = useProfile(
    (profile) => ran !== null && profile.root !== ran.root && profile.text !== ran.text,
  )
  const fixed = useAnyFixed(
    useMemo(() => repairsOf(state), [state]),
    stale,
  )
  const form = useId()
  const before = useRef(previous)
  const told = useRef<string | null>(null)
  useEffect(() => {
    if (report && state.phase === 'done' && told.current !== report.at) {
      before.current = previous
      told.current = report.at
      onReport(report)
    }
  }, [report, state.phase, previous, onReport])
  const compared = before.current ?? test.earlier
  const signIn = state.next?.kind === 'authorize' ? state.next.id : undefined
  const [brought, setBrought] = useState<{ signIn: string | undefined; answer: string } | null>(null)
  const onAnswer = useCallback(
    (answer: string) => {
      setBrought({ signIn, answer })
      void goOn('/api/tests/oidc/finish', { answer, id: signIn })
    },
    [goOn, signIn],
  )
  const again = brought !== null && brought.signIn === signIn
  const okta = useOkta(test)
  const cancel = () => {
    test.cancel()
    okta.leave()
  }
  const start: typeof run = (...given) => {
    okta.leave()
    return run(...given)
  }
  const actions = report && <ReportActions key={report.at} id={id} report={report} />
  return (
    <>
      <Panel kind={kind} test={{ ...test, run: start, cancel, stale, fixed, form, actions }} />
      {test.problem && (
        <p role="alert" className="rounded-xl border border-line bg-error-soft px-4 py-3 text-error">
          {test.problem}
        </p>
      )}
      {state.next?.kind === 'authorize' && (
        <SignInSteps
          next={state.next}
          again={again}
          unsent={again && test.problem !== null ? brought.answer : ''}
          onAnswer={onAnswer}
        />
      )}
      {state.next?.kind === 'okta' && <OktaSteps prompt={state.next.prompt} onAnswer={okta.answer} />}
      <RunAgainProvider value={form}>
        <div aria-live="polite">
          {state.phase === 'running' && state.next === null && <RunningCard />}
          {state.summary && <VerdictCard summary={state.summary} stale={stale} fixed={fixed} />}
        </div>
        {state.findings.length > 0 && (
          <ReportBody report={{ ...state, tested: ran?.tested ?? [] }} stale={stale}>
            {report && compared && <ReportComparison before={compared} after={report} />}
          </ReportBody>
        )}
      </RunAgainProvider>
      {kind === 'oidc' && state.phase === 'idle' && <PastedToken />}
      <KeptReports id={id} kind={kind} spot={spot} onSpot={onSpot} />
    </>
  )
}

function Panel({ kind, test }: { kind: TestKind; test: Test }) {
  switch (kind) {
    case 'discovery':
      return <DiscoveryPanel test={test} />
    case 'oidc':
      return <SignInPanel test={test} />
    default:
      return <PasswordPanel test={test} kind={kind} />
  }
}
