import { decodeBase64, encodeBase64 } from '@/lib/plist/base64'
import type { PlistValue } from '@/lib/plist/value'
import { parseDate, parseReal } from '@/lib/plist/xml/scalars'
import { fromTypedJson, TypedJsonError } from '@/lib/profile/typed-json'
import type { KnownKey } from '@/lib/schema/keys'
import type { KeyDefinition, KeyOf, Kind } from '@/lib/schema/manifest'
import { schemaFor } from '@/lib/schema/value-schema'
import { CliError, UsageError } from '../cli-error'
import { type RawValue, textOf } from './raw-value'

/** Types that --type takes, as property lists name them. */
export const explicitTypes = [
  'string',
  'boolean',
  'integer',
  'real',
  'date',
  'data',
  'array',
  'dict',
] as const
export type ExplicitType = (typeof explicitTypes)[number]

/** What is given for one key: several values make a list. `name` stands in messages; values do not. */
export type Given = { readonly values: readonly RawValue[]; readonly name: string }

/** The value in the type that the manifest gives its key. Throws CliError when the key does not take such a value. */
export function valueForKey(key: Pick<KnownKey, 'definition' | 'product'>, given: Given): PlistValue {
  const { definition } = key
  const read = kinds[definition.kind] as (given: Given, definition: KeyDefinition) => PlistValue
  const value = read(given, definition)
  const flaw = schemaFor(key, given.name).safeParse(value).error?.issues[0]
  if (flaw) {
    throw new CliError(flaw.message)
  }
  return value
}

/** The value in the type that was asked for. Throws CliError when it cannot be read as one. */
export function valueOfType(type: ExplicitType, given: Given): PlistValue {
  return types[type](given)
}

const types: { readonly [T in ExplicitType]: (given: Given) => PlistValue } = {
  string: (given) => ({ type: 'string', value: only(given) }),
  boolean: (given) => asBoolean(given),
  integer: (given) => asInteger(given),
  real: (given) => {
    const text = only(given)
    return known(given, parseReal(text), 'a number', (value) => ({ type: 'real', value, text }))
  },
  date: (given) =>
    known(given, parseDate(only(given)), 'a date such as 2026-11-22T09:00:00Z', (value) => ({
      type: 'date',
      value,
    })),
  data: (given) => ({ type: 'data', value: asBytes(given) }),
  array: (given) => asList(given),
  dict: (given) => asJson(given, 'dict'),
}

const kinds: { readonly [K in Kind]: (given: Given, definition: KeyOf<K>) => PlistValue } = {
  string: types.string,
  boolean: types.boolean,
  integer: types.integer,
  real: types.real,
  choice: (given, { as }) => types[as ?? 'string'](given),
  'string-list': types.array,
  file: (given, { as }) => {
    const bytes = asBytes(given)
    return as === 'data' ? { type: 'data', value: bytes } : { type: 'string', value: encodeBase64(bytes) }
  },
  dictionary: types.dict,
  'string-map': types.dict,
  'dictionary-list': (given) => asJson(given, 'array'),
  unconfirmed: ({ name }, definition) => {
    const choice = definition.types.map((type) => `--type ${name}=${type}`).join(' or ')
    throw new UsageError(`No public source settles the type of ${name}. Choose one: ${choice}.`)
  },
}

function only({ values, name }: Given): string {
  const [first, ...more] = values
  if (first === undefined || more.length > 0) {
    throw new UsageError(`${name} is given several times, and takes one value.`)
  }
  return textOf(first, name)
}

function known<T>(
  given: Given,
  value: T | undefined,
  what: string,
  make: (value: T) => PlistValue,
): PlistValue {
  if (value === undefined) {
    throw new CliError(`${given.name} takes ${what}.`)
  }
  return make(value)
}

function asBoolean(given: Given): PlistValue {
  const text = only(given)
  const value = text === 'true' ? true : text === 'false' ? false : undefined
  return known(given, value, '"true" or "false"', (on) => ({ type: 'boolean', value: on }))
}

function asInteger(given: Given): PlistValue {
  const text = only(given).trim()
  const value = /^[+-]?\d{1,39}$/.test(text) ? BigInt(text.replace('+', '')) : undefined
  return known(given, value, 'a whole number', (integer) => ({ type: 'integer', value: integer }))
}

/** A file as it is, or Base64 text, from the command line or from a file that holds nothing else. */
function asBytes(given: Given): Uint8Array {
  const [first] = given.values
  const file = first?.from === 'file' && given.values.length === 1 ? first.bytes : undefined
  if (file?.some((byte) => byte > 0x7f)) {
    return file
  }
  const bytes = decodeBase64(only(given))
  if (bytes === undefined && file === undefined) {
    throw new CliError(`${given.name} takes a file (${given.name}=@FILE) or its content as Base64 text.`)
  }
  return bytes ?? file ?? new Uint8Array()
}

/** One JSON list, or the texts that were given, in their order. */
function asList(given: Given): PlistValue {
  const texts = given.values.map((value) => textOf(value, given.name))
  const [first] = texts
  return texts.length === 1 && first !== undefined && /^\s*\[/.test(first)
    ? asJson(given, 'array')
    : { type: 'array', items: texts.map((value) => ({ type: 'string', value })) }
}

function asJson(given: Given, type: 'array' | 'dict'): PlistValue {
  const value = jsonValue(only(given), given.name)
  if (value.type !== type) {
    const form = type === 'array' ? 'a list ([…])' : 'a dictionary ({…})'
    throw new CliError(`${given.name} takes ${form} in JSON.`)
  }
  return value
}

/** The value that typed JSON says. Throws CliError. */
function jsonValue(text: string, name: string): PlistValue {
  try {
    return fromTypedJson(JSON.parse(text), name)
  } catch (error) {
    if (error instanceof SyntaxError) {
      throw new CliError(
        `${name} is not valid JSON. Put the whole value in single quotes, so that the shell leaves it alone.`,
      )
    }
    throw error instanceof TypedJsonError ? new CliError(error.message) : error
  }
}
