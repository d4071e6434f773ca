import { valueAt, withValue } from '../../plist/tree'
import type { PlistDict, PlistValue } from '../../plist/value'
import { HIDDEN } from '../../schema/shown-address'
import { findSettings, isProfile } from '../payloads/shapes'
import { secretsOf } from '../secrets'
import { type FileNames, fileNameAt } from './landmarks'
import { same } from './same'

/**
 * The credentials at the `shown` nodes of trees, and inside of these. Only what leads there is looked at: a profile of
 * thousands of keys has few that differ.
 */
export function secretsAmong(
  roots: readonly PlistValue[],
  shown: ReadonlySet<PlistValue>,
  fileNames?: FileNames,
): ReadonlySet<PlistValue> {
  return new Set(
    roots.flatMap((root, index) => {
      const fileName = fileNameAt(fileNames, index)
      const tree = narrowed(root, shown)
      const [bare] = isProfile(root) ? [] : findSettings(root, fileName)
      // The keys that are left may no longer tell the domain.
      const name = bare ? `${bare.domain}.plist` : fileName
      return tree === null ? [] : secretsOf(tree, name).map(({ path }) => valueAt(tree, path) as PlistValue)
    }),
  )
}

/** The tree with the `shown` nodes and what says of the payloads around them what they are; null without any. */
function narrowed(node: PlistValue, shown: ReadonlySet<PlistValue>): PlistValue | null {
  if (shown.has(node)) {
    return node
  }
  if (node.type === 'dict') {
    const inner = node.entries.map(({ key, value }) => ({ key, value: narrowed(value, shown) }))
    return inner.some(({ value }) => value !== null) ? kept(node, inner) : null
  }
  if (node.type === 'array') {
    const items = node.items.map((item) => narrowed(item, shown))
    return items.some((item) => item !== null)
      ? { type: 'array', items: items.map((item, index) => item ?? bareItem(node.items[index])) }
      : null
  }
  return null
}

function kept(dict: PlistDict, inner: readonly { key: string; value: PlistValue | null }[]): PlistDict {
  return {
    type: 'dict',
    entries: inner.flatMap(({ key, value }, index) => {
      const own = value ?? (MARKS.includes(key) ? dict.entries[index]?.value : undefined)
      return own === undefined ? [] : [{ key, value: own }]
    }),
  }
}

/** What tells a payload of one type from another, and a payload from a dictionary. */
const MARKS = ['PayloadIdentifier', 'PayloadType', 'PayloadUUID']

/** The place of an element that is not looked at. A list of payloads stays one. */
function bareItem(item: PlistValue | undefined): PlistValue {
  return item?.type === 'dict'
    ? { type: 'dict', entries: item.entries.filter(({ key }) => MARKS.includes(key)) }
    : { type: 'boolean', value: false }
}

/** A profile whose credentials read as dots; those that are others than in `beside`, where it has one, say so. */
export function withHidden(root: PlistValue, fileName: string, beside?: PlistValue): PlistValue {
  return secretsOf(root, fileName).reduce((tree, { path }) => {
    const other = beside && valueAt(beside, path)
    const differs = other !== undefined && !same(other, valueAt(root, path))
    return withValue(tree, path, { type: 'string', value: differs ? `${HIDDEN} (another)` : HIDDEN })
  }, root)
}

/** Whether a value is a credential or has one inside. */
export function holdsSecret(value: PlistValue | undefined, secrets: ReadonlySet<PlistValue>): boolean {
  if (value === undefined) {
    return false
  }
  if (secrets.has(value)) {
    return true
  }
  if (value.type === 'dict') {
    return value.entries.some((entry) => holdsSecret(entry.value, secrets))
  }
  return value.type === 'array' && value.items.some((item) => holdsSecret(item, secrets))
}
