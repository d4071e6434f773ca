import type { PlistType } from '../../../../plist/value'

/** Why a key is not offered: the status of a whole table of keys. */
export type RetiredStatus = 'legacy' | 'written-by-app' | 'misplaced' | 'alias' | 'artefact'

/** What single keys need beside path, type and successor. */
export type RetiredNote = {
  readonly explanation?: string
  /** A credential: masked, never logged. */
  readonly secret?: true
  /** Not a credential, but nothing to show around. */
  readonly sensitive?: true
}

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
