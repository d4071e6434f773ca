import type { ProfileShape } from '@/lib/profile/payloads/shapes'
import type { SignatureReport } from '@/lib/profile/signature/signed-data'
import type { Refusal } from '../files/refusal'
import type { RoundTrip } from './round-trip'

/** What `latchkey check` says of one file; the shape of a line of --json. Lines and columns count from 1. */
export type Report = {
  readonly path: string
  /** "clean", "issues", or "unreadable": refused, or not lossless. */
  readonly status: 'clean' | 'issues' | 'unreadable'
  /** Where the profile stands when the file only holds it; `unread` names what else is inside. */
  readonly inside?: { readonly container: string; readonly name: string; readonly unread: readonly string[] }
  /** Absent when the file could not be read. */
  readonly format?: 'xml' | 'binary' | 'openstep'
  /** The encoding of an XML file that is not in UTF-8. */
  readonly encoding?: string
  readonly signature?: SignatureReport | null
  readonly shape?: ProfileShape
  readonly payloads?: readonly PayloadReport[]
  /** Whether everything in the file survives reading and writing. */
  readonly lossless?: boolean
  readonly roundTrip?: RoundTrip
  readonly issues: readonly IssueReport[]
  /** How many issues there are of a rule beside those that are listed; absent when all are. */
  readonly more?: readonly MoreOfKind[]
  /** With --errors-only: how much of the advice that is left out is about losing access to the Mac. */
  readonly adviceAboutAccess?: number
  /** Why the file was refused. */
  readonly error?: Refusal
}

/** Settings of one domain, or a payload that holds something else. */
export type PayloadReport = {
  readonly type: string
  /** The preference domain of Jamf Connect whose settings it holds; null for any other payload. */
  readonly domain: string | null
  /** How many settings; 0 for other payloads. */
  readonly settings: number
}

export type MoreOfKind = Pick<IssueReport, 'severity' | 'rule'> & { readonly count: number }

export type IssueReport = {
  readonly severity: 'error' | 'advice'
  readonly rule: string
  readonly domain: string | null
  readonly keyPath: string
  /** Present when the file is XML; inside a signed file, counted in the profile that was signed. */
  readonly line?: number
  readonly column?: number
  readonly message: string
  /** Present when it is about losing access to the Mac. */
  readonly aboutAccess?: true
  readonly repair?: string
  /** The file that the issue is about beside this one. */
  readonly other?: string
}
