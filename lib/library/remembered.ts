import type { TogetherIssue } from '../api/configurations'
import type { Member } from '../profile/together'

/** What is known of the stored configurations from comparing them before. */
export type Compared = {
  /** By configuration what counts of the version that was read last; null when it cannot be compared. */
  readonly versions: Map<string, { readonly version: number; readonly member: Member | null }>
  last: { readonly state: string; readonly issues: readonly TogetherIssue[] } | null
}

/** For each configuration the version that was tried last, and whether it opens. */
export type Tried = Map<string, { readonly version: number; readonly opens: boolean }>
