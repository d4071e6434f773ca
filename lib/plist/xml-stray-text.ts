import { type PlistError, textError } from './errors'
import { beforeSpace, isSpace, replacement, wholeLines } from './repairs'

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
  const edits = strayTexts(text, start).map((range) => ({
    ...wholeLines(text, range.start, range.end),
    text: '',
  }))
  const title = edits.length === 1 ? 'Remove the text' : `Remove the text in ${edits.length} places`
  const message = `Text stands in <${inside}> outside any value; remove it, or put it in an element.`
  return textError('text-outside-value', message, where, { title, edits })
}

/** Tags behind which only white space and other tags may stand, and what may hold such tags as text. */
const BEFORE_STRAY = /<\/[\w.:-]+\s*>|<[\w.:-]+\s*\/>|<(?:dict|array)>|<!--|<!\[CDATA\[|<\?/g
const ENDS: Readonly<Record<string, string>> = { '<!--': '-->', '<![CDATA[': ']]>', '<?': '?>' }

/** The stray text at `first` and every further one in the file. */
function strayTexts(text: string, first: number): Range[] {
  const found = [textRange(text, first)]
  BEFORE_STRAY.lastIndex = first
  for (let match = BEFORE_STRAY.exec(text); match; match = BEFORE_STRAY.exec(text)) {
    const closer = ENDS[match[0]]
    const close = closer === undefined ? match.index : text.indexOf(closer, match.index)
    if (close < 0) {
      break
    }
    if (closer !== undefined) {
      BEFORE_STRAY.lastIndex = close
      continue
    }
    const range = textRange(text, BEFORE_STRAY.lastIndex)
    if (range.end > range.start && match[0] !== '</plist>') {
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
