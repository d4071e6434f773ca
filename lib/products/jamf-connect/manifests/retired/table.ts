import type { PlistType } from '../../../../plist/value'
import type { RetiredNote, RetiredStatus } from '../../../../schema/manifest'

/** Path joined with "/", type, path of the successor or null, and what else is to say. */
export type RetiredRow = readonly [
  path: string,
  type: PlistType,
  successor?: string | null,
  note?: RetiredNote,
]

/** Keys of one domain that share a status; their successors share a domain, null when there are none. */
export type RetiredTable = {
  readonly domain: string
  readonly status: RetiredStatus
  readonly successorDomain: string | null
  readonly rows: readonly RetiredRow[]
}
