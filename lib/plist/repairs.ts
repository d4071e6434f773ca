import type { TextRepair } from './errors'

/** A repair that puts `text` at one place. */
export function insertion(title: string, at: number, text: string): TextRepair {
  return { title, edits: [{ start: at, end: at, text }] }
}

/** A repair that puts `text` in the place of `start` to `end`. */
export function replacement(title: string, start: number, end: number, text: string): TextRepair {
  return { title, edits: [{ start, end, text }] }
}

/** A repair that takes out `start` to `end`, with its whole lines when nothing else stands on them. */
export function removal(title: string, text: string, start: number, end: number): TextRepair {
  return { title, edits: [{ ...wholeLines(text, start, end), text: '' }] }
}

/** `start` to `end`, widened to whole lines when only white space stands beside it. */
export function wholeLines(text: string, start: number, end: number): { start: number; end: number } {
  let from = start
  while (isBlank(text.charCodeAt(from - 1))) {
    from -= 1
  }
  let to = end
  while (isBlank(text.charCodeAt(to))) {
    to += 1
  }
  const opensLine = from === 0 || isBreak(text.charCodeAt(from - 1))
  const closesLine = to >= text.length || isBreak(text.charCodeAt(to))
  if (!opensLine || !closesLine) {
    return { start, end }
  }
  if (text.startsWith('\r\n', to)) {
    to += 2
  } else if (to < text.length) {
    to += 1
  }
  return { start: from, end: to }
}

/** The blanks at the start of the line that holds `offset`. */
export function indentAt(text: string, offset: number): string {
  let start = offset
  while (start > 0 && !isBreak(text.charCodeAt(start - 1))) {
    start -= 1
  }
  let end = start
  while (end < offset && isBlank(text.charCodeAt(end))) {
    end += 1
  }
  return text.slice(start, end)
}

/** The line ending the text uses: that of its first line; empty when it has one line only. */
export function lineEnding(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? ''
}

/** `offset` moved back over white space. */
export function beforeSpace(text: string, offset: number): number {
  let at = offset
  while (at > 0 && isSpace(text.charCodeAt(at - 1))) {
    at -= 1
  }
  return at
}

/** XML white space (XML 1.0 section 2.3). */
export function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 13
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9
}

function isBreak(code: number): boolean {
  return code === 10 || code === 13
}

const ELEMENT = /<\/?(?:plist|dict|array|key|string|integer|real|date|data|true|false)\b/

/** Whether `start` to `end` holds elements of a property list, which no repair may take away. */
export function holdsElements(text: string, start: number, end: number): boolean {
  return ELEMENT.test(text.slice(start, end))
}
