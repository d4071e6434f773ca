import type { RetiredKey } from '../../../schema/manifest'
import { allKeys } from '../keys'
import type { KeyId } from '../manifests/key-ids'
import { retiredKeys } from '../manifests/retired'
import { menuItemHiddenBy } from '../manifests/retired/words'
import { changed, type MigrationRow, none, type Row, type RowNote, rowsOf, to } from './ancestor'
import { hides, opposite } from './changes'

/** What a table of retired keys does not say. */
export type Additions = {
  readonly source: string
  /** Rows that say more than a successor, or why there is none. */
  readonly rows: { readonly [path: string]: Row }
  /** What is to say of rows whose successor is in the table. */
  readonly notes?: { readonly [path: string]: RowNote }
}

/**
 * The rows of a former version of Jamf Connect: its table of retired keys, with what the additions say. Dictionaries whose
 * entries have rows have none themselves, nor have keys that an administrator names: they go with their dictionary.
 */
export function fromRetired(domain: string, { source, rows, notes = {} }: Additions): MigrationRow[] {
  const legacy = retiredKeys.filter((key) => key.domain === domain && key.status === 'legacy')
  const named = legacy.filter((key) => !key.path.includes('*'))
  const leaves = named.filter((key) => !named.some((other) => isInside(key, other)))
  const table = leaves.map((key): [string, Row] => {
    const path = key.path.join('/')
    const secret = key.secret || key.sensitive ? ({ secret: true } as const) : {}
    return [path, { ...(rows[path] ?? rowOf(key)), ...notes[path], ...secret }]
  })
  return rowsOf(source, Object.fromEntries(table))
}

function isInside(outer: RetiredKey, inner: RetiredKey): boolean {
  return (
    inner.path.length > outer.path.length && outer.path.every((step, index) => inner.path[index] === step)
  )
}

function rowOf(key: RetiredKey): Row {
  const [name = ''] = key.path
  const item = menuItemHiddenBy(key)
  if (item !== undefined) {
    return changed(['connect/HiddenMenuItems'], hides(item))
  }
  if (name === 'DontShowWelcome') {
    const shown = 'connect/Appearance/ShowWelcomeWindow'
    return changed(
      [shown],
      opposite(shown, 'It said when the window is left out; today it says when it is shown.'),
    )
  }
  const { successor } = key
  return successor === undefined
    ? none('Nobody has documented a setting of today for it.')
    : to(idOf(successor.domain, successor.path))
}

/** Tests hold every successor of the table against the manifests. */
function idOf(domain: string, path: readonly string[]): KeyId {
  const key = allKeys.find((each) => each.domain === domain && each.path.join('/') === path.join('/'))
  if (key === undefined) {
    throw new RangeError(`No manifest has ${domain} ${path.join('/')}.`)
  }
  return key.id
}
