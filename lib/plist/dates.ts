import type { PlistValue } from './value'

/**
 * The tree with its dates cut to whole seconds, which is all that XML holds; the same tree when they are. Binary files
 * may hold fractions. Cutting is what CoreFoundation does when it writes XML.
 */
export function withWholeSeconds(node: PlistValue): PlistValue {
  if (node.type === 'date') {
    return Number.isInteger(node.value) ? node : { type: 'date', value: Math.floor(node.value) }
  }
  if (node.type === 'array') {
    const items = node.items.map(withWholeSeconds)
    return items.every((item, index) => item === node.items[index]) ? node : { type: 'array', items }
  }
  if (node.type === 'dict') {
    const entries = node.entries.map(({ key, value }) => ({ key, value: withWholeSeconds(value) }))
    return entries.every(({ value }, index) => value === node.entries[index]?.value)
      ? node
      : { type: 'dict', entries }
  }
  return node
}
