import { lineAndColumn, type PlistError, textError } from '../errors'

type Range = { readonly start: number; readonly end: number }

/** A key that is not in a dict. */
export function misplacedKey(text: string, range: Range, inside: string): PlistError {
  const where = { text, ...range }
  return textError(
    'misplaced-key',
    `<${inside}> holds no keys; put the key and its value into a <dict>.`,
    where,
  )
}

/** A key that is followed by another key or by the end of its dict. */
export function keyWithoutValue(text: string, key: string, range: Range): PlistError {
  const message = `The key ${quote(key)} has no value; give it one or remove it.`
  return textError('key-without-value', message, { text, ...range })
}

/** A key that its dict already has, in OpenStep text; `first` is where the earlier one starts. */
export function duplicateKey(text: string, key: string, range: Range, first: number): PlistError {
  const { line } = lineAndColumn(text, first)
  const message = `The key ${quote(key)} stands twice in one dict, first in line ${line}; keep one of the two.`
  return textError('duplicate-key', message, { text, ...range })
}

type Stray = {
  readonly range: Range
  /** The start of the dict's content. */
  readonly content: number
  /** The key before, when there is one. */
  readonly before: string | undefined
}

/** A value in a dict with no key before it. No repair takes a value away: it may be the one that is meant. */
export function strayValue(text: string, { range, content, before }: Stray): PlistError {
  const where = { text, ...range }
  if (before !== undefined) {
    const message = `The key ${quote(before)} has two values; remove one of them, or give the second a key.`
    return textError('second-value', message, where)
  }
  const end = endOfKeyless(text, content)
  if (end === undefined) {
    const message = 'A value stands in a <dict> without a key; put a <key> before it or remove it.'
    return textError('value-without-key', message, where)
  }
  const opening = text.lastIndexOf('<dict', content - 1)
  const edits = [
    { start: opening + 1, end: opening + 5, text: 'array' },
    { start: end + 2, end: end + 6, text: 'array' },
  ]
  const message = 'This <dict> holds values but no keys; make it an <array> or put a <key> before each value.'
  return textError('dict-without-keys', message, where, { title: 'Make the <dict> an <array>', edits })
}

/** Where the dict whose content starts at `content` closes, when no key stands directly in it. */
function endOfKeyless(text: string, content: number): number | undefined {
  const tags = /<(\/?)(dict|array|key)(?=[\s/>])[^<>]*?(\/?)>/g
  tags.lastIndex = content
  let depth = 0
  for (let match = tags.exec(text); match; match = tags.exec(text)) {
    if (depth === 0 && match[2] === 'key') {
      return undefined
    }
    if (match[2] === 'key' || match[3]) {
      continue
    }
    if (match[1] && depth === 0) {
      return match[2] === 'dict' ? match.index : undefined
    }
    depth += match[1] ? -1 : 1
  }
  return undefined
}

function quote(key: string): string {
  return `“${key.length > 60 ? `${key.slice(0, 59)}…` : key}”`
}
