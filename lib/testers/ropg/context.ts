import type { KeyPlace } from '@/lib/api/issue'
import type { Remedy } from '../../api/report'
import type { Egress } from '../../egress/egress'
import type { PasswordVerdict } from '../../products/jamf-connect/outcome/statement'
import type { ListedCode } from '../../products/jamf-connect/outcome/success-codes'
import type { Settings } from '../../schema/settings'
import type { AttemptLedger } from '../attempt-ledger'
import type { Diagnosis } from '../diagnosis/diagnosis'
import type { DiscoveryContext } from '../discovery/context'
import type { Metadata } from '../discovery/metadata'
import type { KeySource } from '../id-token/key-source'
import type { PasswordAnswer } from './password-answer'
import type { PasswordPlan } from './plan'
import type { SecretPlace, SecretWay } from './secret-place'

/** What the checks of a password test work with; a check notes in it what later ones need. */
export type PasswordContext = {
  readonly egress: Egress
  readonly settings: Settings
  readonly plan: PasswordPlan
  readonly discovery: DiscoveryContext
  readonly attempts: AttemptLedger
  readonly now: () => number
  readonly userName: string
  readonly password: string
  /** Where the secret is to go; what the provider announces decides when it is absent. */
  readonly secretPlace?: SecretPlace
  /** Takes note of a value that must not leave the server. */
  readonly conceal: (name: string, value: string) => void
  /** Takes note of the forms in which sentences quote what the provider said. */
  readonly quote: (forms: readonly string[]) => void
  keys?: KeySource
  /** Limit that forbids the attempt: the words for the summary. */
  denied?: { readonly received: string; readonly means: string; readonly change: string }
  /** The attempt that is counted and not settled yet. */
  attempt?: { readonly id: string }
  /** How many attempts of this user failed within 15 minutes before this one. */
  failures?: number
  /** When the password was sent, in milliseconds since 1970. */
  sentAt?: number
  answer?: PasswordAnswer
  /** What kept an answer away, as a clause. */
  noAnswer?: string
  diagnosis?: Diagnosis
  verdict?: PasswordVerdict
  /** A limit forbade to try the secret in the other ways. */
  waysLeft?: true
  /** Ways to send the client secret that the provider refused: before this answer, or all where this is the first. */
  refusedWays?: readonly SecretWay[]
  /** The listed success code that the answer contains. */
  matched?: ListedCode
}

export function metadataOf({ discovery }: PasswordContext): Metadata {
  if (discovery.metadata === undefined) {
    throw new TypeError('The discovery document has not been read.')
  }
  return discovery.metadata
}

/** An answer that an earlier check left. */
export function answerOf({ answer }: PasswordContext): PasswordAnswer {
  if (answer === undefined) {
    throw new TypeError('The token endpoint has not been asked.')
  }
  return answer
}

/** Points a finding at a key. */
export function remedyFor({ domain, path }: KeyPlace, repair?: Remedy['repair']): Remedy {
  return { domain, path, ...(repair === undefined ? {} : { repair }) }
}
