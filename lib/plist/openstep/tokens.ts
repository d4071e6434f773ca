import { textError } from '../errors'
import type { PlistValue } from '../value'
import { parseDate, parseInteger, parseReal } from '../xml/scalars'
import { unescapeOpenStep } from './escapes'

/** A piece of OpenStep text: a punctuation mark, or a whole string, data or typed value. */
export type Token = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'mark'; readonly mark: string }
  | { readonly kind: 'value'; readonly value: PlistValue }
)

const SPACE = /(?:[\s\u2028\u2029]+|\/\/[^\r\n]*|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/)*/y
const QUOTED = /"([^"\\]*(?:\\[\s\S][^"\\]*)*)"|'([^'\\]*(?:\\[\s\S][^'\\]*)*)'/y
/** CoreFoundation's characters for strings without quotation marks. */
const BARE = /[\w.$/:-]+/y
const TYPED = /<\*([BDIR])([^>]*)>/y
const DATA = /<([0-9a-fA-F\s]*)>/y

/** Cuts OpenStep text into tokens, comments and white space left out. Throws PlistError where it cannot. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  let at = skipSpace(text, 0)
  while (at < text.length) {
    const token = '{}()=;,'.includes(text.charAt(at))
      ? ({ kind: 'mark', mark: text.charAt(at), start: at, end: at + 1 } as const)
      : valueToken(text, at)
    tokens.push(token)
    at = skipSpace(text, token.end)
  }
  return tokens
}

/** Whether there is a comment in OpenStep text that can be read. Throws PlistError as `tokenize` does. */
export function hasOpenStepComment(text: string): boolean {
  let at = 0
  for (const { start, end } of [...tokenize(text), { start: text.length, end: text.length }]) {
    // Between two tokens a slash begins a comment, and nothing else.
    if (text.slice(at, start).includes('/')) {
      return true
    }
    at = end
  }
  return false
}

function skipSpace(text: string, at: number): number {
  SPACE.lastIndex = at
  SPACE.test(text)
  return SPACE.lastIndex
}

function valueToken(text: string, start: number): Token {
  const quoted = match(QUOTED, text, start)
  const string = quoted ? unescapeOpenStep(quoted[1] ?? quoted[2] ?? '') : match(BARE, text, start)?.[0]
  if (string !== undefined) {
    return {
      kind: 'value',
      value: { type: 'string', value: string },
      start,
      end: start + (quoted?.[0] ?? string).length,
    }
  }
  const typed = match(TYPED, text, start)
  const data = match(DATA, text, start)
  const found = typed ?? data
  const value = typed
    ? typedValue(typed[1] as string, typed[2] as string)
    : data && dataValue(data[1] as string)
  if (!found || !value) {
    throw unreadable(text, start)
  }
  return { kind: 'value', value, start, end: start + found[0].length }
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** GNUstep writes `<*I87>`, `<*R3.14>`, `<*BY>` and `<*D2030-01-31 12:00:00 +0000>`. */
function typedValue(type: string, raw: string): PlistValue | undefined {
  if (type === 'B') {
    return raw === 'Y' || raw === 'N' ? { type: 'boolean', value: raw === 'Y' } : undefined
  }
  if (type === 'D') {
    const value = parseDate(raw.replace(/^(\S+) (\S+) \+0000$/, '$1T$2Z'))
    return value === undefined ? undefined : { type: 'date', value }
  }
  if (type === 'I') {
    const value = parseInteger(raw)
    return value === undefined ? undefined : { type: 'integer', value }
  }
  const value = parseReal(raw)
  return value === undefined ? undefined : { type: 'real', value, text: raw }
}

function dataValue(hexadecimal: string): PlistValue | undefined {
  const digits = hexadecimal.replaceAll(/\s+/g, '')
  if (digits.length % 2 === 1) {
    return undefined
  }
  const bytes = digits.match(/../g) ?? []
  return { type: 'data', value: Uint8Array.from(bytes, (pair) => Number.parseInt(pair, 16)) }
}

function unreadable(text: string, start: number) {
  const first = text.charAt(start)
  const where = { text, start, end: start + 40 }
  if (first === '"' || first === "'") {
    return textError(
      'openstep-syntax',
      'A string opens here and never ends; close its quotation mark.',
      where,
    )
  }
  if (text.startsWith('/*', start)) {
    return textError('openstep-syntax', 'A comment opens here and never ends; close it with "*/".', where)
  }
  const message =
    first === '<'
      ? 'Data in OpenStep text is an even number of hexadecimal digits between "<" and ">"; correct it.'
      : `OpenStep text cannot hold ${first} outside quotation marks; put the text in quotation marks.`
  return textError('openstep-syntax', message, where)
}
