import {
  type Continuation,
  cancelledSummary,
  type Finding,
  type Summary,
  type TestEvent,
  type TestKind,
} from '../api/report'
import type { EgressOptions } from '../egress/egress'
import { hide } from '../egress/hide'
import { rememberSecrets } from '../egress/known-secrets'
import { leaving } from './leaving'
import { formsOf } from './quoted-forms'

/** What the body of a test works with. */
export type TestRun = {
  /** Takes note of a value that must not leave the server, unless it is the user name that was typed. */
  readonly conceal: (name: string, value: string) => void
  /** Takes note of the forms in which sentences quote what somebody else said, before they are sent. */
  readonly quote: (forms: readonly string[]) => void
  /** A text of somebody else without what is concealed, for what outlives the test. */
  readonly hide: (text: string) => string
  /** How the doors to the network are opened: they hide in what they record what is concealed here. */
  readonly door: Pick<EgressOptions, 'signal' | 'startedAt' | 'onExchange' | 'secrets'>
  /** Sends an event at once. */
  readonly emit: (event: TestEvent) => void
  readonly finding: (finding: Finding) => void
  /** Does work that nobody waits for a few milliseconds later, and before the events end. */
  readonly later: (work: () => void) => void
  /** Aborted when the test is cancelled and when nobody reads its events any more. */
  readonly signal: AbortSignal
}

export type TestOptions = {
  readonly kind: TestKind
  /** Names of the checks of the test, in their order. */
  readonly checks: readonly string[]
  readonly signal?: AbortSignal
  /** Typed by the person who tests and shown with the test: no secret, though a password may be spelled like it. */
  readonly userName?: string
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/**
 * Runs the body of a test and gives its events as they are sent, between "started" and "done". The body's summary
 * becomes "done"; a cancelled test ends in "done" with the verdict "cancelled". A body that ends in a continuation
 * ends the events with "continue" instead; one that has sent its "continue" before ends in null, and nothing is added.
 * Other errors are thrown on.
 */
export async function* streamTest(
  { kind, checks, signal, userName = '', now }: TestOptions,
  body: (run: TestRun) => Promise<Summary | Continuation | null>,
): AsyncGenerator<TestEvent, void> {
  const startedAt = performance.now()
  const left = new AbortController()
  const either = signal === undefined ? left.signal : AbortSignal.any([signal, left.signal])
  const queue = eventQueue()
  const postponed = postponedWork()
  const secrets = rememberSecrets()
  const typed = formsOf(userName)
  yield { type: 'started', kind, at: new Date(now()).toISOString(), checks }
  const run: TestRun = {
    conceal: (name, value) => secrets.learn(name, value, typed.includes(value) ? 'records' : 'test'),
    quote: (forms) => secrets.quote(forms.filter((form) => !typed.includes(form))),
    hide: (text) => hide(text, { secrets, words: 'theirs' }),
    door: {
      signal: either,
      startedAt,
      secrets,
      onExchange: (exchange) => queue.push({ type: 'exchange', exchange }),
    },
    emit: (event) => queue.push(leaving(event, secrets)),
    finding: (finding) => queue.push(leaving({ type: 'finding', finding }, secrets)),
    later: postponed.add,
    signal: either,
  }
  const ended = body(run)
    .catch((error: unknown) => {
      if (either.aborted) {
        return cancelledSummary
      }
      throw error
    })
    .finally(postponed.finish)
    .finally(queue.close)
  // Thrown on below, once the events before it have been read; unhandled until then otherwise.
  ended.catch(() => undefined)
  try {
    yield* queue.events()
    const ending = await ended
    const durationMs = Math.round(performance.now() - startedAt)
    if (ending !== null) {
      const last: TestEvent =
        'kind' in ending ? { type: 'continue', next: ending } : { type: 'done', summary: ending, durationMs }
      yield leaving(last, secrets)
    }
  } finally {
    left.abort()
  }
}

/** Milliseconds in which the next request is on its way; the work is done while its answer is waited for. */
const respite = 5

/** Work for later, done in the order of its coming. What it throws is thrown when it is finished. */
function postponedWork() {
  const waiting: (() => void)[] = []
  const errors: unknown[] = []
  const catchUp = () => {
    for (let work = waiting.shift(); work !== undefined; work = waiting.shift()) {
      try {
        work()
      } catch (error) {
        errors.push(error)
      }
    }
  }
  return {
    add(work: () => void) {
      waiting.push(work)
      setTimeout(catchUp, respite)
    },
    finish() {
      catchUp()
      if (errors.length > 0) {
        throw errors[0]
      }
    },
  }
}

/** Events in the order of their sending, read by one reader. */
function eventQueue() {
  const waiting: TestEvent[] = []
  let closed = false
  let wake = () => {}
  return {
    push(event: TestEvent) {
      waiting.push(event)
      wake()
    },
    close() {
      closed = true
      wake()
    },
    async *events(): AsyncGenerator<TestEvent, void> {
      while (true) {
        const next = waiting.shift()
        if (next !== undefined) {
          yield next
        } else if (closed) {
          return
        } else {
          await new Promise<void>((resolve) => {
            wake = resolve
          })
        }
      }
    },
  }
}
