import type { Exchange } from '../api/exchange'
import type { KnownSecrets } from './known-secrets'
import type { EgressPolicy } from './policy'
import type { Resolver } from './resolve'

/** One request. At most one of `form` and `json` is given. */
export type EgressRequest = {
  /** What the request is for, as the record shows it: "Discovery". */
  readonly name: string
  readonly method: string
  readonly url: string | URL
  readonly headers?: Readonly<Record<string, string>>
  readonly form?: Readonly<Record<string, string>> | URLSearchParams
  readonly json?: unknown
  /** Names of fields to hide in the record in addition to those that always are. */
  readonly secretFields?: readonly string[]
  /** Most bytes of the body after decompression; 1 MB unless given. */
  readonly maxBytes?: number
}

/** An answer, whatever its status; a redirect is an answer too and is not followed. */
export type EgressAnswer = {
  readonly status: number
  readonly headers: Headers
  /** Decompressed. */
  readonly body: Uint8Array
  /** The body as UTF-8; bytes that are not become U+FFFD. */
  text(): string
}

/** How long a phase and everything an Egress does may take, in milliseconds. */
export type EgressDeadlines = { readonly phase: number; readonly total: number }

export type EgressOptions = {
  readonly policy: EgressPolicy
  /** Ends every request, frees every socket. */
  readonly signal?: AbortSignal
  /** When the test started, on the clock of `now`; the total deadline and the times of the records count from it. */
  readonly startedAt?: number
  /** What the test knows of that is not to be shown; the records learn from it, and it from them. */
  readonly secrets?: KnownSecrets
  /** Takes the record of every request, refused and failed ones too, before its promise settles. */
  readonly onExchange?: (exchange: Exchange) => void
  /** Does work in the order given when nobody waits for it; with it, records are made after the promises settle. */
  readonly later?: (work: () => void) => void
  readonly resolver?: Resolver
  /** A clock in milliseconds; performance.now unless given. */
  readonly now?: () => number
  /** 10 s a phase and 30 s in all unless given. */
  readonly deadlines?: Partial<EgressDeadlines>
}

/** What `fetch` takes, wide enough for libraries that pass on any bytes and an absent signal. */
export type EgressFetchInit = Omit<RequestInit, 'body' | 'signal'> & {
  readonly body?: BodyInit | Uint8Array | null | undefined
  readonly signal?: AbortSignal | null | undefined
}

/** The function `fetch` as far as this room has it. */
export type EgressFetch = (input: string | URL | Request, init?: EgressFetchInit) => Promise<Response>

/** The door to the network for one test. A GET reuses a connection of the same origin within it. */
export type Egress = {
  /** Sends one request. Throws EgressError when there is no complete answer. */
  request(request: EgressRequest): Promise<EgressAnswer>
  /** `fetch` with the same guard and record, named after its URL; for libraries that take a fetch function. */
  readonly fetch: EgressFetch
  /** `fetch` whose records carry `name`. */
  named(name: string): EgressFetch
  /** Hides `value` as `<name>` in every later record; for a secret that no field name gives away. */
  protect(name: string, value: string): void
}
