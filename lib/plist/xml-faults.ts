import { lineAndColumn, type PlistError, type TextRepair, textError } from './errors'
import { beforeSpace, indentAt, insertion, lineEnding, removal, replacement } from './repairs'
import { meantElement } from './xml-elements'
import type { Tag } from './xml-markup'

/** An element that is open where a fault is found, innermost last. */
export type OpenElement = { readonly name: string; readonly start: number }

type Range = { readonly start: number; readonly end: number }

/** Text where only elements may stand. */
export function strayText(text: string, start: number, inside: string | undefined): PlistError {
  const next = text.indexOf('<', start)
  const end = beforeSpace(text, next < 0 ? text.length : next)
  const where = { text, start, end }
  if (inside === undefined) {
    const repair = replacement(
      'Remove what follows the property list',
      beforeSpace(text, start),
      text.length,
      '\n',
    )
    const message = 'Something follows the end of the property list; remove it.'
    return textError('text-after-end', message, where, repair)
  }
  const message = `Text stands in <${inside}> outside any value; remove it, or put it in an element.`
  return textError('text-outside-value', message, where, removal('Remove the text', text, start, end))
}

/** The file ends while elements are open. */
export function openAtEnd(text: string, open: readonly OpenElement[]): PlistError {
  const last = open.at(-1)
  const end = beforeSpace(text, text.length)
  if (!last) {
    return emptyPlist(text, end, end)
  }
  const message = `The file ends before </${last.name}>; part of it may be missing, so compare it with the original.`
  const repair = insertion('Add the missing closing tags at the end', end, closingTags(text, open))
  return textError('unexpected-end', message, { text, start: last.start, end: last.start + 40 }, repair)
}

/** A `<plist>` element with no value in it. */
export function emptyPlist(text: string, start: number, end: number): PlistError {
  const message = 'The file holds no value; a property list needs a <dict> or another value inside <plist>.'
  return textError('empty-plist', message, { text, start, end })
}

/** A closing tag that does not close the innermost open element. */
export function wrongClosingTag(text: string, tag: Tag, open: readonly OpenElement[]): PlistError {
  const where = { text, start: tag.start, end: tag.end }
  const inner = open.at(-1)
  const at = open.findLastIndex(({ name }) => name === tag.name)
  if (inner && at >= 0) {
    const { line } = lineAndColumn(text, inner.start)
    const message = `<${inner.name}> of line ${line} is still open here; close it with </${inner.name}> first.`
    const missing = closingTags(text, open.slice(at + 1))
    const place = beforeSpace(text, tag.start)
    return textError(
      'missing-closing-tag',
      message,
      where,
      insertion('Add the missing closing tag', place, missing),
    )
  }
  const container = tag.name.toLowerCase() === 'dict' || tag.name.toLowerCase() === 'array'
  if (inner && (container || tag.name.toLowerCase() === inner.name)) {
    const message = `</${tag.name}> stands where </${inner.name}> should; make the two tags agree.`
    const repair = replacement(`Write </${inner.name}>`, tag.start, tag.end, `</${inner.name}>`)
    return textError('mismatched-tag', message, where, repair)
  }
  const message = `</${tag.name}> closes nothing: no such element is open here; remove it.`
  return textError('unexpected-closing-tag', message, where, removal('Remove it', text, tag.start, tag.end))
}

function closingTags(text: string, open: readonly OpenElement[]): string {
  const newline = lineEnding(text)
  return open
    .toReversed()
    .map(({ name, start }) => `${newline}${newline && indentAt(text, start)}</${name}>`)
    .join('')
}

/** An element that property lists do not have. */
export function unknownElement(text: string, tag: Tag): PlistError {
  const where = { text, start: tag.start, end: tag.end }
  const meant = meantElement(tag.name)
  const message = `Property lists have no element <${tag.name}>; ${meant ? `write <${meant}>.` : 'use one of theirs, such as <string>.'}`
  return textError(
    'unknown-element',
    message,
    where,
    meant === undefined ? undefined : renaming(text, tag, meant),
  )
}

/** Renames every tag of this name, as files that misspell an element once do so throughout. */
function renaming(text: string, tag: Tag, meant: string): TextRepair {
  const boolean = /^\s*(true|yes|1|false|no|0)\s*<\/[\w.:-]+\s*>/i.exec(text.slice(tag.end, tag.end + 40))
  if (boolean && /^bool/i.test(tag.name)) {
    const value = /true|yes|1/i.test(boolean[1] as string)
    return replacement(`Write <${value}/>`, tag.start, tag.end + boolean[0].length, `<${value}/>`)
  }
  const pattern = new RegExp(`(</?)${tag.name.replaceAll('.', '\\.')}(?=[\\s/>])`, 'g')
  const edits = [...text.matchAll(pattern)].map((match) => {
    const start = match.index + (match[1] as string).length
    return { start, end: start + tag.name.length, text: meant }
  })
  return { title: `Write <${meant}> for every <${tag.name}>`, edits }
}

/** A `<plist>` inside another element or behind a value. */
export function nestedPlist(text: string, range: Range): PlistError {
  const message = 'A <plist> may stand only at the outermost level; remove this tag and its closing tag.'
  return textError('nested-plist', message, { text, ...range })
}

/** A second value, or a second document, where one has ended. */
export function secondRoot(text: string, start: number, inPlist: boolean): PlistError {
  const where = { text, start, end: start + 40 }
  if (inPlist) {
    return textError(
      'two-roots',
      'A property list holds one value; put the values into one <array> or <dict>.',
      where,
    )
  }
  return textError(
    'two-roots',
    'A second property list follows the first; keep each in a file of its own.',
    where,
  )
}

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
  const repair = removal(`Remove the key ${quote(key)}`, text, range.start, range.end)
  return textError('key-without-value', message, { text, ...range }, repair)
}

/** A key that its dict already has. `first` is the earlier entry from its key to the end of its value. */
export function duplicateKey(text: string, key: string, range: Range, first: Range | undefined): PlistError {
  const line = first && lineAndColumn(text, first.start).line
  const message = `The key ${quote(key)} stands twice in one dict, first in line ${line}; keep one of the two.`
  // Readers that accept the file take the last value, so keeping that one changes nothing for the Mac.
  const repair =
    first && removal(`Remove the first ${quote(key)}, which has no effect`, text, first.start, first.end)
  return textError('duplicate-key', message, { text, ...range }, repair)
}

type Stray = {
  readonly range: Range
  /** The start of the dict's content. */
  readonly content: number
  /** The key before, when there is one. */
  readonly before: string | undefined
}

/** A value in a dict with no key before it. */
export function strayValue(text: string, { range, content, before }: Stray): PlistError {
  const where = { text, ...range }
  if (before !== undefined) {
    const message = `The key ${quote(before)} has two values; remove one of them, or give the second a key.`
    return textError(
      'second-value',
      message,
      where,
      removal('Remove the second value', text, range.start, range.end),
    )
  }
  const end = endOfKeyless(text, content)
  if (end === undefined) {
    const message = 'A value stands in a <dict> without a key; put a <key> before it or remove it.'
    return textError(
      'value-without-key',
      message,
      where,
      removal('Remove the value', text, range.start, range.end),
    )
  }
  const opening = text.lastIndexOf('<dict', content)
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

/** More values or levels than the reader takes. */
export function tooMany(text: string, start: number, what: 'values' | 'levels', limit: number): PlistError {
  const where = { text, start, end: start + 20 }
  return what === 'values'
    ? textError(
        'too-many-values',
        `The file holds more than ${limit} values, too many to open; split it.`,
        where,
      )
    : textError('too-deep', `The file nests deeper than ${limit} levels, too deep to open.`, where)
}

/** A text that is longer than the reader takes. */
export function tooLarge(text: string, limit: number): PlistError {
  return textError('too-large', tooLargeMessage(limit), { text, start: 0, end: 0 })
}

/** The sentence for files over the size limit, which is in bytes. */
export function tooLargeMessage(limit: number): string {
  return `The file is larger than ${Math.round(limit / 1024 / 1024)} MB, too large for a property list.`
}

function quote(key: string): string {
  return `“${key.length > 60 ? `${key.slice(0, 59)}…` : key}”`
}
