import { textError } from '../errors'
import { replacement } from '../repairs'
import { scanClosingTag, scanComment, scanInstruction } from './markup'
import { ampersandFault, childFault, endFault, mismatch, REFERENCE } from './text-faults'

const SPECIAL = /[<&\]]/g
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

type Range = { readonly start: number; readonly end: number }

/** The content of an element that holds text only, and what stands in it besides text. */
export type Content = {
  /** References resolved, CDATA taken as it stands, comments and instructions left out. */
  readonly value: string
  /** The offset behind the closing tag. */
  readonly end: number
  /** Comments and instructions, which macOS takes in no value. */
  readonly markup: readonly Range[]
  /** Whether references or CDATA were resolved, which macOS does in `<key>`, `<string>` and `<real>` only. */
  readonly resolved: boolean
}

/**
 * The text of the element `name` whose content starts at `start`. Line ends stay as they are: the reader of macOS does
 * not fold them (CFPropertyList.c), although XML 1.0 section 2.11 would. Throws PlistError for what XML forbids.
 */
export function readText(text: string, start: number, name: string): Content {
  const markup: Range[] = []
  let value = ''
  let resolved = false
  let at = start
  for (;;) {
    const special = nextSpecial(text, at)
    value += text.slice(at, special)
    switch (text.charAt(special)) {
      case '&': {
        const reference = readReference(text, special)
        value += reference.value
        resolved = true
        at = reference.end
        break
      }
      case ']':
        refuseSectionEnd(text, special)
        value += ']'
        at = special + 1
        break
      case '<': {
        const inner = readMarkup(text, special, { name, start })
        if (inner.kind === 'closing') {
          return { value, end: inner.end, markup, resolved }
        }
        if (inner.kind === 'section') {
          value += text.slice(special + 9, inner.end - 3)
          resolved = true
        } else {
          markup.push({ start: special, end: inner.end })
        }
        at = inner.end
        break
      }
      default:
        throw endFault(text, start, name)
    }
  }
}

function nextSpecial(text: string, at: number): number {
  SPECIAL.lastIndex = at
  return SPECIAL.exec(text)?.index ?? text.length
}

type Element = { readonly name: string; readonly start: number }
type Inner = { readonly kind: 'closing' | 'section' | 'markup'; readonly end: number }

function readMarkup(text: string, at: number, element: Element): Inner {
  if (text.startsWith('</', at)) {
    const tag = scanClosingTag(text, at, element.name)
    if (tag.name !== element.name) {
      throw mismatch(text, tag, element)
    }
    return { kind: 'closing', end: tag.end }
  }
  if (text.startsWith('<!--', at)) {
    return { kind: 'markup', end: scanComment(text, at) }
  }
  if (text.startsWith('<![CDATA[', at)) {
    const close = text.indexOf(']]>', at)
    if (close < 0) {
      const message = 'A CDATA section opens here and never ends; close it with "]]>".'
      throw textError('broken-markup', message, { text, start: at, end: at + 40 })
    }
    return { kind: 'section', end: close + 3 }
  }
  if (text.startsWith('<?', at)) {
    return { kind: 'markup', end: scanInstruction(text, at) }
  }
  throw childFault(text, at, element)
}

/** The most digits, leading zeros included, that the reader of macOS takes in a reference. */
const MOST_DIGITS = 8

function readReference(text: string, at: number): { value: string; end: number } {
  REFERENCE.lastIndex = at
  const match = REFERENCE.exec(text)
  if (!match) {
    throw ampersandFault(text, at)
  }
  const end = REFERENCE.lastIndex
  if (match[1] !== undefined) {
    return { value: ENTITIES[match[1]] as string, end }
  }
  const digits = (match[2] ?? match[3]) as string
  const code = match[2] === undefined ? Number.parseInt(digits, 16) : Number(digits)
  if (!isCharacter(code)) {
    const message = `${match[0].slice(0, 60)} stands for a character that XML forbids; remove it.`
    const repair = replacement('Remove the forbidden character', at, end, '')
    throw textError('illegal-reference', message, { text, start: at, end }, repair)
  }
  if (digits.length > MOST_DIGITS) {
    const short = `&#${code};`
    const message = `macOS refuses a reference of more than ${MOST_DIGITS} digits; write ${short}.`
    const repair = replacement(`Write ${short}`, at, end, short)
    throw textError('illegal-reference', message, { text, start: at, end }, repair)
  }
  return { value: String.fromCodePoint(code), end }
}

/** Char of XML 1.0 section 2.2. */
function isCharacter(code: number): boolean {
  return code < 0x20
    ? code === 9 || code === 10 || code === 13
    : code < 0xd800 || (code > 0xdfff && code < 0xfffe) || (code > 0xffff && code < 0x110000)
}

function refuseSectionEnd(text: string, at: number): void {
  if (text.startsWith(']]>', at)) {
    const message =
      'XML allows "]]>" only at the end of a CDATA section; write "]]&gt;". macOS reads it all the same; Latchkey, as other readers of XML, does not.'
    const repair = replacement('Write "]]&gt;"', at, at + 3, ']]&gt;')
    throw textError('cdata-end-in-text', message, { text, start: at, end: at + 3 }, repair)
  }
}
