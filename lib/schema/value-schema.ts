import * as z from 'zod'
import { decodeBase64 } from '../plist/base64'
import type { PlistType, PlistValue } from '../plist/value'
import { flawIn } from './formats'
import type { KnownKey } from './keys'
import type { KeyDefinition, KeyOf, Kind, Option } from './manifest'
import type { ProductFacts } from './product'
import { isTemplate } from './templates'
import { expected, quoted, valueInWords } from './words'

/** What a schema found; the name of the rule stands in `params` of each zod issue. */
export type ValueRule = 'wrong-type' | 'unknown-choice' | 'out-of-range' | 'bad-format'

type Report = (rule: ValueRule, message: string, path?: readonly (string | number)[]) => void
type Options = { readonly [value: string]: Option }

/**
 * The zod schema of a key's value, a node of the property list. It refuses what the product would misread; what is
 * merely unwise passes. The keys inside a dictionary have schemas of their own. `name` stands in the messages.
 */
export function schemaFor(
  { definition, product }: Pick<KnownKey, 'definition' | 'product'>,
  name = 'This value',
): z.ZodType<PlistValue> {
  const known = schemas.get(definition) ?? new Map<string, z.ZodType<PlistValue>>()
  schemas.set(definition, known)
  const schema = known.get(name) ?? newSchema(definition, { name, product })
  known.set(name, schema)
  return schema
}

/** Definitions are few and lasting, and thousands of values may ask for the schema of one of them. */
const schemas = new WeakMap<KeyDefinition, Map<string, z.ZodType<PlistValue>>>()

/** What the messages of a schema are about, and whose key it is. */
type About = { readonly name: string; readonly product: ProductFacts }

function newSchema(definition: KeyDefinition, about: About): z.ZodType<PlistValue> {
  const build = kinds[definition.kind] as (definition: KeyDefinition, about: About) => Check
  const check = build(definition, about)
  return z.custom<PlistValue>(isPlistValue).superRefine((value, context) => {
    if (value.type === 'string' && isTemplate(value.value)) {
      return
    }
    const report: Report = (rule, message, path = []) =>
      context.addIssue({ code: 'custom', message, path: [...path], params: { rule } })
    if (!typesOf(definition).includes(value.type)) {
      report('wrong-type', wrongType(value, definition, about))
    } else {
      check(value, report)
    }
  })
}

type Check = (value: PlistValue, report: Report) => void

/** What each kind asks of a value whose type is right. */
const kinds: { readonly [K in Kind]: (definition: KeyOf<K>, about: About) => Check } = {
  string: ({ format }, about) => onText((text, report) => checkFormat(format, text, about, report)),
  boolean: () => () => {},
  integer: (definition, { name }) => inRange('integer', definition, name),
  real: (definition, { name }) => inRange('real', definition, name),
  choice:
    ({ options, open }, about) =>
    (value, report) => {
      const text = value.type === 'integer' ? String(value.value) : value.type === 'string' ? value.value : ''
      if (open !== true && text !== '' && !isOption(text, options)) {
        report('unknown-choice', unknownChoice(text, options, about))
      }
    },
  'string-list': (definition, about) => (value, report) => {
    for (const [index, item] of value.type === 'array' ? value.items.entries() : []) {
      checkItem(item, definition, about, (rule, message) => report(rule, message, ['items', index]))
    }
  },
  file: (_, { name }) =>
    onText((text, report) => {
      if (decodeBase64(text) === undefined) {
        report('bad-format', `${name} is not Base64 text. Choose the file again.`)
      }
    }),
  dictionary: () => () => {},
  'string-map':
    (_, { name, product }) =>
    (value, report) => {
      for (const entry of value.type === 'dict' ? value.entries : []) {
        if (entry.value.type !== 'string') {
          const is = `${name}/${entry.key} is ${valueInWords(entry.value)}`
          report('wrong-type', `${is}, but ${product.reader} expects text.`, ['entries', entry.key])
        }
      }
    },
  'dictionary-list':
    ({ itemTitle }, { name, product }) =>
    (value, report) => {
      for (const [index, item] of value.type === 'array' ? value.items.entries() : []) {
        if (item.type !== 'dict') {
          const is = `${itemTitle} ${index + 1} of ${name} is ${valueInWords(item)}`
          report('wrong-type', `${is}, but ${product.reader} expects a dictionary.`, ['items', index])
        }
      }
    },
  unconfirmed: () => () => {},
}

const TYPES: { readonly [K in Exclude<Kind, 'choice' | 'unconfirmed'>]: readonly PlistType[] } = {
  string: ['string'],
  boolean: ['boolean'],
  integer: ['integer'],
  // A whole number without a fraction is the same number.
  real: ['real', 'integer'],
  'string-list': ['array'],
  // Vendors document text, the community's manifests say data; both are read.
  file: ['string', 'data'],
  dictionary: ['dict'],
  'string-map': ['dict'],
  'dictionary-list': ['array'],
}

/** The property-list types that a key's value may have. */
export function typesOf(definition: KeyDefinition): readonly PlistType[] {
  const further = definition.alsoAccept ?? []
  if (definition.kind === 'choice') {
    return [definition.as ?? 'string', ...further]
  }
  return [...(definition.kind === 'unconfirmed' ? definition.types : TYPES[definition.kind]), ...further]
}

/** Whether a text is an option, in its current or a former spelling. */
function isOption(text: string, options: Options): boolean {
  return Object.hasOwn(options, text) || currentSpelling(text, options) !== undefined
}

/** The current spelling of an option that `text` spells as it was formerly. */
export function currentSpelling(text: string, options: Options): string | undefined {
  return Object.keys(options).find((value) => options[value]?.formerly?.includes(text))
}

function isPlistValue(value: unknown): value is PlistValue {
  return typeof value === 'object' && value !== null && 'type' in value
}

function onText(check: (text: string, report: Report) => void): Check {
  return (value, report) => {
    if (value.type === 'string' && value.value !== '') {
      check(value.value, report)
    }
  }
}

function checkFormat(
  format: string | undefined,
  text: string,
  { name, product }: About,
  report: Report,
): void {
  const flaw = format === undefined ? null : flawIn(text, format, product)
  if (flaw?.severity === 'error') {
    report('bad-format', `${name} ${flaw.message}`)
  }
}

function checkItem(
  item: PlistValue,
  { options, open, format }: KeyOf<'string-list'>,
  about: About,
  report: Report,
): void {
  const { name, product } = about
  if (item.type !== 'string') {
    report(
      'wrong-type',
      `${name} is ${valueInWords(item)}, but ${product.reader} expects texts only in this list.`,
    )
  } else if (!isTemplate(item.value) && item.value !== '') {
    if (options !== undefined && open !== true && !isOption(item.value, options)) {
      report('unknown-choice', unknownChoice(item.value, options, about))
    }
    checkFormat(format, item.value, about, report)
  }
}

function wrongType(value: PlistValue, definition: KeyDefinition, { name, product }: About): string {
  const wanted =
    definition.kind === 'unconfirmed'
      ? definition.types.join(' or ')
      : definition.kind === 'choice' && definition.as === 'integer'
        ? expected.integer
        : expected[definition.kind]
  const meant = definition.meant === undefined ? '' : `: ${definition.meant}`
  return `${name} is ${valueInWords(value, definition)}, but ${product.reader} expects ${wanted}${meant}.`
}

/** A number within the bounds of its definition. */
function inRange(type: 'integer' | 'real', bounds: Bounds, name: string): Check {
  return (value, report) => {
    const number = value.type === type || value.type === 'integer' ? value.value : undefined
    if (number !== undefined && !within(number, bounds)) {
      report('out-of-range', rangeInWords(bounds, name, number))
    }
  }
}

type Bounds = Pick<KeyOf<'integer'>, 'minimum' | 'maximum' | 'unit'>

function within(value: bigint | number, { minimum, maximum }: Bounds): boolean {
  return (minimum === undefined || value >= minimum) && (maximum === undefined || value <= maximum)
}

function rangeInWords({ minimum, maximum, unit }: Bounds, name: string, value: bigint | number): string {
  const behind = unit === undefined ? '' : ` ${unit}`
  const range =
    minimum === undefined
      ? `at most ${maximum}`
      : maximum === undefined
        ? `at least ${minimum}`
        : `between ${minimum} and ${maximum}`
  return `${name} is ${value}, but has to be ${range}${behind}.`
}

function unknownChoice(text: string, options: Options, { name, product }: About): string {
  const same = Object.keys(options).find((value) => value.toLowerCase() === text.toLowerCase())
  if (same !== undefined) {
    return `${name} is ${quoted(text)}, but ${product.reader} tells capitals from small letters and takes ${same}.`
  }
  const meant = product.meantOption?.(text, options) ?? null
  const takes = meant?.because ?? `It takes ${listed(Object.keys(options))}`
  return `${name} is ${quoted(text)}, which ${product.reader} does not know. ${takes}.`
}

function listed(values: readonly string[]): string {
  const shown = values.slice(0, 12)
  const last = shown.length === values.length ? shown.pop() : 'others'
  return shown.length === 0 ? `${last}` : `${shown.join(', ')} or ${last}`
}
