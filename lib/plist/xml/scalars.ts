const INTEGER = /^[ \t\r\n]*([+-]?)[ \t\r\n]*(\d+|0[xX][0-9a-fA-F]+)$/
const REAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/
const NOT_FINITE = /^(?:(nan)|([+-]?)inf(?:inity)?)$/i
const DATE = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)Z$/

/** Converting millions of digits takes seconds; more than these are out of range anyway. */
const MOST_DIGITS = 100
const TOO_LARGE = 2n ** 128n

/** Milliseconds from 1970 to 2001-01-01T00:00:00Z, the zero of CFAbsoluteTime. */
const REFERENCE_DATE = Date.UTC(2001, 0, 1)

/**
 * The number of `<integer>`, decimal or 0x hexadecimal; undefined when it is none. White space may stand before it, but
 * not behind it (CFPropertyList.c). May lie outside the range of PlistInteger.
 */
export function parseInteger(text: string): bigint | undefined {
  const match = INTEGER.exec(text)
  if (!match) {
    return undefined
  }
  const digits = (match[2] as string).replace(/^0+(?=\d)/, '')
  const magnitude = digits.length > MOST_DIGITS ? TOO_LARGE : BigInt(digits)
  return match[1] === '-' ? -magnitude : magnitude
}

/** The number of `<real>`, in the spellings CoreFoundation reads; undefined when it is none. */
export function parseReal(text: string): number | undefined {
  if (REAL.test(text)) {
    return Number(text)
  }
  const match = NOT_FINITE.exec(text)
  if (!match) {
    return undefined
  }
  if (match[1]) {
    return Number.NaN
  }
  return match[2] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
}

/** Seconds since 2001 of `<date>`, or undefined when the text is no date or names a day that does not exist. */
export function parseDate(text: string): number | undefined {
  const match = DATE.exec(text)
  if (!match) {
    return undefined
  }
  const [year, month, day, hour, minute, second] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  date.setUTCHours(hour, minute, second)
  return writeIsoDate(date) === text ? (date.getTime() - REFERENCE_DATE) / 1000 : undefined
}

/** The `<date>` text of seconds since 2001; undefined for fractions of seconds and years outside 0 to 9999. */
export function writeDate(seconds: number): string | undefined {
  const date = new Date(seconds * 1000 + REFERENCE_DATE)
  if (!Number.isInteger(seconds) || Number.isNaN(date.getTime())) {
    return undefined
  }
  const text = writeIsoDate(date)
  return DATE.test(text) ? text : undefined
}

function writeIsoDate(date: Date): string {
  return date.toISOString().replace('.000Z', 'Z')
}

/** The `<real>` text of a number, spelled so that reading it gives the same number and CoreFoundation accepts it. */
export function writeReal(value: number): string {
  if (Number.isNaN(value)) {
    return 'nan'
  }
  if (!Number.isFinite(value)) {
    return value > 0 ? '+infinity' : '-infinity'
  }
  return Object.is(value, -0) ? '-0.0' : String(value)
}
