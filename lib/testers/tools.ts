import type { Egress, EgressOptions } from '../egress/egress'

/** What a tester gets from whoever runs it. */
export type TestTools = {
  /** Opens the door to the network for one test; the policy is the caller's. */
  readonly openEgress: (
    options: Pick<EgressOptions, 'signal' | 'startedAt' | 'onExchange' | 'later' | 'secrets'>,
  ) => Egress
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Cancels the test. */
  readonly signal?: AbortSignal
}
