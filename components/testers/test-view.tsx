'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useProfile } from '@/components/open-profile/open-profile'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { contextOf } from '@/lib/schema/context'
import { providerOf } from '@/lib/schema/providers'
import type { TestKind, TestReport } from '@/lib/testers/report'
import { ExchangeCard } from './exchange-card'
import { FindingList } from './finding-list'
import { KeptReports } from './kept-reports'
import { MacCard } from './mac-card'
import { OktaSteps } from './okta-steps'
import { PastedToken } from './pasted-token'
import { ReportActions } from './report-actions'
import { ReportComparison } from './report-comparison'
import { DiscoveryPanel, PasswordPanel, SignInPanel } from './run-panels'
import { reportOf } from './run-state'
import { SignInSteps } from './sign-in-steps'
import { TokenCard } from './token-card'
import { useOkta } from './use-okta'
import { useTest } from './use-test'
import { VerdictCard } from './verdict-card'

const kinds: readonly { readonly id: TestKind; readonly title: string }[] = [
  { id: 'discovery', title: 'Discovery' },
  { id: 'oidc', title: 'Sign-in (OIDC)' },
  { id: 'ropg', title: 'Password check (ROPG)' },
  { id: 'okta', title: 'Sign-in (Okta)' },
]

/** The tests that make sense for a provider: Okta's Authentication API has no discovery, all others are not Okta's. */
function kindsFor(provider: string | null): typeof kinds {
  return kinds.filter(({ id }) => (provider === 'Okta' ? id === 'okta' : id !== 'okta'))
}

type TestViewProps = { id: string; fileName: string; configuration: TestReport['configuration'] }

/** `shown` false: out of sight while a field is mended; what has come in stays. */
type ShownProps = TestViewProps & { shown: boolean; onClose: () => void }

/** Tests against the identity provider with the values of the open configuration. */
export function TestView({ id, fileName, configuration, shown, onClose }: ShownProps) {
  const provider = useProfile((profile) => contextOf(profile.settings).provider)
  const offered = kindsFor(provider)
  const [chosen, setChosen] = useState<TestKind>('discovery')
  const kind = offered.some((option) => option.id === chosen) ? chosen : (offered[0]?.id ?? 'discovery')
  const [last, setLast] = useState<Partial<Record<TestKind, TestReport>>>({})
  const remember = useCallback(
    (report: TestReport) => setLast((before) => ({ ...before, [report.kind]: report })),
    [],
  )
  return (
    <main
      id={shown ? 'content' : undefined}
      tabIndex={-1}
      className="min-h-0 min-w-0 flex-1 overflow-y-auto px-3 pt-3 pb-16 outline-none sheet:px-6"
    >
      <div className="mx-auto max-w-[1200px] space-y-4">
        <div className="flex flex-wrap items-center gap-3">
          <fieldset className="flex min-w-0 flex-wrap rounded-lg bg-sunken p-0.5">
            <legend className="sr-only">Test</legend>
            {offered.map((option) => (
              <label
                key={option.id}
                className={cn(
                  'touch flex min-h-[30px] cursor-pointer items-center rounded-md px-3 text-sm has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-accent',
                  option.id === kind
                    ? 'bg-panel font-semibold shadow-[0_0_0_1px_var(--line)]'
                    : 'text-ink-2 hover:text-ink',
                )}
              >
                <input
                  type="radio"
                  name="test"
                  className="sr-only"
                  checked={option.id === kind}
                  onChange={() => setChosen(option.id)}
                />
                {option.title}
              </label>
            ))}
          </fieldset>
          <p className="text-xs text-ink-2">
            {provider ? providerOf(provider).label : 'No identity provider is configured.'} · with the values
            of the form, saved or not
          </p>
          <Button look="ghost" className="ml-auto" onClick={onClose}>
            Back to the form
          </Button>
        </div>
        <Run
          key={kind}
          kind={kind}
          provider={provider}
          id={id}
          fileName={fileName}
          configuration={configuration}
          previous={last[kind] ?? null}
          onReport={remember}
        />
      </div>
    </main>
  )
}

type RunProps = TestViewProps & {
  kind: TestKind
  provider: string | null
  previous: TestReport | null
  onReport: (report: TestReport) => void
}

/** One test: its form, what comes in, and the finished report. The run before stays for comparing. */
function Run({ kind, provider, id, fileName, configuration, previous, onReport }: RunProps) {
  const test = useTest(fileName)
  const { state, run } = test
  const report = reportOf(state, configuration)
  const before = useRef(previous)
  const told = useRef<string | null>(null)
  useEffect(() => {
    if (report && state.phase === 'done' && told.current !== report.at) {
      before.current = previous
      told.current = report.at
      onReport(report)
    }
  }, [report, state.phase, previous, onReport])
  const signIn = state.next?.kind === 'authorize' ? state.next.id : undefined
  const onAnswer = useCallback(
    (answer: string) => void run('/api/tests/oidc/finish', { answer, id: signIn }, true),
    [run, signIn],
  )
  const okta = useOkta(state, run)
  const cancel = () => {
    test.cancel()
    okta.leave()
  }
  const start: typeof run = (...given) => {
    okta.leave()
    return run(...given)
  }
  return (
    <>
      <Panel kind={kind} test={{ ...test, run: start, cancel }} provider={provider} />
      {test.problem && (
        <p role="alert" className="rounded-xl border border-line bg-error-soft px-4 py-3 text-error">
          {test.problem}
        </p>
      )}
      {state.next?.kind === 'authorize' && <SignInSteps next={state.next} onAnswer={onAnswer} />}
      {state.next?.kind === 'okta' && <OktaSteps prompt={state.next.prompt} onAnswer={okta.answer} />}
      <div aria-live="polite">{state.summary && <VerdictCard summary={state.summary} />}</div>
      {state.findings.length > 0 && (
        <div className="grid items-start gap-4 columns:grid-cols-[minmax(0,5fr)_minmax(0,3fr)]">
          <div className="min-w-0 space-y-4">
            {state.token && <TokenCard token={state.token} />}
            <FindingList title="Checks" findings={state.findings} />
          </div>
          <div className="min-w-0 space-y-4">
            {state.mac.length > 0 && <MacCard statements={state.mac} />}
            {state.exchanges.length > 0 && <ExchangeCard exchanges={state.exchanges} />}
            {report && before.current && <ReportComparison before={before.current} after={report} />}
            {report && <ReportActions id={id} report={report} />}
          </div>
        </div>
      )}
      {kind === 'oidc' && state.phase === 'idle' && <PastedToken />}
      <KeptReports id={id} kind={kind} />
    </>
  )
}

const HYBRID: readonly (string | null)[] = ['Okta-OIDC', 'OktaIdentityEngine']

function Panel({
  kind,
  test,
  provider,
}: {
  kind: TestKind
  test: ReturnType<typeof useTest>
  provider: string | null
}) {
  const panels: Record<TestKind, () => React.ReactNode> = {
    discovery: () => <DiscoveryPanel test={test} />,
    oidc: () => <SignInPanel test={test} hybrid={HYBRID.includes(provider)} />,
    ropg: () => (
      <PasswordPanel
        test={test}
        both
        path="/api/tests/ropg"
        button="Check the password"
        about="Sends user name and password to the token endpoint, as Jamf Connect does in the background to keep the passwords the same. Type the user name as you do at the login window."
      />
    ),
    okta: () => (
      <PasswordPanel
        test={test}
        both={false}
        path="/api/tests/okta"
        button="Sign in"
        about="Signs in through the Okta Authentication API, as the login window does, up to the point where Okta says yes. No session is opened."
      />
    ),
  }
  return panels[kind]()
}
