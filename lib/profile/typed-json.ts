import { decodeBase64, encodeBase64 } from '../plist/base64'
import type { PlistEntry, PlistValue } from '../plist/value'
import { parseDate, parseReal, writeDate, writeReal } from '../plist/xml/scalars'

/**
 * JSON that keeps the types of property lists. Strings, booleans, lists, dictionaries and integers that a double holds
 * are JSON's own; every other value is an object with one key: {"$integer": "18446744073709551615"}, {"$real": "1.0"},
 * {"$date": "2026-11-22T09:00:00Z"} (fractions of seconds kept), {"$data": "Base64"}, {"$uid": 3}. A dictionary that looks like one
 * of these stands in {"$dict": …}. Keys keep the order of the file, so the text is made here and not by JSON.stringify.
 */
export function toTypedJson(value: PlistValue, indent = ''): string {
  const inner = `${indent}  `
  switch (value.type) {
    case 'dict': {
      const marked = isMarked(value.entries.map(({ key }) => key))
      const text = dictJson(value.entries, marked ? inner : indent)
      return marked ? `{\n${inner}"$dict": ${text}\n${indent}}` : text
    }
    case 'array':
      return value.items.length === 0
        ? '[]'
        : `[\n${value.items.map((item) => inner + toTypedJson(item, inner)).join(',\n')}\n${indent}]`
    case 'integer':
      return isSafe(value.value) ? String(value.value) : marker('$integer', String(value.value))
    case 'real':
      return marker('$real', value.text ?? writeReal(value.value))
    case 'date':
      return marker('$date', dateText(value.value))
    case 'data':
      return marker('$data', encodeBase64(value.value))
    case 'uid':
      return `{ "$uid": ${value.value} }`
    default:
      return JSON.stringify(value.value)
  }
}

/** JSON that says no value of a property list. The message is one sentence for the administrator. */
export class TypedJsonError extends Error {
  override readonly name = 'TypedJsonError'
}

/** Deeper nesting than any profile has; the readers of property lists stop here too. */
const MAX_DEPTH = 64

/** The value of JSON that was parsed. `name` stands in messages. Throws TypedJsonError for null, broken numbers, dates and Base64. */
export function fromTypedJson(json: unknown, name: string): PlistValue {
  return fromJson(json, name, 0)
}

const MARKERS: { readonly [marker: string]: (content: unknown) => PlistValue | undefined } = {
  $integer: (text) =>
    typeof text === 'string' && /^-?\d{1,39}$/.test(text)
      ? { type: 'integer', value: BigInt(text) }
      : undefined,
  $real: (text) => {
    const value = typeof text === 'string' ? parseReal(text) : undefined
    return value === undefined ? undefined : { type: 'real', value, text: String(text) }
  },
  $date: (text) => {
    const value = typeof text === 'string' ? secondsOf(text) : undefined
    return value === undefined ? undefined : { type: 'date', value }
  },
  $data: (text) => {
    const value = typeof text === 'string' ? decodeBase64(text) : undefined
    return value === undefined ? undefined : { type: 'data', value }
  },
  $uid: (number) =>
    typeof number === 'number' && Number.isInteger(number) && number >= 0
      ? { type: 'uid', value: number }
      : undefined,
}

/** Names that JavaScript, and what is built on it, takes for positions: they come first and by size. */
const POSITION = /^(?:0|[1-9]\d{0,9})$/

/**
 * The keys of dictionaries that stand in another order once JSON with them has been read: those that are numbers. Each is
 * named once. JSON itself knows no order (RFC 8259, section 4).
 */
export function keysOutOfOrder(value: PlistValue): string[] {
  const found = new Set<string>()
  const pending: PlistValue[] = [value]
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (next.type === 'array') {
      pending.push(...next.items)
    } else if (next.type === 'dict') {
      pending.push(...next.entries.map((entry) => entry.value))
      for (const name of outOfOrder(next.entries.map(({ key }) => key))) {
        found.add(name)
      }
    }
  }
  return [...found]
}

/** Of names in their order, those that JSON gives another place; none when it keeps the order. */
export function outOfOrder(names: readonly string[]): readonly string[] {
  const numbers = names.filter((name) => POSITION.test(name) && Number(name) < 2 ** 32 - 1)
  const kept = numbers.every((name, at) => names[at] === name && Number(name) > Number(numbers[at - 1] ?? -1))
  return kept ? [] : numbers
}

function fromJson(json: unknown, name: string, depth: number): PlistValue {
  if (depth > MAX_DEPTH) {
    throw new TypedJsonError(`${name} is nested more than ${MAX_DEPTH} levels deep, which no profile is.`)
  }
  if (typeof json === 'string') {
    return { type: 'string', value: json }
  }
  if (typeof json === 'boolean') {
    return { type: 'boolean', value: json }
  }
  if (typeof json === 'number') {
    return numberOf(json, name)
  }
  if (Array.isArray(json)) {
    return { type: 'array', items: json.map((item) => fromJson(item, name, depth + 1)) }
  }
  if (json === null || typeof json !== 'object') {
    throw new TypedJsonError(`${name} holds null, which a property list cannot hold. Leave the key out.`)
  }
  const entries = Object.entries(json)
  if (isMarked(entries.map(([key]) => key))) {
    return markedValue(entries[0] as [string, unknown], name, depth)
  }
  return {
    type: 'dict',
    entries: entries.map(([key, value]) => ({ key, value: fromJson(value, name, depth + 1) })),
  }
}

function numberOf(value: number, name: string): PlistValue {
  if (!Number.isInteger(value)) {
    return { type: 'real', value }
  }
  if (!Number.isSafeInteger(value)) {
    throw new TypedJsonError(
      `${name} holds an integer that JSON cannot hold exactly. Write it as {"$integer": "…"}.`,
    )
  }
  return { type: 'integer', value: BigInt(value) }
}

function markedValue([marker, content]: [string, unknown], name: string, depth: number): PlistValue {
  if (marker === '$dict' && typeof content === 'object' && content !== null && !Array.isArray(content)) {
    return {
      type: 'dict',
      entries: Object.entries(content).map(([key, value]) => ({
        key,
        value: fromJson(value, name, depth + 1),
      })),
    }
  }
  const value = MARKERS[marker]?.(content)
  if (value === undefined) {
    throw new TypedJsonError(
      `${name} holds a ${marker} that cannot be read. See "latchkey help convert" for its form.`,
    )
  }
  return value
}

function isMarked(keys: readonly string[]): boolean {
  const [key] = keys
  return keys.length === 1 && key !== undefined && (key === '$dict' || Object.hasOwn(MARKERS, key))
}

function dictJson(entries: readonly PlistEntry[], indent: string): string {
  const inner = `${indent}  `
  const lines = entries.map(
    ({ key, value }) => `${inner}${JSON.stringify(key)}: ${toTypedJson(value, inner)}`,
  )
  return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n${indent}}`
}

function marker(name: string, text: string): string {
  return `{ "${name}": ${JSON.stringify(text)} }`
}

function isSafe(value: bigint): boolean {
  return value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER)
}

/** ISO 8601 for whole seconds; binary property lists hold any double, so others are told as seconds since 2001. */
function dateText(seconds: number): string {
  return writeDate(seconds) ?? `2001-01-01T00:00:00Z${seconds < 0 ? '-' : '+'}${Math.abs(seconds)}s`
}

function secondsOf(text: string): number | undefined {
  const [, sign, offset] = /^2001-01-01T00:00:00Z([+-])([0-9.e+-]+)s$/.exec(text) ?? []
  if (offset !== undefined) {
    const seconds = Number(offset) * (sign === '-' ? -1 : 1)
    return Number.isNaN(seconds) ? undefined : seconds
  }
  return parseDate(text)
}
