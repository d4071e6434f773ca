import { indentAt, isSpace, lineEnding } from '../repairs'
import type { PlistDict, PlistValue } from '../value'
import type { Repeat, Span } from './tree'

/** An XML property list with its text: the value, and where each of its nodes stands. */
export type SpannedText = {
  readonly text: string
  readonly root: PlistValue
  readonly spans: ReadonlyMap<PlistValue, Span>
  /** By dict, the entries without effect: their keys stand again further down. */
  readonly repeats: ReadonlyMap<PlistDict, readonly Repeat[]>
}

/** The white space between two elements: a line break and indentation, or whatever stands there instead. */
export type Separator = { readonly newline: string; readonly indent: string }

/** What separates the element at `start` from what is before it; of blank lines, only the last break counts. */
export function separatorBefore(text: string, start: number): Separator {
  let at = start
  while (isSpace(text.charCodeAt(at - 1))) {
    at -= 1
  }
  return separatorOf(text.slice(at, start))
}

/** The last line break of a run of white space and what follows it. */
export function separatorOf(space: string): Separator {
  const match = /(\r\n|\n|\r)([ \t]*)$/.exec(space)
  return match ? { newline: match[1] as string, indent: match[2] as string } : { newline: '', indent: space }
}

/** The separator as text. */
export function separatorText({ newline, indent }: Separator): string {
  return newline + indent
}

/** `end`, moved behind a comment that ends its line. */
export function afterLineComment(text: string, end: number): number {
  const match = /[ \t]*<!--(?:[^-\r\n]|-[^-\r\n])*-->(?=[ \t]*[\r\n])/y
  match.lastIndex = end
  return match.test(text) ? match.lastIndex : end
}

/** The offset behind the opening tag at `start`; quotation marks in it may hold a ">". */
export function openingTagEnd(text: string, start: number): number {
  const tag = /<(?:[^"'>]|"[^"]*"|'[^']*')*>/y
  tag.lastIndex = start
  tag.test(text)
  return tag.lastIndex
}

/** The element of the value at `span` taken apart: opening tag, content, closing tag ("" when self-closing). */
export function partsOf(
  text: string,
  span: Span,
): { open: string; inner: string; close: string; at: number } {
  const at = openingTagEnd(text, span.start)
  const open = text.slice(span.start, at)
  if (at === span.end) {
    return { open, inner: '', close: '', at }
  }
  const closing = text.lastIndexOf('</', span.end - 1)
  return { open, inner: text.slice(at, closing), close: text.slice(closing, span.end), at }
}

/** What one level adds to the indentation in this text; a tab when no line tells. */
export function indentUnit({ text, spans }: SpannedText): string {
  for (const [value, span] of spans) {
    const first =
      value.type === 'dict' ? value.entries[0]?.value : value.type === 'array' ? value.items[0] : undefined
    const child = first && spans.get(first)
    if (child) {
      const outer = indentAt(text, span.start)
      const { newline, indent } = separatorBefore(text, child.key?.start ?? child.start)
      if (newline !== '' && indent.length > outer.length && indent.startsWith(outer)) {
        return indent.slice(outer.length)
      }
    }
  }
  return '\t'
}

/**
 * The separators for the children of a container that has none to copy from. A container at the start of its line
 * (or whose key is) gets its children on lines of their own; one inside a line stays in that line.
 */
export function childLayout(source: SpannedText, span: Span): { child: Separator; close: Separator } {
  const { text } = source
  const inner = separatorOf(/\s*$/.exec(partsOf(text, span).inner)?.[0] ?? '')
  const own = [inner, separatorBefore(text, span.start), separatorBefore(text, span.key?.start ?? span.start)]
  const close = own.find(({ newline }) => newline !== '')
  if (!close || lineEnding(text) === '') {
    return { child: { newline: '', indent: '' }, close: { newline: '', indent: '' } }
  }
  return { child: { newline: close.newline, indent: close.indent + indentUnit(source) }, close }
}
