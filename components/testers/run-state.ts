import type { Exchange } from '@/lib/api/exchange'
import {
  type Continuation,
  cancelledSummary,
  type DecodedToken,
  type Finding,
  type MacStatement,
  type Summary,
  type TestEvent,
  type TestKind,
  type TestReport,
} from '@/lib/api/report'

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
  /** Milliseconds that the parts of the run before this one took on the line of exchanges; waiting for a person is left out. */
  readonly offset: number
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
  offset: 0,
}

/** What stays on the screen while an answer is under way: Okta's question, whose number or picture is being looked at. */
export const kept = ({ next }: RunState): Continuation | null => (next?.kind === 'okta' ? next : null)

/** The state when nothing more comes in: a sign-in that was `asked` for can still be brought, all else is over. */
export const broken = (before: RunState, asked: Continuation | null): RunState =>
  asked?.kind === 'authorize'
    ? { ...before, phase: 'waiting', next: asked }
    : { ...before, phase: before.findings.length > 0 ? 'done' : 'idle', next: null }

/** The state when somebody has cancelled the run. */
export const cancelled = (before: RunState): RunState => ({
  ...before,
  phase: 'done',
  next: null,
  summary: {
    ...cancelledSummary,
    text: before.findings.length > 0 ? 'What had been found until then is below.' : '',
  },
})

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
        offset: Math.max(0, ...state.exchanges.map(({ timing }) => timing.end)),
      }
    case 'finding':
      return {
        ...state,
        findings: [...state.findings.filter(({ check }) => check !== event.finding.check), event.finding],
      }
    case 'exchange':
      return { ...state, exchanges: [...state.exchanges, later(event.exchange, state.offset)] }
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

/** An exchange moved on the time line, from the start of its part to the start of the run. */
function later(exchange: Exchange, offset: number): Exchange {
  const { start, end, ...phases } = exchange.timing
  const moved = Object.fromEntries(Object.entries(phases).map(([name, at]) => [name, at + offset]))
  return { ...exchange, timing: { ...moved, start: start + offset, end: end + offset } }
}

/** The finished run as a report; null while it is not finished. `ran`: what it was made with. */
export function reportOf(
  state: RunState,
  ran: Pick<TestReport, 'configuration' | 'tested'> | null,
): TestReport | null {
  const { kind, summary, at, durationMs, findings, exchanges, token, mac } = state
  if (!kind || !summary || !ran) {
    return null
  }
  const { configuration, tested = [] } = ran
  return { kind, at, durationMs, configuration, tested, findings, exchanges, token, mac, summary }
}
