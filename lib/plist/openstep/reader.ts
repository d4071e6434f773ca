import { parse } from 'plist'
import { textError } from '../errors'
import { DEFAULT_LIMITS, type ReadOptions } from '../limits'
import type { PlistEntry, PlistValue } from '../value'
import { duplicateKey } from '../xml/dict-faults'
import { tooLarge } from '../xml/faults'
import { checkStructure } from './structure'
import { type Token, tokenize } from './tokens'

/**
 * The value of OpenStep text, the form `defaults read` prints. Numbers and booleans are strings in it, except in
 * GNUstep's typed form. Throws PlistError for text that is not well-formed, and for what `defaults read` abbreviates.
 *
 * The `plist` package parses the structure. By itself it puts number-like keys first, takes the last of equal keys,
 * leaves `\U` escapes as they are and ignores what follows the value; so it is given a text in which every string is
 * the number of its token, and the tokens give the values.
 */
export function readOpenStep(text: string, options: ReadOptions = {}): PlistValue {
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  if (text.length > limits.size) {
    throw tooLarge(text, limits.size)
  }
  const tokens = tokenize(text)
  if (tokens.length === 0) {
    throw textError('empty-file', 'The file is empty; export it again.', { text, start: 0, end: 0 })
  }
  checkStructure(text, tokens, limits)
  const standIns = tokens.map((token, index) => (token.kind === 'mark' ? token.mark : `"t${index}"`))
  // In parentheses, because the package takes text for OpenStep only when it starts as a container.
  const [root] = parse(`(${standIns.join(' ')})`) as unknown as [Parsed]
  return resolve(root, { text, tokens })
}

type Parsed = string | readonly Parsed[] | { readonly [key: string]: Parsed }
type Source = { readonly text: string; readonly tokens: readonly Token[] }

function resolve(parsed: Parsed, source: Source): PlistValue {
  if (typeof parsed === 'string') {
    return tokenValue(parsed, source)
  }
  if (Array.isArray(parsed)) {
    return { type: 'array', items: parsed.map((item) => resolve(item, source)) }
  }
  const entries = Object.entries(parsed).map(([key, value]) => ({
    key: keyOf(key, source),
    value: resolve(value, source),
  }))
  refuseDuplicates(Object.keys(parsed), entries, source)
  return { type: 'dict', entries }
}

function refuseDuplicates(names: readonly string[], entries: readonly PlistEntry[], source: Source): void {
  const seen = new Map<string, Token>()
  for (const [index, { key }] of entries.entries()) {
    const token = tokenOf(names[index] as string, source)
    const first = seen.get(key)
    if (first) {
      throw duplicateKey(source.text, key, token, first.start)
    }
    seen.set(key, token)
  }
}

function tokenOf(name: string, { tokens }: Source): Token {
  return tokens[Number(name.slice(1))] as Token
}

function tokenValue(name: string, source: Source): PlistValue {
  const token = tokenOf(name, source)
  if (token.kind === 'mark') {
    throw new TypeError(`${name} is no value.`)
  }
  return token.value
}

function keyOf(name: string, source: Source): string {
  const value = tokenValue(name, source)
  return value.type === 'string' ? value.value : ''
}
