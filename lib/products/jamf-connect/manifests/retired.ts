import type { KeyPlace } from '@/lib/api/issue'
import type { PlistType } from '../../../plist/value'
import { loginKeys } from './retired/login'
import { selfServiceKeys, stateKeys } from './retired/state'
import { aliasKeys, artefactKeys, countedKeys, misplacedKeys } from './retired/strays'
import { syncKeys } from './retired/sync'
import type { RetiredNote, RetiredRow, RetiredStatus, RetiredTable } from './retired/table'
import { verifyKeys } from './retired/verify'

/**
 * A key that is recognized in a file and explained there, and never offered for a new profile. `path` starts at the
 * root of the domain; "[]" stands for each element of a list and "*" for any key of a dict.
 */
export type RetiredKey = RetiredNote & {
  readonly domain: string
  readonly path: readonly string[]
  /**
   * "legacy": Jamf Connect 1.x only. "written-by-app": the Mac writes it. "misplaced": a setting in the wrong place.
   * "alias": another spelling of a setting. "artefact": nothing reads it.
   */
  readonly status: RetiredStatus
  readonly type: PlistType
  /** The setting that takes its place today. */
  readonly successor?: KeyPlace
}

const tables: readonly RetiredTable[] = [
  misplacedKeys,
  countedKeys,
  aliasKeys,
  ...artefactKeys,
  loginKeys,
  stateKeys,
  selfServiceKeys,
  syncKeys,
  verifyKeys,
]

/** Every key that is known and not offered. */
export const retiredKeys: readonly RetiredKey[] = tables.flatMap((table) =>
  table.rows.map((row) => retiredKey(table, row)),
)

function retiredKey({ domain, status, successorDomain }: RetiredTable, row: RetiredRow): RetiredKey {
  const [path, type, successor, note] = row
  const key = { domain, path: path.split('/'), status, type, ...note }
  return successorDomain === null || successor === undefined || successor === null
    ? key
    : { ...key, successor: { domain: successorDomain, path: successor.split('/') } }
}
