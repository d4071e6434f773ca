import type { Person } from '@/lib/access/person'
import { RequestError } from '@/lib/access/problem'
import { cancelledSummary, type TestEvent } from '@/lib/api/report'
import type { RunAbout, RunField, RunLine } from '@/lib/api/test-runs'
import { slot } from '@/lib/process/slot'
import { endPending } from '@/lib/testers/oidc/pending'
import { type RunPart, readPart, startPart } from './run-part'

/** A run that can be read again: what it has said so far, and the part of it that goes on or was the last. */
type KeptRun = {
  /** Id of whoever started it; nobody else reads it. */
  readonly person: string
  /** Null: it was cancelled before it began. */
  readonly about: RunAbout | null
  events: readonly TestEvent[]
  part: RunPart | null
  cancelled: boolean
  timer?: NodeJS.Timeout
}

/** Milliseconds that a run can be read after it has ended, or asked for something. */
const remembered = 60 * 60 * 1000
const most = 60

const runs = () => slot<Map<string, KeptRun>>('test-runs').orMake(() => new Map())

/**
 * The events of a test for the request that starts it or goes on with it. With `run` the test outlives its reader for half a
 * minute, and can be read again with `followRun`; without it ends with the request. Throws RequestError for a run that
 * was cancelled, and what `make` throws.
 */
export function keptRun(
  run: RunField,
  { person, signal }: { readonly person: Person; readonly signal: AbortSignal },
  make: (signal: AbortSignal) => AsyncIterable<TestEvent>,
): AsyncIterable<TestEvent> {
  return run === undefined ? make(signal) : readPart(nextPart(run, person, make), signal)
}

function nextPart(
  { id, about }: NonNullable<RunField>,
  person: Person,
  make: (signal: AbortSignal) => AsyncIterable<TestEvent>,
): RunPart {
  const known = runs().get(id)
  if (known !== undefined && (known.person !== person.id || known.cancelled)) {
    throw new RequestError(409, 'run-is-over', 'This test was cancelled. Run it again.')
  }
  const run = known ?? { person: person.id, about, events: [], part: null, cancelled: false }
  run.part?.end.abort()
  clearTimeout(run.timer)
  const own: RunPart = startPart(
    make,
    // What comes late from a part that another has followed is not told.
    (event) => own === run.part && remember(run, event),
    () => own === run.part && ended(id, run),
  )
  run.part = own
  keep(id, run)
  return own
}

/** A question of a person is forgotten with the next one, or with the end: a picture may be a secret. */
function remember(run: KeptRun, event: TestEvent): void {
  const over = event.type === 'continue' || event.type === 'done'
  run.events = [...(over ? run.events.filter(({ type }) => type !== 'continue') : run.events), event]
}

function ended(id: string, run: KeptRun): void {
  if (run.events.length === 0) {
    runs().delete(id)
  } else {
    run.timer = setTimeout(() => runs().delete(id), remembered)
    run.timer.unref()
  }
}

function keep(id: string, run: KeptRun): void {
  runs().set(id, run)
  for (const [other, { part }] of runs()) {
    if (runs().size > most && other !== id && part?.ended !== false) {
      runs().delete(other)
    }
  }
}

/**
 * A run from its beginning: what it was started with, its events so far, and those that come until it ends or `signal` is
 * aborted. Throws RequestError when there is none of that id for this person.
 */
export function followRun(id: string, person: Person, signal: AbortSignal): AsyncIterable<RunLine> {
  const run = runs().get(id)
  if (run === undefined || run.person !== person.id || run.about === null) {
    const message =
      'The result of this test is not there any more: Latchkey keeps it for an hour, and not over a restart. Run the test again.'
    throw new RequestError(404, 'no-such-run', message)
  }
  return linesOf(run, run.about, signal)
}

async function* linesOf(run: KeptRun, about: RunAbout, signal: AbortSignal): AsyncGenerator<RunLine> {
  const { part } = run
  const from = part?.events.length ?? 0
  const sofar = run.events
  yield { type: 'about', about }
  yield* sofar
  if (part !== null && !part.ended) {
    yield* readPart(part, signal, from)
  }
}

/** Cancels a run of a person, also one whose request has not come in yet. One that is over stays as it is. */
export function cancelRun(id: string, person: Person): void {
  const run = runs().get(id)
  if (run === undefined) {
    const none: KeptRun = { person: person.id, about: null, events: [cancelled], part: null, cancelled: true }
    keep(id, none)
    ended(id, none)
  } else if (run.person === person.id && run.events.at(-1)?.type !== 'done') {
    run.cancelled = true
    endSignIn(run)
    if (run.part?.ended) {
      remember(run, cancelled)
    } else {
      run.part?.end.abort()
    }
  }
}

/** Nobody waits for the answer of a sign-in any more: what listened for it stops, and an answer is refused. */
function endSignIn({ events }: KeptRun): void {
  for (const event of events) {
    if (event.type === 'continue' && event.next.kind === 'authorize') {
      endPending(event.next.id ?? '', Date.now())
    }
  }
}

const cancelled: TestEvent = {
  type: 'done',
  summary: cancelledSummary,
  durationMs: 0,
}
