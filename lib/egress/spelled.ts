import { readings, type Unspelled } from './unspelled'

/** For a longer value that looks like an escape itself, there is no expression. */
const longest = 512

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
  /** As a text says it once its escapes are undone; UTF-8 that somebody read as Latin-1 says it in another way. */
  readonly values: readonly string[]
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
    values: [...new Set([value, Buffer.from(value).toString('latin1')])],
    pattern: looksEscaped ? new RegExp([...value].map(signPattern).join(''), 'g') : null,
  }
}

/** Says which secret a word of base64 holds. */
type Holder = (word: string) => string | undefined

/**
 * The text without secrets whose signs are each written as they are, or as URLs, forms, HTML and JSON may write them,
 * mixed in any way and escaped more than once, in base64 too. Takes linear time for each secret.
 */
export function withoutSpelled(text: string, secrets: readonly SpelledSecret[], heldIn: Holder): string {
  const all = readings(text)
  const deepest = all.at(-1) as Unspelled
  const places = [...placesIn(text, all, secrets), ...wordsIn(deepest, heldIn)].toSorted(
    (left, right) => left.start - right.start || right.end - left.end,
  )
  let done = 0
  const parts: string[] = []
  for (const { start, end, name } of places) {
    if (start >= done) {
      parts.push(text.slice(done, start), name)
      done = end
    }
  }
  return parts.join('') + text.slice(done)
}

/** The name of a secret that a text says once its escapes are undone, or by its expression. */
export function spelledIn(text: string, secrets: readonly SpelledSecret[]): string | undefined {
  return placesIn(text, readings(text), secrets)[0]?.name
}

function placesIn(text: string, all: readonly Unspelled[], secrets: readonly SpelledSecret[]): Place[] {
  return secrets.flatMap(({ values, name, pattern }) => [
    ...all.flatMap((reading) => values.flatMap((value) => found(reading, value, name))),
    ...[...(pattern === null ? [] : text.matchAll(pattern))].map(({ index, 0: { length } }) => ({
      start: index,
      end: index + length,
      name,
    })),
  ])
}

/** Forms write "+" for a space; a "+" of the secret itself stays one. */
function found({ plain, starts, ends }: Unspelled, value: string, name: string): Place[] {
  const spaced = value.includes(' ')
  const [text, secret] = spaced ? [plain.replaceAll('+', ' '), value.replaceAll('+', ' ')] : [plain, value]
  const places: Place[] = []
  for (let at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + secret.length)) {
    places.push({ start: starts[at] ?? 0, end: ends[at + secret.length - 1] ?? 0, name })
  }
  return places
}

/** What may be base64 of a text that holds a secret, "user:password" for one, in lines as mail breaks them. */
const encodedWord = /[A-Za-z0-9+/_-]{6,65536}(?:\r?\n[A-Za-z0-9+/_-]{4,76}){0,1000}={0,2}/g

function wordsIn({ plain, starts, ends }: Unspelled, heldIn: Holder): Place[] {
  return [...plain.matchAll(encodedWord)].flatMap(({ index, 0: word }) => {
    const name =
      heldIn(word.replace(/\s+/g, '')) ??
      linesOf(word)
        .map(heldIn)
        .find((each) => each !== undefined)
    return name === undefined
      ? []
      : [{ start: starts[index] ?? 0, end: ends[index + word.length - 1] ?? 0, name }]
  })
}

/** Words that stand below each other need not be one. */
function linesOf(word: string): readonly string[] {
  const lines = word.split(/\r?\n/)
  return lines.length > 1 ? lines : []
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
