import { type PlistError, type TextRepair, textError } from '../errors'
import { beforeSpace, insertion, isSpace, replacement } from '../repairs'
import { elementNames } from './elements'
import { withoutDashes } from './markup'

type Range = { readonly start: number; readonly end: number }

/** Where the text stands: in which element, whether before the root element, and behind which key without a value. */
type Place = {
  readonly kind: 'document' | 'plist' | 'dict' | 'array'
  readonly atStart: boolean
  readonly waiting: string | undefined
}

/**
 * Text where only elements may stand. A repair never takes it away, for it may be a value: it completes the element that
 * the text belongs to, or turns the text into a comment.
 */
export function strayText(text: string, start: number, place: Place): PlistError {
  const range = textRange(text, start)
  const where = { text, ...range }
  const damaged = damagedElement(text, range) ?? lostElement(text, range, place)
  if (damaged) {
    return textError('text-outside-value', damaged.message, where, damaged.repair)
  }
  if (place.kind === 'document') {
    const [code, message] = place.atStart
      ? ([
          'text-before-start',
          'Text stands before the property list; remove it, or make it a comment.',
        ] as const)
      : ([
          'text-after-end',
          'Text stands behind the property list; remove it, or make it a comment. macOS does not look there; Latchkey, as other readers of XML, refuses it.',
        ] as const)
    const more = !place.atStart || text.includes('<', start)
    return textError(code, message, where, more ? commented(text, [range]) : undefined)
  }
  const message = `Text stands in <${place.kind}> outside any value; put it in an element, or make it a comment.`
  return textError('text-outside-value', message, where, commented(text, strayTexts(text, range)))
}

const LOST_BRACKET = new RegExp(`^/?(?:${elementNames.join('|')})(?:[ \\t\\r\\n][^<>]*)?/?>`)
const CLOSING_SCALAR = /^\s*<\/(key|string|integer|real|date|data)[ \t\r\n]*>/

/** Text that is the rest of a tag without "<", or the content of an element without its opening tag. */
function damagedElement(
  text: string,
  { start, end }: Range,
): { message: string; repair: TextRepair } | undefined {
  const tag = LOST_BRACKET.exec(text.slice(start, end))?.[0]
  if (tag !== undefined) {
    const message = `A "<" is missing before "${shortened(tag)}"; put one there.`
    return { message, repair: insertion('Add the missing "<"', start, '<') }
  }
  const name = CLOSING_SCALAR.exec(text.slice(end, end + 200))?.[1]
  if (name === undefined) {
    return undefined
  }
  const message = `The text before </${name}> has no <${name}> before it; put one there.`
  return { message, repair: insertion(`Add the missing <${name}>`, start, `<${name}>`) }
}

/** Text that stands where the value of a key should. Whether a number is one or is text cannot be told. */
function lostElement(
  text: string,
  { start, end }: Range,
  { waiting }: Place,
): { message: string; repair: TextRepair | undefined } | undefined {
  if (waiting === undefined || !isValuePlace(text, end)) {
    return undefined
  }
  const value = text.slice(start, end)
  const boolean = /^(?:(true|yes)|false|no)$/i.exec(value)
  const element = boolean ? `<${boolean[1] !== undefined}/>` : `<string>${escaped(value)}</string>`
  const title = boolean ? `Write ${element}` : 'Make it a <string>'
  const message = `The value of the key “${shortened(waiting)}” stands in no element; put it in one, such as <string>.`
  return { message, repair: /^[\d.,+-]+$/.test(value) ? undefined : replacement(title, start, end, element) }
}

/** Whether the dict goes on with the next key, or ends, at `at`. */
function isValuePlace(text: string, at: number): boolean {
  return /^\s*<(?:key>|\/dict>)/.test(text.slice(at, at + 200))
}

function escaped(value: string): string {
  return value
    .replaceAll(/&(?!(?:lt|gt|amp|quot|apos|#\d+|#x[\da-fA-F]+);)/g, '&amp;')
    .replaceAll('>', '&gt;')
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}

const SPACES: Readonly<Record<string, string>> = { '\\t': '\t', '\\n': '\n', '\\r': '\r' }

function commented(text: string, ranges: readonly Range[]): TextRepair {
  const edits = ranges.map(({ start, end }) => {
    const stray = text.slice(start, end)
    // Tabs and line breaks that a script wrote as their escapes.
    const space = /^(?:\\[tnr])+$/.test(stray) ? stray.replaceAll(/\\./g, (name) => SPACES[name] ?? '') : ''
    return { start, end, text: space || `<!-- ${withoutDashes(stray)} -->` }
  })
  const title = edits.length === 1 ? 'Make it a comment' : `Make it a comment, in ${edits.length} places`
  return { title, edits }
}

/** Tags behind which only white space and other tags may stand, and what may hold such tags as text. */
const BEFORE_STRAY = /<\/[\w.:-]+\s*>|<[\w.:-]+\s*\/>|<(?:dict|array)>|<!--|<!\[CDATA\[|<\?/g
const ENDS: Readonly<Record<string, string>> = { '<!--': '-->', '<![CDATA[': ']]>', '<?': '?>' }

/** The stray text `first` and every further one in the file that is no value of a key and no piece of an element. */
function strayTexts(text: string, first: Range): Range[] {
  const found = [first]
  BEFORE_STRAY.lastIndex = first.end
  for (let match = BEFORE_STRAY.exec(text); match; match = BEFORE_STRAY.exec(text)) {
    const closer = ENDS[match[0]]
    const close = closer === undefined ? match.index : text.indexOf(closer, match.index + match[0].length)
    if (close < 0) {
      break
    }
    if (closer !== undefined) {
      BEFORE_STRAY.lastIndex = close
      continue
    }
    const range = textRange(text, BEFORE_STRAY.lastIndex)
    const value = match[0].startsWith('</key') && isValuePlace(text, range.end)
    const stray = range.end > range.start && !value && !match[0].startsWith('</plist')
    if (stray && !damagedElement(text, range)) {
      found.push(range)
    }
  }
  return found
}

/** The text from `from` to the next tag, without the white space around it. */
function textRange(text: string, from: number): Range {
  const next = text.indexOf('<', from)
  const end = beforeSpace(text, next < 0 ? text.length : next)
  let start = from
  while (start < end && isSpace(text.charCodeAt(start))) {
    start += 1
  }
  return { start, end: Math.max(start, end) }
}
