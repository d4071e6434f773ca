import { type PlistError, type TextRepair, textError } from '../errors'
import { holdsElements, removal, replacement } from '../repairs'
import { isElement } from './elements'
import { typographicQuotes, withoutDashes } from './markup'

/** The first lines of every property list that Apple's tools write. */
export const APPLE_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'
export const APPLE_DOCTYPE =
  '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">'

const BYTE_ORDER_MARK = 0xfeff
const DECLARATION =
  /<\?xml\s+version\s*=\s*(["'])1\.[0-9]+\1(?:\s+encoding\s*=\s*(["'])[A-Za-z][\w.-]*\2)?(?:\s+standalone\s*=\s*(["'])(?:yes|no)\3)?\s*\?>/y
/** The reader of macOS ends the declaration at the first ">" and refuses "[", also in quotes (CFPropertyList.c). */
const DOCTYPE =
  /<!DOCTYPE\s+[A-Za-z_][\w.:-]*(?:\s+(?:SYSTEM|PUBLIC\s+(?:"[-'()+,./:=?;!*#@$_%\s\w]*"|'[-()+,./:=?;!*#@$_%\s\w]*'))\s+(?:"[^"[>]*"|'[^'[>]*'))?\s*>/y
const START_OF_PLIST = /<\?xml\s|<!DOCTYPE\s+plist|<plist[\s>]/

/** What may be ILLEGAL: one plain set of characters, which is found several times as fast. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be found
const SUSPECT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/

/** Not a Char of XML 1.0 section 2.2, or half a surrogate pair. */
const ILLEGAL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be found
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

/**
 * The offset where the content of an XML property list starts, behind byte order mark and declaration.
 * Throws PlistError when the text does not start as XML or holds a character that XML forbids anywhere.
 */
export function startOfDocument(text: string): number {
  const start = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0
  DECLARATION.lastIndex = start
  const declared = DECLARATION.test(text)
  const content = DECLARATION.lastIndex
  const fault = (declared ? undefined : startFault(text, start)) ?? characterFault(text)
  if (fault) {
    throw fault
  }
  return declared ? content : start
}

/** The offset behind the document type declaration at `start`. Only an external identifier is allowed in it. */
export function scanDoctype(text: string, start: number): number {
  DOCTYPE.lastIndex = start
  if (DOCTYPE.test(text)) {
    return DOCTYPE.lastIndex
  }
  throw doctypeFault(text, start)
}

function startFault(text: string, start: number): PlistError | undefined {
  const first = start + text.slice(start).search(/\S/)
  if (first < start) {
    return textError('empty-file', 'The file is empty; export it again.', { text, start: 0, end: 0 })
  }
  const head = text.slice(first, first + 100)
  const declaration = /^<\?xml(?!-)/i.test(head)
  if (declaration && first > start) {
    const message = 'Nothing may stand before the XML declaration, not even white space; remove it.'
    const repair = replacement('Remove the white space before the XML declaration', start, first, '')
    return textError('space-before-declaration', message, { text, start, end: first + 5 }, repair)
  }
  if (declaration) {
    return declarationFault(text, start)
  }
  if (/^<(?:!DOCTYPE\s+)?html[\s>]/i.test(head)) {
    const message = 'This is a web page, not a property list; download the file itself.'
    return textError('web-page', message, { text, start: first, end: first + 40 })
  }
  return head.startsWith('<') ? undefined : foreignStart(text, start, first)
}

function foreignStart(text: string, start: number, first: number): PlistError {
  const where = { text, start: first, end: first + 40 }
  if (text.startsWith('&lt;', first)) {
    const plain = unescapeHtml(text.slice(start))
    const repair = replacement('Turn the HTML codes back into XML', start, text.length, plain)
    return textError(
      'html-escaped',
      'The XML was copied out of a web page and its "<" have become "&lt;".',
      where,
      repair,
    )
  }
  const later = text.slice(first).search(START_OF_PLIST)
  if (later > 0) {
    const repair = holdsElements(text, start, first + later)
      ? undefined
      : replacement('Remove the text before the property list', start, first + later, '')
    const message = 'Other text stands before the property list; remove it.'
    return textError('text-before-start', message, { text, start: first, end: first + later }, repair)
  }
  if (/[{[]/.test(text.charAt(first))) {
    const message =
      'This looks like JSON or OpenStep text, not an XML property list; convert it with plutil first.'
    return textError('not-a-plist', message, where)
  }
  return textError(
    'not-a-plist',
    'This is not a property list; choose a .mobileconfig or .plist file.',
    where,
  )
}

const HTML_CODES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  '#34': '"',
  '#39': "'",
  amp: '&',
}

function unescapeHtml(text: string): string {
  return text.replaceAll(/&(lt|gt|quot|#34|#39|amp);/g, (code, name: string) => HTML_CODES[name] ?? code)
}

function declarationFault(text: string, start: number): PlistError {
  const close = text.indexOf('>', start)
  const end = close < 0 ? text.length : close + 1
  const quotes = typographicQuotes(text, start, end)
  if (quotes) {
    return quotes
  }
  const message = `The XML declaration is not written as XML requires; write ${APPLE_DECLARATION}.`
  const repair = replacement('Write the usual XML declaration', start, end, APPLE_DECLARATION)
  return textError('broken-declaration', message, { text, start, end }, close < 0 ? undefined : repair)
}

function doctypeFault(text: string, start: number): PlistError {
  const close = text.indexOf('>', start)
  const subset = text.indexOf('[', start)
  const title = "Write Apple's document type declaration"
  if (subset >= 0 && (close < 0 || subset < close)) {
    const last = /\]\s*>/.exec(text.slice(subset))
    const end = last ? subset + last.index + last[0].length : text.length
    const message =
      'A document type declaration with declarations of its own is refused; property lists need none.'
    const whole = last && !holdsElements(text, start, end)
    const repair = whole ? replacement(title, start, end, APPLE_DOCTYPE) : undefined
    return textError('internal-subset', message, { text, start, end }, repair)
  }
  const end = close < 0 ? text.length : close + 1
  const message =
    'The document type declaration is not written as XML requires; remove it or use the one Apple writes.'
  const repair = close < 0 ? undefined : replacement(title, start, end, APPLE_DOCTYPE)
  return (
    typographicQuotes(text, start, end) ?? textError('broken-doctype', message, { text, start, end }, repair)
  )
}

function characterFault(text: string): PlistError | undefined {
  const start = SUSPECT.test(text) ? text.search(ILLEGAL) : -1
  if (start < 0) {
    return undefined
  }
  const code = text.charCodeAt(start)
  if (/^[\0\s]*$/.test(text.slice(start))) {
    const message =
      'The file ends in NUL bytes, which some editors and download tools leave behind; remove them.'
    const repair = replacement('Remove the NUL bytes at the end', start, text.length, '')
    return textError('nul-after-end', message, { text, start, end: text.length }, repair)
  }
  const edits = [...text.matchAll(new RegExp(ILLEGAL, 'g'))].map((match) => ({
    start: match.index,
    end: match.index + 1,
    text: '',
  }))
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  const where = { text, start, end: start + 1 }
  if (code >= 0xd800 && code <= 0xdfff) {
    const message = `Half a character (${name}) stands here; remove it.`
    return textError('lone-surrogate', message, where, { title: 'Remove the half character', edits })
  }
  const message = `The invisible character ${name} stands here, which XML forbids; remove it.`
  return textError('control-character', message, where, { title: 'Remove the forbidden characters', edits })
}

/** The fault of a `<!…` that is neither comment nor CDATA, at `start`. */
export function markupFault(text: string, start: number): PlistError {
  const close = text.indexOf('>', start)
  const end = close < 0 ? text.length : close + 1
  const doctype = text.startsWith('<!DOCTYPE', start)
  const message = doctype
    ? 'The document type declaration belongs before the first element; remove this one.'
    : 'Only comments may start with "<!" here; remove this.'
  const element = /^<!(\/?)([a-z]+)[ \t\r\n>/]/.exec(text.slice(start, start + 20))
  if (element && isElement(element[2] as string)) {
    const mark = replacement('Remove the "!"', start + 1, start + 2, '')
    return textError(
      'broken-markup',
      'A "!" stands before the name of an element; remove it.',
      { text, start, end },
      mark,
    )
  }
  const whole = close > 0 && !text.slice(start + 1, end).includes('<')
  const repair = whole ? withoutMarkup(text, start, end) : undefined
  return textError(doctype ? 'broken-doctype' : 'broken-markup', message, { text, start, end }, repair)
}

/** A second document type goes; whatever else stands there, maybe the rest of a value, becomes a comment. */
function withoutMarkup(text: string, start: number, end: number): TextRepair {
  DOCTYPE.lastIndex = start
  if (DOCTYPE.test(text) && DOCTYPE.lastIndex === end) {
    return removal('Remove it', text, start, end)
  }
  const comment = `<!-- ${withoutDashes(text.slice(start + 1, end - 1))} -->`
  return replacement('Make it a comment', start, end, comment)
}
