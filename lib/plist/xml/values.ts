import { decodeBase64 } from '../base64'
import { INTEGER_MAX, INTEGER_MIN, type PlistValue } from '../value'
import { parseDate, parseInteger, parseReal } from './scalars'
import { invalidScalar, markupFault, outOfRange, type ScalarElement } from './value-faults'

/**
 * The value of a scalar element other than key, as the reader of macOS takes it (CFPropertyList.c): nothing at all in a
 * boolean, white space before numbers but not behind them, references and CDATA in strings and reals only, no comment
 * anywhere, and no `<data/>`. Throws PlistError for everything else, with a repair wherever one is obvious.
 */
export function scalarValue(element: ScalarElement): PlistValue {
  if (element.name === 'string') {
    return { type: 'string', value: textValue(element) }
  }
  const value = parse(element)
  if (!value) {
    throw invalidScalar(element)
  }
  if (value.type === 'integer' && (value.value < INTEGER_MIN || value.value > INTEGER_MAX)) {
    throw outOfRange(element)
  }
  return value
}

/** The text of a key or string. Throws PlistError for comments and instructions in it. */
export function textValue(element: ScalarElement): string {
  if (element.content && element.content.markup.length > 0) {
    throw markupFault(element)
  }
  return element.raw
}

function parse({ name, raw, content, empty }: ScalarElement): PlistValue | undefined {
  if (name === 'true' || name === 'false') {
    return raw === '' && !content ? { type: 'boolean', value: name === 'true' } : undefined
  }
  if (empty || (content && (content.markup.length > 0 || (content.resolved && name !== 'real')))) {
    return undefined
  }
  switch (name) {
    case 'integer': {
      const value = parseInteger(raw)
      return value === undefined ? undefined : { type: 'integer', value }
    }
    case 'real': {
      // White space may stand before digits, but not before "nan" and "inf".
      const text = raw.replace(/^[ \t\r\n]+(?=[-+.\d]*\d)/, '')
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
