import type { Metadata } from '../discovery/metadata'
import type { Check } from '../run-checks'
import type { KeySource } from './key-source'
import type { ParsedToken } from './parsed-token'

/** What the rules are applied to. */
export type IdTokenContext = {
  readonly raw: string
  readonly metadata: Metadata
  readonly clientId: string
  readonly clientSecret: string | null
  readonly keys: KeySource
  readonly nonce: string
  readonly state: string
  /** When the sign-in began, in milliseconds since 1970. */
  readonly begunAt: number
  readonly now: () => number
  /** What came with the token. */
  readonly code?: string
  readonly accessToken?: string
  /** From the authorization endpoint, where c_hash and at_hash are indispensable. */
  readonly front: boolean
  token?: ParsedToken
}

export type IdTokenRule = Check<IdTokenContext>
