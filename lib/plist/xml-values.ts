import { decodeBase64 } from './base64'
import { type PlistError, type PlistErrorCode, type TextRepair, textError } from './errors'
import { replacement } from './repairs'
import { INTEGER_MAX, INTEGER_MIN, type PlistValue } from './value'
import { parseDate, parseInteger, parseReal, writeDate } from './xml-scalars'

/** A scalar element in a text: its name, its resolved content, and where the element stands. */
export type ScalarElement = {
  readonly text: string
  readonly name: string
  readonly raw: string
  readonly start: number
  readonly end: number
}

/** The value of a scalar element other than key; throws PlistError when its text is no such value. */
export function scalarValue(element: ScalarElement): PlistValue {
  const value = parse(element.name, element.raw)
  if (!value) {
    throw invalid(element)
  }
  if (value.type === 'integer' && (value.value < INTEGER_MIN || value.value > INTEGER_MAX)) {
    const message = 'This integer needs more than 128 bits; use a smaller number.'
    throw textError('integer-out-of-range', message, place(element))
  }
  return value
}

function parse(name: string, raw: string): PlistValue | undefined {
  switch (name) {
    case 'string':
      return { type: 'string', value: raw }
    case 'true':
    case 'false':
      return raw.trim() === '' ? { type: 'boolean', value: name === 'true' } : undefined
    case 'integer': {
      const value = parseInteger(raw)
      return value === undefined ? undefined : { type: 'integer', value }
    }
    case 'real': {
      const text = raw.trim()
      const value = parseReal(text)
      return value === undefined ? undefined : { type: 'real', value, text }
    }
    case 'date': {
      const value = parseDate(raw)
      return value === undefined ? undefined : { type: 'date', value }
    }
    default: {
      const value = decodeBase64(raw)
      return value === undefined ? undefined : { type: 'data', value }
    }
  }
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

function invalid(element: ScalarElement): PlistError {
  const { name, raw } = element
  if (name === 'true' || name === 'false') {
    const repair = whole(element, `Write <${name}/>`, `<${name}/>`)
    return textError('text-in-boolean', `<${name}> holds no text; write <${name}/>.`, place(element), repair)
  }
  if (PLACEHOLDER.test(raw.trim())) {
    const message = `<${name}> holds a placeholder of a template; put ${WANTED[name]} in its place.`
    return textError('placeholder', message, place(element))
  }
  const message =
    raw.trim() === ''
      ? `<${name}> is empty; put ${WANTED[name]} in it.`
      : `<${name}> needs ${WANTED[name]}; correct its text.`
  return textError(CODES[name] ?? 'invalid-data', message, place(element), REPAIRS[name]?.(element))
}

function place({ text, start, end }: ScalarElement) {
  return { text, start, end }
}

function whole({ start, end }: ScalarElement, title: string, text: string): TextRepair {
  return replacement(title, start, end, text)
}

const BOOLEANS: Readonly<Record<string, boolean>> = { true: true, yes: true, false: false, no: false }

const REPAIRS: Readonly<Record<string, (element: ScalarElement) => TextRepair | undefined>> = {
  integer(element) {
    const text = element.raw.trim().toLowerCase()
    const boolean = Object.hasOwn(BOOLEANS, text) ? BOOLEANS[text] : undefined
    if (boolean !== undefined) {
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
