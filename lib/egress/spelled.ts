/** Longer values are looked for in their usual spellings only. */
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

/** Whether a text holds a sign with which spellings of another sign begin. */
export function mayBeSpelled(text: string): boolean {
  return /[%&\\+]/.test(text)
}

/**
 * Finds a value whose signs are each written as they are, or as URLs, forms, HTML and JSON may write them, mixed in any
 * way and escaped more than once. Null for a value that is too long for it. Every part of the expression is bounded, so
 * that it takes linear time.
 */
export function spelledPattern(value: string): RegExp | null {
  return value.length > longest ? null : new RegExp([...value].map(signPattern).join(''), 'g')
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
