/** One header, form or JSON field, its value as it may be shown. */
export type EgressField = { readonly name: string; readonly value: string }

/** What came back, as it may be shown. */
export type EgressRecordedAnswer = {
  readonly status: number
  readonly fields: readonly EgressField[]
  /** Text of the body, secrets replaced, at most 4,000 characters. */
  readonly body: string
}

/** Start of each phase and the end, in milliseconds from `startedAt`; a phase that did not happen is absent. */
export type EgressTiming = {
  readonly start: number
  readonly dns?: number
  readonly connect?: number
  readonly tls?: number
  readonly sent?: number
  readonly firstByte?: number
  readonly end: number
}

/**
 * The record of one request: what was sent, what came back and how long it took, secrets replaced by their names in
 * angle brackets. It is the only trace of a request that leaves this room.
 */
export type EgressExchange = {
  readonly id: string
  /** What the request was for: "Discovery". */
  readonly name: string
  readonly method: string
  readonly url: string
  readonly sent: readonly EgressField[]
  readonly body?: readonly EgressField[]
  readonly answer?: EgressRecordedAnswer
  /** Why there is no complete answer, as a sentence. */
  readonly failure?: string
  readonly timing: EgressTiming
  /** The same request for a shell, with placeholders for secrets. */
  readonly curl: string
}
