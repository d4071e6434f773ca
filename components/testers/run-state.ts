import type {
  Continuation,
  DecodedToken,
  Exchange,
  Finding,
  MacStatement,
  Summary,
  TestEvent,
  TestKind,
  TestReport,
} from '@/lib/testers/report'

/** A run as it is shown: what has come in so far. */
export type RunState = {
  readonly phase: 'idle' | 'running' | 'waiting' | 'done'
  readonly kind: TestKind | null
  readonly at: string
  readonly findings: readonly Finding[]
  readonly exchanges: readonly Exchange[]
  readonly token: DecodedToken | null
  readonly mac: readonly MacStatement[]
  readonly next: Continuation | null
  readonly summary: Summary | null
  readonly durationMs: number
}

export const idle: RunState = {
  phase: 'idle',
  kind: null,
  at: '',
  findings: [],
  exchanges: [],
  token: null,
  mac: [],
  next: null,
  summary: null,
  durationMs: 0,
}

/** What stays on the screen while an answer is under way: Okta's question, whose number or picture is being looked at. */
export const kept = ({ next }: RunState): Continuation | null => (next?.kind === 'okta' ? next : null)

/** The state after an event. A check that reports again (a test that goes on after the sign-in) replaces its finding. */
export function after(state: RunState, event: TestEvent): RunState {
  switch (event.type) {
    case 'started':
      return {
        ...state,
        phase: 'running',
        kind: event.kind,
        at: state.at || event.at,
        next: kept(state),
        summary: null,
      }
    case 'finding':
      return {
        ...state,
        findings: [...state.findings.filter(({ check }) => check !== event.finding.check), event.finding],
      }
    case 'exchange':
      return { ...state, exchanges: [...state.exchanges, event.exchange] }
    case 'token':
      return { ...state, token: event.token }
    case 'mac':
      return { ...state, mac: event.statements }
    case 'continue':
      return { ...state, phase: 'waiting', next: event.next }
    case 'done':
      return {
        ...state,
        phase: 'done',
        next: null,
        summary: event.summary,
        durationMs: state.durationMs + event.durationMs,
      }
  }
}

/** The finished run as a report; null while it is not finished. */
export function reportOf(state: RunState, configuration: TestReport['configuration']): TestReport | null {
  const { kind, summary, at, durationMs, findings, exchanges, token, mac } = state
  return kind && summary
    ? { kind, at, durationMs, configuration, findings, exchanges, token, mac, summary }
    : null
}
