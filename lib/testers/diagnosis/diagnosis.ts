import type { KeyPlace } from '@/lib/api/issue'
import type { Vendor } from '@/lib/products/jamf-connect/providers/vendors'
import type { AnswerInput } from './answer'
import type { PasswordSays, RequestKind, SecretState, Symptom } from './row'

export type DiagnosisInput = AnswerInput & {
  /** Provider of the configuration, or the product behind it where it is known. */
  readonly provider: Vendor | null
  /** Issuer or token endpoint; tells the product behind a custom provider. */
  readonly issuer?: string
  /** What was asked of the provider; a password check unless given. */
  readonly request?: RequestKind
  /** Seen without an error of the provider's own. */
  readonly symptom?: Symptom
  /** Whether a client secret was sent with the request. */
  readonly secret?: SecretState
}

/** The most likely cause of a failed sign-in, and what to do. Sentences are for the administrator. */
export type Diagnosis = {
  /** Name of the row that matched; null for an answer nobody has seen. */
  readonly id: string | null
  /** Code that the provider's own documents use ("AADSTS50126"); null when there is none. */
  readonly code: string | null
  /** What the provider said, shortened, as it said it. */
  readonly said: string
  readonly verdict: PasswordSays
  readonly clause?: string
  readonly about?: 'client' | 'grant'
  readonly asks?: 'user-action'
  readonly leaves?: readonly ('client' | 'grant')[]
  readonly cause: string
  readonly fix: string
  readonly key?: KeyPlace
  readonly console?: string
  readonly source?: string
  readonly certainty: 'documented' | 'inferred'
}

/** The row of a diagnosis, as a finding carries it; nothing for an answer nobody has seen. */
export function rowOf({ id }: Pick<Diagnosis, 'id'>): { readonly row?: string } {
  return id === null ? {} : { row: id }
}
