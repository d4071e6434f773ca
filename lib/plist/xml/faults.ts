import { lineAndColumn, type PlistError, type TextRepair, textError } from '../errors'
import { beforeSpace, indentAt, insertion, lineEnding, removal, replacement } from '../repairs'
import { meantElement } from './elements'
import { type Tag, withoutDashes } from './markup'

/** An element that is open where a fault is found, innermost last. */
export type OpenElement = { readonly name: string; readonly start: number }

type Range = { readonly start: number; readonly end: number }

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
  if (inner && ((container && inner.name !== 'plist') || tag.name.toLowerCase() === inner.name)) {
    const message = `</${tag.name}> stands where </${inner.name}> should; make the two tags agree.`
    const repair = replacement(`Write </${inner.name}>`, tag.start, tag.end, `</${inner.name}>`)
    return textError('mismatched-tag', message, where, repair)
  }
  const message = `</${tag.name}> closes nothing: no such element is open here; remove it.`
  // A name that is none of an element may be a key or a value that has lost its brackets.
  const repair =
    meantElement(tag.name) === undefined
      ? replacement('Make it a comment', tag.start, tag.end, `<!-- /${withoutDashes(tag.name)} -->`)
      : removal('Remove it', text, tag.start, tag.end)
  return textError('unexpected-closing-tag', message, where, repair)
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
  const boolean = /^bool(?:ean)?$/i.test(tag.name) ? booleanElement(text, tag) : undefined
  const meant = boolean ? undefined : meantElement(tag.name)
  const advice = meant ? `write <${meant}>` : 'use one of theirs, such as <string> or <true/>'
  const message = `Property lists have no element <${tag.name}>; ${advice}.`
  return textError(
    'unknown-element',
    message,
    where,
    boolean ?? (meant ? renaming(text, tag, meant) : undefined),
  )
}

/** The repair of `<boolean>true</boolean>` and its like. */
function booleanElement(text: string, tag: Tag): TextRepair | undefined {
  const match = /^\s*(?:(true|yes|1)|false|no|0)\s*<\/[\w.:-]+\s*>/i.exec(text.slice(tag.end, tag.end + 40))
  const value = match?.[1] !== undefined
  return match
    ? replacement(`Write <${value}/>`, tag.start, tag.end + match[0].length, `<${value}/>`)
    : undefined
}

/** Renames every tag of this name, as files that misspell an element once do so throughout. */
function renaming(text: string, tag: Tag, meant: string): TextRepair {
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
  return `The file is larger than ${Math.round(limit / 1_000_000)} MB, too large for a property list.`
}
