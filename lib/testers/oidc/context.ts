import type { Finding } from '../../api/report'
import type { Egress } from '../../egress/egress'
import type { Settings } from '../../schema/settings'
import type { ClientSettings } from '../client-settings'
import type { Metadata } from '../discovery/metadata'
import type { KeySource } from '../id-token/key-source'
import type { Ticket } from './flow'
import type { PendingSignIn } from './pending'
import type { AuthorizationResponse } from './response'
import type { TokenAnswer } from './token-request'
import type { UserInfoAnswer } from './user-info-answer'

/** What the checks of the second half work with; a check notes in it what later ones need. */
export type FinishContext = {
  readonly egress: Egress
  readonly settings: Settings
  readonly client: ClientSettings
  /** Where the configuration says the discovery document is. */
  readonly discoveryUrl: string
  readonly now: () => number
  readonly signal: AbortSignal
  /** Null when the browser brought none that can be opened. */
  readonly ticket: Ticket | null
  readonly response: AuthorizationResponse | null
  /** What was pasted, as it is; '' for a form. */
  readonly brought: string
  /** What the browser brought asks to begin a sign-in instead of ending one. */
  readonly asksToBegin: boolean
  /** Takes note of a value that must not leave the server. */
  readonly conceal: (name: string, value: string) => void
  /** What was brought is a page of the provider that tells why nobody can sign in: there is nothing to wait for. */
  conclusive?: true
  /** What failed before the sign-in. */
  earlier?: readonly Finding[]
  /** The sign-in itself, taken out of the memory of the server once the state has been recognized. */
  taken?: PendingSignIn
  /** Of that sign-in. */
  metadata?: Metadata
  keys?: KeySource
  /** What the token endpoint said. */
  tokens?: TokenAnswer
  /** Claims of verified tokens, and of the UserInfo endpoint. */
  frontClaims?: Readonly<Record<string, unknown>>
  claims?: Readonly<Record<string, unknown>>
  header?: Readonly<Record<string, unknown>>
  userInfoAnswer?: Promise<UserInfoAnswer>
  userInfo?: Readonly<Record<string, unknown>>
}

/** A value that an earlier check left; a check that uses one needs the check that leaves it. */
export function given<T>(value: T | null | undefined, name: string): T {
  if (value === null || value === undefined) {
    throw new TypeError(`${name} is not there yet.`)
  }
  return value
}
