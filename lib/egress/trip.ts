import type { Timing } from '../api/exchange'
import type { EgressDeadlines } from './egress'
import { type EgressCode, EgressError, type EgressPhase } from './errors'

/** When a phase began, on the clock of the trip. */
export type Marks = { -readonly [M in Exclude<keyof Timing, 'start' | 'end'>]?: Timing[M] }

/** One request on its way: the phase it is in, its marks, and the one signal that ends it. */
export type Trip = {
  readonly phase: EgressPhase
  readonly marks: Marks
  /** Aborted with an EgressError when a deadline passes or somebody cancels. */
  readonly signal: AbortSignal
  /** Begins a phase, with a deadline of its own. */
  enter(phase: EgressPhase): void
  mark(name: keyof Marks): void
  /** Waits for `work` or the end of the trip, whichever comes first. */
  race<T>(work: Promise<T>): Promise<T>
  /** Stops the clock. */
  end(): void
}

export type TripOptions = {
  readonly host: string
  readonly deadlines: EgressDeadlines
  /** When the test started, on the clock of `now`. */
  readonly startedAt: number
  readonly now: () => number
  readonly cancelledBy: readonly AbortSignal[]
}

const timeouts: { readonly [P in EgressPhase]: EgressCode } = {
  policy: 'total-timeout',
  dns: 'dns-timeout',
  connect: 'connect-timeout',
  tls: 'tls-timeout',
  'first-byte': 'first-byte-timeout',
  body: 'body-timeout',
}

/** Starts a trip in the phase "policy". Every trip must be ended. */
export function startTrip({ host, deadlines, startedAt, now, cancelledBy }: TripOptions): Trip {
  const stop = new AbortController()
  const fail = (code: EgressCode) => stop.abort(new EgressError(code, trip.phase, host))
  const cancel = () => fail('cancelled')
  let timer: ReturnType<typeof setTimeout> | undefined

  const trip = {
    phase: 'policy' as EgressPhase,
    marks: {} as Marks,
    signal: stop.signal,
    enter(phase: EgressPhase) {
      trip.phase = phase
      clearTimeout(timer)
      const left = startedAt + deadlines.total - now()
      const code = left <= deadlines.phase ? 'total-timeout' : timeouts[phase]
      timer = setTimeout(() => fail(code), Math.max(0, Math.min(left, deadlines.phase)))
    },
    mark(name: keyof Marks) {
      trip.marks[name] = now() - startedAt
    },
    race: <T>(work: Promise<T>) => raceAgainst(stop.signal, work),
    end() {
      clearTimeout(timer)
      for (const signal of cancelledBy) {
        signal.removeEventListener('abort', cancel)
      }
    },
  }
  for (const signal of cancelledBy) {
    signal.addEventListener('abort', cancel)
  }
  if (cancelledBy.some((signal) => signal.aborted)) {
    cancel()
  }
  return trip
}

function raceAgainst<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason)
    signal.addEventListener('abort', abort)
    if (signal.aborted) {
      abort()
    }
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}
