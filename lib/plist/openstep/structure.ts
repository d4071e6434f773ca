import { type PlistError, textError } from '../errors'
import type { Limits } from '../limits'
import { insertion } from '../repairs'
import { keyWithoutValue } from '../xml/dict-faults'
import { tooMany } from '../xml/faults'
import type { Token } from './tokens'

/** What may come next in an open dict, an open array, or the file. */
type Expected = 'key' | 'equals' | 'value' | 'semicolon' | 'item' | 'comma' | 'end'

const AFTER: Readonly<Record<Expected, Expected>> = {
  key: 'equals',
  equals: 'value',
  value: 'semicolon',
  semicolon: 'key',
  item: 'comma',
  comma: 'item',
  end: 'end',
}

const MARKS: Readonly<Record<string, Expected>> = { '=': 'equals', ';': 'semicolon', ',': 'comma' }

/** Throws PlistError unless the tokens are one value, within the limits, with every separator in its place. */
export function checkStructure(text: string, tokens: readonly Token[], limits: Limits): void {
  const open: { expected: Expected; closing: string; start: number }[] = []
  let expected: Expected = 'item'
  let closing = ''
  let values = 0
  for (const [index, token] of tokens.entries()) {
    const mark = token.kind === 'mark' ? token.mark : ''
    if (mark === '}' || mark === ')') {
      const whole = mark === '}' ? expected === 'key' : expected === 'item' || expected === 'comma'
      if (mark !== closing || !whole) {
        throw misplaced(text, tokens, index, expected)
      }
      const outer = open.pop()
      expected = open.length === 0 ? 'end' : AFTER[outer?.expected ?? 'item']
      closing = outer?.closing ?? ''
    } else if (mark in MARKS) {
      if (MARKS[mark] !== expected) {
        throw misplaced(text, tokens, index, expected)
      }
      expected = AFTER[expected]
    } else {
      values += 1
      const container = mark === '{' || mark === '('
      const fits = expected === 'value' || expected === 'item' || (expected === 'key' && isString(token))
      if (!fits) {
        throw misplaced(text, tokens, index, expected)
      }
      if (values > limits.nodes * 2 || (container && open.length >= limits.depth)) {
        throw values > limits.nodes * 2
          ? tooMany(text, token.start, 'values', limits.nodes)
          : tooMany(text, token.start, 'levels', limits.depth)
      }
      if (container) {
        open.push({ expected, closing, start: token.start })
        expected = mark === '{' ? 'key' : 'item'
        closing = mark === '{' ? '}' : ')'
      } else {
        expected = closing === '' ? 'end' : AFTER[expected]
      }
    }
  }
  const last = open.at(-1)
  if (last) {
    const message = `The file ends before the "${closing}" that closes this; part of it may be missing.`
    throw textError('unexpected-end', message, { text, start: last.start, end: last.start + 40 })
  }
}

function isString(token: Token): boolean {
  return token.kind === 'value' && token.value.type === 'string'
}

const WANTED: Readonly<Record<Expected, string>> = {
  key: 'a key or "}"',
  equals: '"="',
  value: 'a value',
  semicolon: '";"',
  item: 'a value',
  comma: '"," or ")"',
  end: 'the end of the file',
}

function misplaced(text: string, tokens: readonly Token[], index: number, expected: Expected): PlistError {
  const { start, end } = tokens[index] as Token
  const previous = tokens[index - 1]
  const where = { text, start, end }
  if (
    previous &&
    expected === 'semicolon' &&
    text.startsWith(',', start) &&
    /\blength\s*=\s*$/.test(text.slice(0, previous.start))
  ) {
    const message =
      '"defaults read" abbreviates data and leaves bytes out; use "defaults export" to get the whole value.'
    return textError('openstep-lossy', message, where)
  }
  if (previous && expected === 'equals' && !text.startsWith('=', start)) {
    return keyWithoutValue(text, text.slice(previous.start, previous.end), previous)
  }
  const missing = expected === 'semicolon' ? ';' : expected === 'comma' ? ',' : undefined
  const repair =
    missing && previous ? insertion(`Add the missing "${missing}"`, previous.end, missing) : undefined
  const message = `OpenStep text needs ${WANTED[expected]} here, but ${text.slice(start, Math.min(end, start + 20))} stands in its place.`
  return textError(expected === 'end' ? 'text-after-end' : 'openstep-syntax', message, where, repair)
}
