import { decodeBase64 } from '../base64'
import { type PlistError, type PlistErrorCode, type TextRepair, textError } from '../errors'
import { replacement } from '../repairs'
import { parseDate, parseInteger, parseReal, writeDate } from './scalars'
import type { Content } from './text'

/** A scalar element in a text: its name, its resolved content, and where the element stands. */
export type ScalarElement = {
  readonly text: string
  readonly name: string
  readonly raw: string
  readonly start: number
  readonly end: number
  /** What the content is made of; absent when it is nothing but text. */
  readonly content?: Content
  /** Whether it is written as one tag, such as `<data/>`. */
  readonly empty?: boolean
}

/** An integer that needs more bits than macOS reads. */
export function outOfRange(element: ScalarElement): PlistError {
  const message = 'This integer needs more than 64 bits, which macOS refuses; use a smaller number.'
  return textError('integer-out-of-range', message, place(element))
}

/** A comment or instruction inside a key or string. */
export function markupFault(element: ScalarElement): PlistError {
  const { text, name, content } = element
  const markup = content?.markup ?? []
  const start = markup[0]?.start ?? element.start
  const what = text.startsWith('<!--', start) ? 'comment' : 'processing instruction'
  const message = `macOS refuses a ${what} inside <${name}>; put it before the element.`
  return textError(
    'markup-in-text',
    message,
    { text, start, end: markup[0]?.end ?? element.end },
    {
      title: `Move ${markup.length === 1 ? `the ${what}` : 'what is no text'} before <${name}>`,
      edits: [
        { start: element.start, end: element.start, text: markupOf(element) },
        ...markup.map((range) => ({ start: range.start, end: range.end, text: '' })),
      ],
    },
  )
}

/** The comments and instructions in an element, which a repair puts before it. An empty comment is dropped. */
function markupOf({ text, content }: ScalarElement): string {
  const parts = (content?.markup ?? []).map(({ start, end }) => text.slice(start, end))
  return parts.filter((part) => part !== '<!---->').join('')
}

const PLACEHOLDER = /\$[({A-Za-z]|\{\{|%[A-Za-z_]+%|<%|^[A-Z_]*_[A-Z_]+$/

const WANTED: Readonly<Record<string, string>> = {
  integer: 'a whole number such as 30',
  real: 'a number such as 1.5',
  date: 'a date such as 2030-01-31T12:00:00Z',
  data: 'base64 text',
}

const CODES: Readonly<Record<string, PlistErrorCode>> = {
  integer: 'invalid-integer',
  real: 'invalid-real',
  date: 'invalid-date',
  data: 'invalid-data',
}

/** An element other than string whose content is no such value, or is spelt in a way macOS refuses. */
export function invalidScalar(element: ScalarElement): PlistError {
  const { name, raw } = element
  if (name === 'true' || name === 'false') {
    return invalidBoolean(element)
  }
  const code = CODES[name] ?? 'invalid-data'
  const spelling = misspelling(element)
  if (spelling) {
    return textError(code, spelling.message, place(element), spelling.repair)
  }
  if (PLACEHOLDER.test(raw.trim())) {
    const message = `<${name}> holds a placeholder of a template; put ${WANTED[name]} in its place.`
    return textError('placeholder', message, place(element))
  }
  const message =
    raw.trim() === ''
      ? `<${name}> is empty; put ${WANTED[name]} in it.`
      : `<${name}> needs ${WANTED[name]}; correct its text.${name === 'date' && DATE.test(raw) ? COUNTED_ON : ''}`
  return textError(code, message, place(element), REPAIRS[name]?.(element))
}

const DATE = /^-?\d+-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/
const COUNTED_ON =
  ' There is no such day or hour: macOS counts on to a later one; Latchkey does not guess which is meant.'

const TRUE = /^(?:true|yes|on|1)$/i
const FALSE = /^(?:false|no|off|0)$/i

function invalidBoolean(element: ScalarElement): PlistError {
  const { name, raw } = element
  const text = raw.trim()
  const what = text === '' ? (element.content ? 'a comment' : 'white space') : 'text'
  const agrees = text === '' || (name === 'true' ? TRUE : FALSE).test(text)
  const repair = agrees ? whole(element, `Write <${name}/>`, `<${name}/>`) : undefined
  const message = agrees
    ? `<${name}> holds ${what}, which macOS refuses; write <${name}/>.`
    : `<${name}> holds text, which macOS refuses; write <true/> or <false/>, or make it a <string>.`
  return textError('text-in-boolean', message, place(element), repair)
}

/** A right value in a spelling that macOS refuses. */
function misspelling(element: ScalarElement): { message: string; repair: TextRepair } | undefined {
  const { name, raw, content, empty } = element
  if (name === 'data' && empty) {
    const message = 'macOS refuses <data/>; write <data></data>.'
    return { message, repair: whole(element, 'Write <data></data>', '<data></data>') }
  }
  const plain = name === 'data' ? raw : raw.trim()
  if (empty || !isValue(name, plain)) {
    return undefined
  }
  const [title, reason] =
    content && content.markup.length > 0
      ? ['Move the comment before the element', `a comment inside <${name}>`]
      : content?.resolved && name !== 'real'
        ? ['Write the characters themselves', `references and CDATA in <${name}>`]
        : [
            'Remove the white space',
            `the white space ${/^\s/.test(raw) ? 'in' : 'behind the value of'} <${name}>`,
          ]
  const message = `macOS refuses ${reason}; ${lowerFirst(title)}.`
  return { message, repair: whole(element, title, `<${name}>${plain}</${name}>`) }
}

function isValue(name: string, text: string): boolean {
  const parse = { integer: parseInteger, real: parseReal, date: parseDate }[name] ?? decodeBase64
  return parse(text) !== undefined
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

function place({ text, start, end }: ScalarElement) {
  return { text, start, end }
}

/** Another spelling for the element; the comments that stood in it come before it. */
function whole(element: ScalarElement, title: string, text: string): TextRepair {
  return replacement(title, element.start, element.end, markupOf(element) + text)
}

const REPAIRS: Readonly<Record<string, (element: ScalarElement) => TextRepair | undefined>> = {
  integer(element) {
    const text = element.raw.trim().toLowerCase()
    if (/^(?:true|yes|false|no)$/.test(text)) {
      const boolean = TRUE.test(text)
      return whole(element, `Write <${boolean}/>`, `<${boolean}/>`)
    }
    const digits = /^([+-]?\d+)(?:\.0*)?$/.exec(text.replaceAll(/[,_ '](?=\d{3})/g, ''))?.[1]
    if (digits !== undefined) {
      return whole(element, `Write ${digits}`, `<integer>${digits}</integer>`)
    }
    return parseReal(text) === undefined
      ? undefined
      : whole(element, 'Make it a <real>', `<real>${text}</real>`)
  },
  real(element) {
    const text = element.raw.trim().replace(',', '.')
    return parseReal(text) === undefined ? undefined : whole(element, `Write ${text}`, `<real>${text}</real>`)
  },
  date(element) {
    const text = element.raw.trim()
    const match = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(\.\d+)?(Z|[+-]\d\d:?\d\d)$/.exec(text)
    const exists = match && parseDate(`${match[1]}T${match[2]}Z`) !== undefined
    const time = exists ? Date.parse(text) : Number.NaN
    const date = writeDate(Math.floor((time - Date.UTC(2001, 0, 1)) / 1000))
    return date === undefined ? undefined : whole(element, `Write ${date}`, `<date>${date}</date>`)
  },
  data(element) {
    const digits = element.raw
      .replaceAll(/\s+/g, '')
      .replace(/=+$/, '')
      .replaceAll('-', '+')
      .replaceAll('_', '/')
    const padded = digits.padEnd(Math.ceil(digits.length / 4) * 4, '=')
    return decodeBase64(padded) === undefined
      ? undefined
      : whole(element, 'Correct the base64 text', `<data>${padded}</data>`)
  },
}
