/** One header, form or JSON field, its value as it may be shown. */
export type Field = { readonly name: string; readonly value: string }

/** What came back, as it may be shown. */
export type Answer = {
  readonly status: number
  readonly fields: readonly Field[]
  /** Text of the body, secrets replaced, at most 4,000 characters. */
  readonly body: string
}

/** Start of each phase and the end, in milliseconds from the start of the test; a phase that did not happen is absent. */
export type Timing = {
  readonly start: number
  readonly dns?: number
  readonly connect?: number
  readonly tls?: number
  /** The request is on its way. */
  readonly sent?: number
  readonly firstByte?: number
  readonly end: number
}

/**
 * The record of one request: what was sent, what came back and how long it took, secrets replaced by their names in
 * angle brackets. It is the only trace of a request that leaves the door to the network.
 */
export type Exchange = {
  readonly id: string
  /** "Discovery", "Signing keys", "Token": what the request was for. */
  readonly name: string
  readonly method: string
  readonly url: string
  /** Header and form fields as sent. */
  readonly sent: readonly Field[]
  readonly body?: readonly Field[]
  readonly answer?: Answer
  /** Why there is no complete answer, as a sentence. */
  readonly failure?: string
  readonly timing: Timing
  /** The same request for a shell, with placeholders for secrets. */
  readonly curl: string
}
