import { sameBytes } from './same-bytes'
import type { PlistArray, PlistDict, PlistEntry, PlistPath, PlistValue } from './value'

/** The value of `key` in a dict; undefined when the node is not a dict or has no such key. */
export function child(node: PlistValue | undefined, key: string): PlistValue | undefined {
  if (node?.type !== 'dict') {
    return undefined
  }
  return node.entries[placeOf(node.entries, key)]?.value
}

/** Dicts with fewer entries are searched; an index would cost more than it saves. */
const INDEXED = 16
const indexes = new WeakMap<readonly PlistEntry[], ReadonlyMap<string, number>>()

/** Position of a key, -1 when there is none; of a key that stands twice the first counts. */
function placeOf(entries: readonly PlistEntry[], key: string): number {
  return entries.length < INDEXED
    ? entries.findIndex((entry) => entry.key === key)
    : (indexOf(entries).get(key) ?? -1)
}

/** The positions of the keys of a large dict, found once: the settings of a payload are asked for hundreds of keys at a time. */
function indexOf(entries: readonly PlistEntry[]): ReadonlyMap<string, number> {
  const known = indexes.get(entries)
  if (known) {
    return known
  }
  const index = new Map<string, number>()
  for (let at = entries.length - 1; at >= 0; at--) {
    index.set((entries[at] as PlistEntry).key, at)
  }
  indexes.set(entries, index)
  return index
}

/** The node at `path`, or undefined when the path leads nowhere. */
export function valueAt(root: PlistValue, path: PlistPath): PlistValue | undefined {
  let node: PlistValue | undefined = root
  for (const step of path) {
    if (typeof step === 'string') {
      node = child(node, step)
    } else {
      node = node?.type === 'array' ? node.items[step] : undefined
    }
  }
  return node
}

/**
 * A tree with `value` at `path`. Dicts that are missing on the way are made; everything beside the path is shared.
 * A new dict key goes to its alphabetical place when the dict is alphabetical, else to the end.
 * Throws TypeError when the path runs through a value that cannot hold the step.
 */
export function withValue(root: PlistValue, path: PlistPath, value: PlistValue): PlistValue {
  const [step, ...rest] = path
  if (step === undefined) {
    return value
  }
  if (typeof step === 'string' && root.type === 'dict') {
    const before = child(root, step) ?? ({ type: 'dict', entries: [] } as const)
    return withEntry(root, { key: step, value: withValue(before, rest, value) })
  }
  if (typeof step === 'number' && root.type === 'array' && step <= root.items.length) {
    const before = root.items[step] ?? ({ type: 'dict', entries: [] } as const)
    return withItem(root, step, withValue(before, rest, value))
  }
  throw new TypeError(`A ${root.type} cannot hold ${JSON.stringify(step)}.`)
}

/** A tree without the dict entry or array item at `path`; the same tree when there is nothing there. */
export function without(root: PlistValue, path: PlistPath): PlistValue {
  const [step, ...rest] = path
  const before = step === undefined ? undefined : valueAt(root, [step])
  if (step === undefined || before === undefined) {
    return root
  }
  if (rest.length > 0) {
    const after = without(before, rest)
    return after === before ? root : withValue(root, [step], after)
  }
  return root.type === 'dict'
    ? { type: 'dict', entries: root.entries.filter((entry) => entry.key !== step) }
    : { type: 'array', items: (root as PlistArray).items.filter((_, index) => index !== step) }
}

/** Whether two trees hold the same values of the same types, keys in the same order, reals in the same spelling. */
export function equal(left: PlistValue, right: PlistValue): boolean {
  if (left === right) {
    return true
  }
  switch (left.type) {
    case 'array':
      return (
        right.type === 'array' &&
        left.items.length === right.items.length &&
        left.items.every((item, index) => equal(item, right.items[index] as PlistValue))
      )
    case 'dict':
      return right.type === 'dict' && equalEntries(left.entries, right.entries)
    case 'data':
      return right.type === 'data' && sameBytes(left.value, right.value)
    case 'real':
      return (
        right.type === 'real' && Object.is(left.value, right.value) && sameSpelling(left.text, right.text)
      )
    default:
      return right.type === left.type && left.value === right.value
  }
}

/** Binary files keep no spelling, so only two spellings that are both known can differ. */
function sameSpelling(left: string | undefined, right: string | undefined): boolean {
  return left === undefined || right === undefined || left === right
}

function equalEntries(left: readonly PlistEntry[], right: readonly PlistEntry[]): boolean {
  return (
    left.length === right.length &&
    left.every((entry, index) => {
      const other = right[index] as PlistEntry
      return entry.key === other.key && equal(entry.value, other.value)
    })
  )
}

function withEntry(dict: PlistDict, entry: PlistEntry): PlistDict {
  const entries = [...dict.entries]
  const at = placeOf(dict.entries, entry.key)
  const index = indexes.get(dict.entries)
  if (at >= 0) {
    entries[at] = entry
    // The keys stand where they stood.
    if (index) {
      indexes.set(entries, index)
    }
  } else {
    entries.splice(placeFor(entry.key, entries), 0, entry)
  }
  return { type: 'dict', entries }
}

function withItem(array: PlistArray, at: number, item: PlistValue): PlistArray {
  const items = [...array.items]
  items[at] = item
  return { type: 'array', items }
}

function placeFor(key: string, entries: readonly PlistEntry[]): number {
  const sorted = entries.every(
    (entry, index) => index === 0 || (entries[index - 1] as PlistEntry).key <= entry.key,
  )
  const next = sorted && entries.length > 1 ? entries.findIndex((entry) => entry.key > key) : -1
  return next < 0 ? entries.length : next
}
