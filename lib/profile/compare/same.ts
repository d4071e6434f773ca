import { child, equal } from '../../plist/tree'
import type { PlistDict, PlistValue } from '../../plist/value'

/** Whether two values say the same: as `equal`, in whichever order dictionaries name their keys. */
export function same(left: PlistValue | undefined, right: PlistValue | undefined): boolean {
  if (left === right) {
    return true
  }
  if (left === undefined || right === undefined) {
    return false
  }
  if (left.type === 'dict' && right.type === 'dict') {
    return sameKeys(left, right) && left.entries.every(({ key }) => same(child(left, key), child(right, key)))
  }
  if (left.type === 'array' && right.type === 'array') {
    return (
      left.items.length === right.items.length &&
      left.items.every((item, index) => same(item, right.items[index]))
    )
  }
  return equal(left, right)
}

function sameKeys(left: PlistDict, right: PlistDict): boolean {
  const keys = new Set(left.entries.map(({ key }) => key))
  return (
    new Set(right.entries.map(({ key }) => key)).size === keys.size &&
    right.entries.every(({ key }) => keys.has(key))
  )
}
