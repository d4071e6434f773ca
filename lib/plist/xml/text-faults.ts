import { type PlistError, textError } from '../errors'
import { beforeSpace, insertion, replacement } from '../repairs'
import { isElement, meantElement } from './elements'

export const REFERENCE = /&(?:(lt|gt|amp|quot|apos)|#([0-9]+)|#x([0-9a-fA-F]+));/y
export const NAMED = /&([A-Za-z][A-Za-z0-9]*);/y

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

/** An element that holds text only: its name, and where its content starts. */
type Element = { readonly name: string; readonly start: number }

/** An "&" that starts no reference XML knows. */
export function ampersandFault(text: string, at: number): PlistError {
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
      const close = text.indexOf(closer, match.index + match[0].length)
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

/** The text ends inside the element. */
export function endFault(text: string, start: number, name: string): PlistError {
  const message = `The file ends inside <${name}>; part of it is missing, so get the whole file.`
  return textError('unexpected-end', message, { text, start, end: start + 40 })
}

/** The element is closed by the tag of another. */
export function mismatch(
  text: string,
  tag: { name: string; start: number; end: number },
  element: Element,
): PlistError {
  const { name } = element
  const where = { text, start: tag.start, end: tag.end }
  if (tag.name === 'dict' || tag.name === 'array' || tag.name === 'plist') {
    return unclosed(text, tag.start, element)
  }
  if (meantElement(tag.name) === undefined) {
    const message = `Property lists have no element <${tag.name}>; write "<" as "&lt;" when you mean the character.`
    const escaped = replacement('Write "<" as "&lt;"', tag.start, tag.start + 1, '&lt;')
    return textError('element-in-value', message, where, escaped)
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
export function childFault(text: string, at: number, element: Element): PlistError {
  const name = /^<([A-Za-z_][\w.:-]*)[\s/>]/.exec(text.slice(at, at + 60))?.[1]
  if (name !== undefined && isElement(name)) {
    return slashMissing(text, at, { element, name }) ?? unclosed(text, at, element)
  }
  const repair = replacement('Write "<" as "&lt;"', at, at + 1, '&lt;')
  const where = { text, start: at, end: at + 20 }
  if (name === undefined) {
    return textError('raw-less-than', 'In XML a "<" is written "&lt;".', where, repair)
  }
  const message = `<${element.name}> holds text only, and <${name}> stands in it; write "<" as "&lt;".`
  return textError('element-in-value', message, where, repair)
}

/**
 * `<key>a<key>` before another tag: the second tag was to close the first. Where text and a closing tag follow, it opens
 * an element of its own, and the closing tag before it is what is missing.
 */
function slashMissing(
  text: string,
  at: number,
  { element, name }: { element: Element; name: string },
): PlistError | undefined {
  const tag = `<${name}>`
  const end = at + tag.length
  if (name === 'true' || name === 'false' || name !== element.name || !text.startsWith(tag, at)) {
    return undefined
  }
  const next = /^\s*<(?!\/(?:key|string|integer|real|date|data)\b)/.test(text.slice(end, end + 200))
  if (!next || text.slice(element.start, at).trim() === '') {
    return undefined
  }
  const message = `${tag} stands where </${name}> should; its slash is missing.`
  const repair = replacement(`Write the tag as </${name}>`, at, end, `</${name}>`)
  return textError('broken-closing-tag', message, { text, start: at, end }, repair)
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
  const where = { text, start, end: Math.max(end, at) }
  if ((name === 'true' || name === 'false') && end <= start) {
    const opening = text.lastIndexOf('<', start - 1)
    const message = `<${name}> is not closed; write <${name}/>.`
    const repair = replacement(`Write <${name}/>`, opening, start, `<${name}/>`)
    return textError('missing-closing-tag', message, where, repair)
  }
  const message = `<${name}> is not closed before the next tag; put </${name}> behind its text.`
  const oneLine = !/[\r\n]/.test(text.slice(start, end))
  const repair = oneLine ? insertion(`Add the missing </${name}>`, end, `</${name}>`) : undefined
  return textError('missing-closing-tag', message, where, repair)
}
