import { slot } from '../process/slot'
import { RequestError } from './problem'

const controller = (): AbortController =>
  slot<AbortController>('stopping').orMake(() => new AbortController())

/** Aborted once this process was asked to stop; what runs for long ends then. */
export function stopSignal(): AbortSignal {
  return controller().signal
}

/** Ends what runs for long, because the process was asked to stop. */
export function beginStop(): void {
  controller().abort(stopped())
}

/** What is said of it. */
export function stopped(): RequestError {
  const message = 'Latchkey was stopped while the test ran. Start it, then run the test again.'
  return new RequestError(503, 'stopping', message)
}
