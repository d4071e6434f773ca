import { type PlistError, textError } from './errors'
import { beforeSpace, insertion, replacement } from './repairs'
import { isElement } from './xml-elements'
import { scanClosingTag, scanComment, scanInstruction } from './xml-markup'

const SPECIAL = /[<&\r\]]/g
const REFERENCE = /&(?:(lt|gt|amp|quot|apos)|#([0-9]+)|#x([0-9a-fA-F]+));/y
const NAMED = /&([A-Za-z][A-Za-z0-9]*);/y
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** HTML entities that turn up in property lists; XML does not know them. */
const HTML_ENTITIES: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  copy: '\u00a9',
  reg: '\u00ae',
  trade: '\u2122',
  hellip: '\u2026',
  ndash: '\u2013',
  mdash: '\u2014',
  lsquo: '\u2018',
  rsquo: '\u2019',
  ldquo: '\u201c',
  rdquo: '\u201d',
  bull: '\u2022',
  euro: '\u20ac',
  auml: '\u00e4',
  ouml: '\u00f6',
  uuml: '\u00fc',
  szlig: '\u00df',
  eacute: '\u00e9',
}

/**
 * The text of the element `name` whose content starts at `start`, and the offset behind its closing tag.
 * References are resolved, CDATA taken as it stands, comments and instructions left out, line ends made LF
 * (XML 1.0 sections 2.4 to 2.11). Throws PlistError for everything else.
 */
export function readText(text: string, start: number, name: string): { value: string; end: number } {
  let value = ''
  let at = start
  for (;;) {
    const special = nextSpecial(text, at)
    value += text.slice(at, special)
    switch (text.charAt(special)) {
      case '&': {
        const reference = readReference(text, special)
        value += reference.value
        at = reference.end
        break
      }
      case '\r':
        value += '\n'
        at = special + (text.charCodeAt(special + 1) === 10 ? 2 : 1)
        break
      case ']':
        refuseSectionEnd(text, special)
        value += ']'
        at = special + 1
        break
      case '<': {
        const inner = readMarkup(text, special, { name, start })
        if (inner.closed) {
          return { value, end: inner.end }
        }
        value += inner.value
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

function readMarkup(
  text: string,
  at: number,
  element: Element,
): { value: string; end: number; closed?: true } {
  if (text.startsWith('</', at)) {
    const tag = scanClosingTag(text, at, element.name)
    if (tag.name !== element.name) {
      throw mismatch(text, tag, element)
    }
    return { value: '', end: tag.end, closed: true }
  }
  if (text.startsWith('<!--', at)) {
    return { value: '', end: scanComment(text, at) }
  }
  if (text.startsWith('<![CDATA[', at)) {
    const close = text.indexOf(']]>', at)
    if (close < 0) {
      const message = 'A CDATA section opens here and never ends; close it with "]]>".'
      throw textError('broken-markup', message, { text, start: at, end: at + 40 })
    }
    return { value: text.slice(at + 9, close).replaceAll(/\r\n?/g, '\n'), end: close + 3 }
  }
  if (text.startsWith('<?', at)) {
    return { value: '', end: scanInstruction(text, at) }
  }
  throw childFault(text, at, element)
}

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
  const code = match[2] === undefined ? Number.parseInt(match[3] as string, 16) : Number(match[2])
  if (!isCharacter(code)) {
    const message = `${match[0]} stands for a character that XML forbids; remove it.`
    const repair = replacement('Remove the forbidden character', at, end, '')
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
    const message = 'XML allows "]]>" only at the end of a CDATA section; write "]]&gt;".'
    const repair = replacement('Write "]]&gt;"', at, at + 3, ']]&gt;')
    throw textError('cdata-end-in-text', message, { text, start: at, end: at + 3 }, repair)
  }
}

function ampersandFault(text: string, at: number): PlistError {
  NAMED.lastIndex = at
  const name = NAMED.exec(text)?.[1]
  if (name === undefined) {
    const edits = rawAmpersands(text, at).map((start) => ({ start, end: start + 1, text: '&amp;' }))
    const title =
      edits.length === 1 ? 'Write "&" as "&amp;"' : `Write "&" as "&amp;" in ${edits.length} places`
    const message = 'In XML an "&" is written "&amp;".'
    return textError('raw-ampersand', message, { text, start: at, end: at + 20 }, { title, edits })
  }
  const end = at + name.length + 2
  const meant = Object.hasOwn(HTML_ENTITIES, name) ? HTML_ENTITIES[name] : undefined
  const repair =
    meant === undefined
      ? replacement(`Write &amp;${name};`, at, at + 1, '&amp;')
      : replacement(`Write the character itself`, at, end, meant)
  const message = `XML has no entity &${name}; write the character itself, or "&amp;" for an "&".`
  return textError('unknown-entity', message, { text, start: at, end }, repair)
}

const OPENERS = /<!--|<!\[CDATA\[|<\?|&/g
const CLOSERS: Readonly<Record<string, string>> = { '<!--': '-->', '<![CDATA[': ']]>', '<?': '?>' }

/** Every "&" from `from` on that starts no reference, outside comments, CDATA and instructions. */
function rawAmpersands(text: string, from: number): number[] {
  const found: number[] = []
  OPENERS.lastIndex = from
  for (let match = OPENERS.exec(text); match; match = OPENERS.exec(text)) {
    const closer = CLOSERS[match[0]]
    if (closer !== undefined) {
      const close = text.indexOf(closer, match.index)
      if (close < 0) {
        break
      }
      OPENERS.lastIndex = close
    } else if (!startsReference(text, match.index)) {
      found.push(match.index)
    }
  }
  return found
}

function startsReference(text: string, at: number): boolean {
  REFERENCE.lastIndex = at
  NAMED.lastIndex = at
  return REFERENCE.test(text) || NAMED.test(text)
}

function endFault(text: string, start: number, name: string): PlistError {
  const message = `The file ends inside <${name}>; part of it is missing, so get the whole file.`
  return textError('unexpected-end', message, { text, start, end: start + 40 })
}

function mismatch(
  text: string,
  tag: { name: string; start: number; end: number },
  element: Element,
): PlistError {
  const { name } = element
  const where = { text, start: tag.start, end: tag.end }
  if (tag.name === 'dict' || tag.name === 'array' || tag.name === 'plist') {
    return unclosed(text, tag.start, element)
  }
  const repair = replacement(`Write the tag as </${name}>`, tag.start, tag.end, `</${name}>`)
  return textError(
    'mismatched-tag',
    `<${name}> is closed by </${tag.name}>; make the two agree.`,
    where,
    repair,
  )
}

/** An element, or a bare "<", inside an element that holds text only. */
function childFault(text: string, at: number, element: Element): PlistError {
  const name = /^<([A-Za-z_][\w.:-]*)[\s/>]/.exec(text.slice(at, at + 60))?.[1]
  if (name !== undefined && isElement(name)) {
    return unclosed(text, at, element)
  }
  const repair = replacement('Write "<" as "&lt;"', at, at + 1, '&lt;')
  const where = { text, start: at, end: at + 20 }
  if (name === undefined) {
    return textError('raw-less-than', 'In XML a "<" is written "&lt;".', where, repair)
  }
  const message = `<${element.name}> holds text only, and <${name}> stands in it; write "<" as "&lt;".`
  return textError('element-in-value', message, where, repair)
}

/** A value whose closing tag is missing or damaged, found out at `at`, where the next tag stands. */
function unclosed(text: string, at: number, { name, start }: Element): PlistError {
  const end = beforeSpace(text, at)
  const broken = `/${name}>`
  if (text.slice(start, end).endsWith(broken)) {
    const slash = end - broken.length
    const message = `The closing tag of <${name}> has no "<"; put one before "${broken}".`
    return textError(
      'broken-closing-tag',
      message,
      { text, start: slash, end },
      insertion('Add the missing "<"', slash, '<'),
    )
  }
  const message = `<${name}> is not closed before the next tag; put </${name}> behind its text.`
  const oneLine = !/[\r\n]/.test(text.slice(start, end))
  const repair = oneLine ? insertion(`Add the missing </${name}>`, end, `</${name}>`) : undefined
  return textError('missing-closing-tag', message, { text, start, end: Math.max(end, at) }, repair)
}
