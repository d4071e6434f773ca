import type { PlistValue } from '../plist/value'
import type { KeyDefinition, Kind } from './manifest'

/**
 * The name by which messages call a key: its path, as `latchkey set` takes it, with the positions of list elements counted
 * from 0 and without their marks.
 */
export function nameOfPath(path: readonly (string | number)[]): string {
  return path.filter((step) => step !== '[]').join('/')
}

/** What is expected of a key, as an object: "it expects a whole number". */
export const expected: { readonly [K in Kind]: string } = {
  string: 'text',
  boolean: '<true/> or <false/>',
  integer: 'a whole number',
  real: 'a number',
  choice: 'text',
  'string-list': 'a list of texts',
  file: 'the file as Base64 text',
  dictionary: 'a dictionary',
  'string-map': 'a dictionary of texts',
  'dictionary-list': 'a list of dictionaries',
  unconfirmed: 'one of the types that it may have',
}

/** A value in a sentence: `the text "true"`. The content of a secret is left out. */
export function valueInWords(
  value: PlistValue,
  definition?: Pick<KeyDefinition, 'secret' | 'sensitive'>,
): string {
  const hidden = definition?.secret === true || definition?.sensitive === true
  const plain = WORDS[value.type]
  if (value.type === 'string') {
    return hidden ? 'text' : `the text ${quoted(value.value)}`
  }
  if (value.type === 'boolean') {
    return value.value ? '<true/>' : '<false/>'
  }
  const number = value.type === 'integer' || value.type === 'real'
  return number && !hidden ? `the number ${'text' in value && value.text ? value.text : value.value}` : plain
}

/** A number with its noun: "1 key", "2 keys". `plural` is for nouns that take more than an s. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`
}

/** Whether a text holds every word of a query, in whatever order and case; an empty query is held by any. */
export function holdsWords(text: string, query: string): boolean {
  const held = text.toLowerCase()
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => held.includes(word))
}

/** The longest text of a file that a sentence holds whole. */
const LONGEST = 200

/** A name or value of a file as a sentence holds it: cut where it is long, with its length. */
export function shortened(text: string, longest = LONGEST): string {
  if (text.length <= longest + 40) {
    return text
  }
  const start = text.slice(0, longest).replace(/[\ud800-\udbff]$/, '')
  return `${start}… (${text.length.toLocaleString('en-US')} characters)`
}

/** Text between quotation marks, shortened when it is long, without the password of an address. */
export function quoted(text: string): string {
  const shown = text.replaceAll(ADDRESS_PASSWORD, '$1…@')
  return `"${shown.length > 60 ? `${shown.slice(0, 57)}…` : shown}"`
}

const ADDRESS_PASSWORD = /([a-z][a-z0-9+.-]*:\/\/[^\s/?#:@]*:)[^\s/?#]+@/gi

const WORDS: { readonly [T in PlistValue['type']]: string } = {
  string: 'text',
  boolean: 'a switch',
  integer: 'a number',
  real: 'a number',
  date: 'a date',
  data: 'data',
  array: 'a list',
  dict: 'a dictionary',
  uid: 'an archiver reference',
}
