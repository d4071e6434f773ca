import { placesIn } from '../errors'
import { valueAt } from '../tree'
import type { PlistPath, PlistValue } from '../value'
import type { SpannedText } from './layout'

/** Something in a text that macOS takes, but not as everybody would expect. Paths start at the root. */
export type Remark =
  /** The key at `path` stands in `lines` of one dict; only the last one counts. */
  | { readonly code: 'duplicate-key'; readonly path: PlistPath; readonly lines: readonly number[] }
  /** The document type names another definition than Apple's. */
  | { readonly code: 'foreign-doctype'; readonly name: string }
  /** The strings at `paths` hold line ends with carriage returns, which macOS keeps and XML readers elsewhere fold. */
  | { readonly code: 'carriage-return'; readonly paths: readonly PlistPath[] }

/** What is remarkable about a text, given its tree as it is now: of what an edit took away nothing is said. */
export function remarksOf(source: SpannedText, root: PlistValue = source.root): Remark[] {
  const duplicates = source.repeats.size > 0 ? duplicateKeys(source) : []
  const returns = source.text.includes('\r') ? withReturns(source, root) : []
  const doctype = foreignDoctype(source.text)
  return [
    ...(doctype === null ? [] : [{ code: 'foreign-doctype' as const, name: doctype }]),
    ...duplicates.filter(({ path }) => valueAt(root, path) !== undefined),
    ...(returns.length > 0 ? [{ code: 'carriage-return' as const, paths: returns }] : []),
  ]
}

/** Its name, and the last of its identifiers. */
const DOCTYPE = /<!DOCTYPE\s+([^\s>"']+)[^>]*?(?:["']([^"'>]*)["']\s*)?>/
/** Where Apple's definition is, now and in files of the first releases of Mac OS X. */
const APPLE =
  /^(?:https?:\/\/www\.apple\.com|file:\/\/localhost\/System\/Library)\/DTDs\/PropertyList(?:-1\.0)?\.dtd$/i

/** The definition that the document type names, when it is not Apple's. It stands before the first element. */
function foreignDoctype(text: string): string | null {
  const start = text.indexOf('<!DOCTYPE')
  const [, type, definition] =
    (start >= 0 && start < PROLOG ? DOCTYPE.exec(text.slice(start, start + PROLOG)) : null) ?? []
  const named = type === undefined || type === 'plist' ? definition : (definition ?? type)
  const before = start >= 0 ? text.slice(0, start) : ''
  return named === undefined ||
    APPLE.test(named) ||
    before.includes('<plist') ||
    before.lastIndexOf('<!--') > before.lastIndexOf('-->')
    ? null
    : named
}

/** More stands before no property list. */
const PROLOG = 4000

type Duplicate = Extract<Remark, { code: 'duplicate-key' }>

function duplicateKeys({ text, root, repeats, spans }: SpannedText): Duplicate[] {
  const found: Duplicate[] = []
  const placeOf = placesIn(text)
  visit(root, (node, path) => {
    const own = node.type === 'dict' ? repeats.get(node) : undefined
    if (node.type !== 'dict' || !own) {
      return
    }
    const starts = new Map<string, number[]>()
    for (const { key, start } of own) {
      const known = starts.get(key)
      if (!known) {
        starts.set(key, [start])
      } else if (known.length < MOST_LINES) {
        known.push(start)
      }
    }
    for (const { key, value } of node.entries) {
      const before = starts.get(key)
      if (before) {
        const all = [...before, spans.get(value)?.key?.start ?? 0]
        found.push({
          code: 'duplicate-key',
          path: [...path, key],
          lines: all.map((start) => placeOf(start).line),
        })
      }
    }
  })
  return found
}

/** Of a key that stands more often than this, only the first lines and the last one are told. */
const MOST_LINES = 5

/** The strings of the tree that stand in the text with a carriage return as it is, not as a reference. */
function withReturns({ text, spans }: SpannedText, root: PlistValue): PlistPath[] {
  const found: PlistPath[] = []
  visit(root, (node, path) => {
    const span = node.type === 'string' && node.value.includes('\r') ? spans.get(node) : undefined
    if (span && text.slice(span.start, span.end).includes('\r')) {
      found.push(path)
    }
  })
  return found
}

function visit(
  node: PlistValue,
  see: (node: PlistValue, path: PlistPath) => void,
  path: PlistPath = [],
): void {
  see(node, path)
  if (node.type === 'dict') {
    for (const { key, value } of node.entries) {
      visit(value, see, [...path, key])
    }
  } else if (node.type === 'array') {
    for (const [index, item] of node.items.entries()) {
      visit(item, see, [...path, index])
    }
  }
}
