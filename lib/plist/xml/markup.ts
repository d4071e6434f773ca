import { type PlistError, type TextRepair, textError } from '../errors'
import { beforeSpace, insertion, removal, replacement } from '../repairs'
import { elementNames, isElement, meantElement } from './elements'

export type Tag = {
  readonly name: string
  readonly start: number
  readonly end: number
  readonly empty: boolean
}

const REFERENCE = '&(?:lt|gt|amp|quot|apos|#[0-9]+|#x[0-9a-fA-F]+);'
/** XML white space (XML 1.0 section 2.3), which is less than what "\\s" finds. */
const S = '[ \\t\\r\\n]'
/** An attribute. XML allows ">" in its value, but the reader of macOS ends the tag at it (CFPropertyList.c). */
const ATTRIBUTE = `${S}+[A-Za-z_:][\\w.:-]*${S}*=${S}*(?:"(?:[^"<&>]|${REFERENCE})*"|'(?:[^'<&>]|${REFERENCE})*')`
const OPENING = new RegExp(`<([A-Za-z_][\\w.:-]*)((?:${ATTRIBUTE})*)${S}*(/?)>`, 'y')
const CLOSING = /<\/([A-Za-z_][\w.:-]*)[ \t\r\n]*>/y
const INSTRUCTION = /<\?[A-Za-z_:][\w.:-]*(?=[ \t\r\n]|\?>)/y
const NAME = /<\/?\s*([A-Za-z_][\w.:-]*)/y

/** Quotation marks that word processors put in the place of " and '. */
const TYPOGRAPHIC = /[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\u2018\u2019\u201a\u201b\u2032]/g

/** Reads the opening or empty-element tag at `start` (XML 1.0 section 3.1); throws PlistError when it is broken. */
export function scanTag(text: string, start: number): Tag {
  OPENING.lastIndex = start
  const match = OPENING.exec(text)
  if (!match) {
    throw tagFault(text, start)
  }
  const end = OPENING.lastIndex
  const twice = match[2] === '' ? undefined : repeatedAttribute(match[2] as string)
  if (twice !== undefined) {
    const message = `The attribute ${twice} stands twice in one tag; keep one of the two.`
    throw textError(
      'broken-tag',
      message,
      { text, start, end },
      withoutAttributes(match[1] as string, start, end, match[3] === '/'),
    )
  }
  return { name: match[1] as string, start, end, empty: match[3] === '/' }
}

/** Reads the closing tag at `start`; `expected` is the element it should close, which makes for a better repair. */
export function scanClosingTag(text: string, start: number, expected: string | undefined): Tag {
  CLOSING.lastIndex = start
  const match = CLOSING.exec(text)
  if (match) {
    return { name: match[1] as string, start, end: CLOSING.lastIndex, empty: false }
  }
  throw closingTagFault(text, start, expected)
}

/** The offset behind the comment at `start`, which stands before the root element. Throws as `scanComment` does. */
export function scanFirstComment(text: string, start: number): number {
  if (text.startsWith('<!---->', start)) {
    // CFPropertyList.c looks for the end from one character too far on.
    const message = 'macOS does not see the end of an empty comment before the property list; remove it.'
    const where = { text, start, end: start + 7 }
    throw textError('broken-comment', message, where, removal('Remove it', text, start, start + 7))
  }
  return scanComment(text, start)
}

/** The offset behind the comment at `start` (XML 1.0 section 2.5). */
export function scanComment(text: string, start: number): number {
  const dashes = text.indexOf('--', start + 4)
  if (dashes >= 0 && text.charCodeAt(dashes + 2) === 62) {
    return dashes + 3
  }
  const close = text.indexOf('-->', start + 4)
  if (close < 0) {
    const message = 'A comment opens here and never ends; close it with "-->".'
    throw textError('broken-comment', message, { text, start, end: start + 40 })
  }
  const inner = text.slice(start + 4, close)
  const edits = [{ start: start + 4, end: close, text: withoutDashes(inner) }]
  // A comment that opens inside may tell that the end of the first one is damaged, and what is between them is no comment.
  const repair = inner.includes('<!--')
    ? undefined
    : { title: 'Separate the hyphens inside the comment', edits }
  throw textError(
    'broken-comment',
    'XML allows no "--" inside a comment; take one of the two hyphens away. macOS reads it all the same; Latchkey, as other readers of XML, does not.',
    { text, start: dashes, end: close + 3 },
    repair,
  )
}

/** The text of a comment as XML allows it: no two hyphens in a row, none at the end. */
export function withoutDashes(comment: string): string {
  const separated = comment.replaceAll(/-(?=-)/g, '- ')
  return separated.endsWith('-') ? `${separated} ` : separated
}

/** The offset behind the processing instruction at `start` (XML 1.0 section 2.6). */
export function scanInstruction(text: string, start: number): number {
  const close = text.indexOf('?>', start + 2)
  const end = close < 0 ? text.length : close + 2
  if (/^<\?xml(?![\w.:-])/i.test(text.slice(start, start + 6))) {
    const message = 'An XML declaration belongs at the very start of the file; remove this one.'
    const repair = text.slice(start + 1, end).includes('<')
      ? undefined
      : removal('Remove the XML declaration', text, start, end)
    throw textError('broken-declaration', message, { text, start, end }, repair)
  }
  INSTRUCTION.lastIndex = start
  if (close < 0 || !INSTRUCTION.test(text)) {
    const message =
      'A processing instruction starts with "<?" and a name and ends with "?>"; correct or remove this one.'
    throw textError('broken-instruction', message, { text, start, end: Math.min(end, start + 40) })
  }
  return end
}

/** The fault when `start` to `end` holds typographic quotes where XML needs straight ones. */
export function typographicQuotes(text: string, start: number, end: number): PlistError | undefined {
  const found = [...text.slice(start, end).matchAll(TYPOGRAPHIC)]
  if (found.length === 0) {
    return undefined
  }
  const edits = found.map((match) => ({
    start: start + match.index,
    end: start + match.index + 1,
    text: '"',
  }))
  return textError(
    'typographic-quotes',
    'XML needs straight quotation marks here; a word processor has made them typographic.',
    { text, start, end },
    { title: 'Make the quotation marks straight', edits },
  )
}

function repeatedAttribute(attributes: string): string | undefined {
  const seen = new Set<string>()
  for (const match of attributes.matchAll(/([\w.:-]+)\s*=\s*(?:"[^"]*"|'[^']*')/g)) {
    const name = match[1] as string
    if (seen.has(name)) {
      return name
    }
    seen.add(name)
  }
  return undefined
}

function tagFault(text: string, start: number): PlistError {
  NAME.lastIndex = start
  const name = NAME.exec(text)?.[1]
  const next = text.indexOf('<', start + 1)
  const limit = next < 0 ? text.length : next
  if (name === undefined) {
    const message = 'A "<" must start an element here; write "&lt;" when you mean the character itself.'
    return textError('broken-markup', message, { text, start, end: Math.min(limit, start + 40) })
  }
  const close = text.indexOf('>', start)
  if (close < 0 || close > limit) {
    const at = beforeSpace(text, limit)
    const message = `The tag <${name} has no ">"; put one at its end.`
    return textError('unclosed-tag', message, { text, start, end: at }, closingBracket(text, start, at))
  }
  const end = close + 1
  return typographicQuotes(text, start, end) ?? attributeFault(text, name, start, end)
}

/** The repair of a tag without ">": at the end of its attributes, or behind the name when a text follows it at once. */
function closingBracket(text: string, start: number, at: number): TextRepair | undefined {
  const tag = text.slice(start, at)
  const name = /^<([A-Za-z_][\w.:-]*)/.exec(tag)?.[1] ?? ''
  if (isOpening(`${tag}>`) && (meantElement(name) !== undefined || !startsElement(name))) {
    return insertion('Add the missing ">"', at, '>')
  }
  const element = startsElement(name)
  return element ? insertion('Add the missing ">"', start + 1 + element.length, '>') : undefined
}

/** The element whose name stands at the start of a word, such as "string" in "stringAcme". */
function startsElement(word: string): string | undefined {
  return elementNames.find((element) => word.startsWith(element))
}

function isOpening(tag: string): boolean {
  OPENING.lastIndex = 0
  return OPENING.test(tag) && OPENING.lastIndex === tag.length
}

function attributeFault(text: string, name: string, start: number, end: number): PlistError {
  const tag = text.slice(start, end)
  const quotedBracket = /^<[^<>]*=\s*(?:"[^"<]*>[^"<]*"|'[^'<]*>[^'<]*')/.exec(
    text.slice(start, start + 1000),
  )
  if (quotedBracket) {
    const message = `macOS ends the tag <${name}> at the ">" inside the quotation marks; write "&gt;" there.`
    const repair = replacement('Write ">" as "&gt;"', end - 1, end, '&gt;')
    return textError('broken-tag', message, { text, start, end }, repair)
  }
  const quoted = tag.replaceAll(/=\s*([^\s"'<>/]+)(?=[\s/>])/g, '="$1"')
  const message = `The tag <${name}> is not written as XML requires; attributes have the form name="value".`
  const repair = isOpening(quoted)
    ? replacement('Put the attribute in quotation marks', start, end, quoted)
    : /^<[\w.:-]+(?:[^\w]*|[^>]*=[^>]*)>$/.test(tag)
      ? withoutAttributes(name, start, end, tag.endsWith('/>'))
      : undefined
  return textError('broken-tag', message, { text, start, end }, repair)
}

function withoutAttributes(name: string, start: number, end: number, empty: boolean): TextRepair | undefined {
  if (!isElement(name)) {
    return undefined
  }
  const tag = name === 'plist' ? '<plist version="1.0">' : empty ? `<${name}/>` : `<${name}>`
  return replacement(`Write the tag as ${tag}`, start, end, tag)
}

function closingTagFault(text: string, start: number, expected: string | undefined): PlistError {
  NAME.lastIndex = start
  const name = NAME.exec(text)?.[1]
  const end = name === undefined ? start + 2 : NAME.lastIndex
  const meant = expected !== undefined && (name === undefined || expected.startsWith(name)) ? expected : name
  const closes = text.charCodeAt(end) === 62
  if (isScalar(expected) && name !== undefined && meant === name && meantElement(name) === undefined) {
    const message = `Property lists have no element <${name}>; write "<" as "&lt;" when you mean the character.`
    const escaped = replacement('Write "<" as "&lt;"', start, start + 1, '&lt;')
    return textError('element-in-value', message, { text, start, end }, escaped)
  }
  const repair =
    meant === undefined
      ? undefined
      : replacement(`Write the tag as </${meant}>`, start, closes ? end + 1 : end, `</${meant}>`)
  if (closes || name === undefined) {
    return textError(
      'broken-tag',
      'This closing tag is not written as XML requires.',
      { text, start, end: end + 1 },
      repair,
    )
  }
  const message = `The closing tag </${name} has no ">"; put one at its end.`
  return textError('unclosed-tag', message, { text, start, end }, repair)
}

/** Whether an element of this name holds text. */
function isScalar(name: string | undefined): boolean {
  return name !== undefined && isElement(name) && !/^(?:plist|dict|array)$/.test(name)
}
