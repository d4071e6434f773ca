import { mayBeSpelled, unspelled } from './unspelled'

/** For a longer value that looks like an escape itself, there is no expression. */
const longest = 512
/** Fewer signs are in every text. */
const shortest = 4

/** A sign that has been escaped once or more on its way: % as %25, & as &amp;, a backslash as two. */
const PERCENT = '%(?:25){0,3}'
const AMPERSAND = '&(?:amp;){0,3}'
const BACKSLASH = '\\\\{1,4}'

const names: Readonly<Record<string, string>> = {
  '&': 'amp',
  '<': 'lt',
  '>': 'gt',
  '"': 'quot',
  "'": 'apos',
  '\t': 'Tab',
  '\n': 'NewLine',
  '\u00a0': 'nbsp',
}
const shortEscapes: Readonly<Record<string, string>> = {
  '\t': 't',
  '\n': 'n',
  '\r': 'r',
  '\b': 'b',
  '\f': 'f',
}

/** A secret that is looked for in spellings that nobody lists: any sign in any of its forms. */
export type SpelledSecret = {
  readonly name: string
  /** Without escapes: what a text says that spells it, once its escapes are undone. */
  readonly plain: string
  /** Only for a secret that holds what looks like an escape, and may be undone with those around it. */
  readonly pattern: RegExp | null
}

/** Where a text says a secret. */
type Place = { readonly start: number; readonly end: number; readonly name: string }

/** Makes `value` ready to be looked for; `name` is what stands in its place. */
export function spelledSecret(value: string, name: string): SpelledSecret {
  const looksEscaped = /[%&\\]/.test(value) && value.length <= longest
  return {
    name,
    plain: unspelled(value).plain,
    pattern: looksEscaped ? new RegExp([...value].map(signPattern).join(''), 'g') : null,
  }
}

/**
 * The text without secrets whose signs are each written as they are, or as URLs, forms, HTML and JSON may write them,
 * mixed in any way and escaped more than once. Takes linear time for each secret.
 */
export function withoutSpelled(text: string, secrets: readonly SpelledSecret[]): string {
  if (!mayBeSpelled(text)) {
    return text
  }
  const matched = secrets.reduce(
    (rest, { pattern, name }) => (pattern === null ? rest : rest.replace(pattern, () => name)),
    text,
  )
  let done = 0
  const parts: string[] = []
  for (const { start, end, name } of hiddenIn(matched, secrets)) {
    if (start >= done) {
      parts.push(matched.slice(done, start), name)
      done = end
    }
  }
  return parts.join('') + matched.slice(done)
}

/** Where a text says a secret once its escapes are undone, or by its expression; in the order of the text. */
export function hiddenIn(text: string, secrets: readonly SpelledSecret[]): readonly Place[] {
  const { plain, starts, ends } = unspelled(text)
  const places: Place[] = []
  for (const { plain: secret, name, pattern } of secrets) {
    const distinct = secret.trim().length >= shortest
    for (
      let at = distinct ? plain.indexOf(secret) : -1;
      at >= 0;
      at = plain.indexOf(secret, at + secret.length)
    ) {
      places.push({ start: starts[at] ?? 0, end: ends[at + secret.length - 1] ?? 0, name })
    }
    for (const match of pattern === null ? [] : text.matchAll(pattern)) {
      places.push({ start: match.index, end: match.index + match[0].length, name })
    }
  }
  return places.toSorted((left, right) => left.start - right.start || right.end - left.end)
}

function signPattern(sign: string): string {
  const code = sign.codePointAt(0) ?? 0
  const bytes = [...Buffer.from(sign)].map((byte) => `${PERCENT}${hex(byte, 2)}`).join('')
  const units = sign
    .split('')
    .map((unit) => `${BACKSLASH}u${hex(unit.charCodeAt(0), 4)}`)
    .join('')
  const named = names[sign]
  const short = shortEscapes[sign]
  const all = [
    // JSON escapes a quotation mark, a backslash and at times a slash.
    `\\\\{0,3}${escaped(sign)}`,
    bytes,
    units,
    `${AMPERSAND}#0{0,6}${code};?`,
    `${AMPERSAND}#[xX]0{0,6}${hex(code, 1)};?`,
    ...(code < 256 ? [`${BACKSLASH}x${hex(code, 2)}`] : []),
    ...(named === undefined ? [] : [`${AMPERSAND}${named};?`]),
    ...(short === undefined ? [] : [`${BACKSLASH}${short}`]),
    ...(sign === ' ' ? ['\\+'] : []),
  ]
  return `(?:${all.join('|')})`
}

/** A number in hexadecimal, whatever the case. */
function hex(number: number, digits: number): string {
  return number
    .toString(16)
    .padStart(digits, '0')
    .replace(/[a-f]/g, (letter) => `[${letter}${letter.toUpperCase()}]`)
}

function escaped(sign: string): string {
  return sign.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}
