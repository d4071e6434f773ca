import { valueAt } from '@/lib/plist/tree'
import type { PlistPath, PlistValue } from '@/lib/plist/value'

/**
 * Where a place of `before` is in `after`: an element of a list is followed to its new position. Null when the element is
 * gone; one that was changed in a list of the same length is the one at its old position.
 */
export function movedPath(
  before: PlistValue | undefined,
  after: PlistValue | undefined,
  path: PlistPath,
): PlistPath | null {
  const [part, ...rest] = path
  if (part === undefined) {
    return []
  }
  const moved = typeof part === 'number' ? movedIndex(before, after, part) : part
  const inside = moved === null ? null : movedPath(inner(before, part), inner(after, moved), rest)
  return moved === null || inside === null ? null : [moved, ...inside]
}

const inner = (node: PlistValue | undefined, part: string | number) => node && valueAt(node, [part])

function movedIndex(
  before: PlistValue | undefined,
  after: PlistValue | undefined,
  index: number,
): number | null {
  const [old, now] = [itemsOf(before), itemsOf(after)]
  const element = old[index]
  const found = element ? now.indexOf(element) : -1
  return found >= 0 ? found : old.length === now.length ? index : null
}

const itemsOf = (node: PlistValue | undefined): readonly PlistValue[] =>
  node?.type === 'array' ? node.items : []
