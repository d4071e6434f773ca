import type { RetiredKey } from '../../../schema/manifest'
import { loginKeys } from './retired/login'
import { selfServiceKeys, stateKeys } from './retired/state'
import { aliasKeys, artefactKeys, countedKeys, misplacedKeys } from './retired/strays'
import { syncKeys } from './retired/sync'
import type { RetiredRow, RetiredTable } from './retired/table'
import { verifyKeys } from './retired/verify'

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
