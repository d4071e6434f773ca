import { z } from 'zod'
import { decodeBase64 } from '../plist/base64'
import type { PlistType, PlistValue } from '../plist/value'
import { meantProvider } from '../products/jamf-connect/providers/provider-names'
import { formats } from './formats'
import type { Format, KeyDefinition, KeyOf, Kind, Option } from './manifest'
import { isTemplate } from './templates'
import { expected, quoted, valueInWords } from './words'

/** What a schema found; the name of the rule stands in `params` of each zod issue. */
export type ValueRule = 'wrong-type' | 'unknown-choice' | 'out-of-range' | 'bad-format'

type Report = (rule: ValueRule, message: string, path?: readonly (string | number)[]) => void
type Options = { readonly [value: string]: Option }

/**
 * The zod schema of a key's value, a node of the property list. It refuses what Jamf Connect would misread; what is
 * merely unwise passes. The keys inside a dictionary have schemas of their own. `name` stands in the messages.
 */
export function schemaFor(definition: KeyDefinition, name = 'This value'): z.ZodType<PlistValue> {
  const known = schemas.get(definition) ?? new Map<string, z.ZodType<PlistValue>>()
  schemas.set(definition, known)
  const schema = known.get(name) ?? newSchema(definition, name)
  known.set(name, schema)
  return schema
}

/** Definitions are few and lasting, and thousands of values may ask for the schema of one of them. */
const schemas = new WeakMap<KeyDefinition, Map<string, z.ZodType<PlistValue>>>()

function newSchema(definition: KeyDefinition, name: string): z.ZodType<PlistValue> {
  const build = kinds[definition.kind] as (definition: KeyDefinition, name: string) => Check
  const check = build(definition, name)
  return z.custom<PlistValue>(isPlistValue).superRefine((value, context) => {
    if (value.type === 'string' && isTemplate(value.value)) {
      return
    }
    const report: Report = (rule, message, path = []) =>
      context.addIssue({ code: 'custom', message, path: [...path], params: { rule } })
    if (!typesOf(definition).includes(value.type)) {
      report('wrong-type', wrongType(value, definition, name))
    } else {
      check(value, report)
    }
  })
}

type Check = (value: PlistValue, report: Report) => void

/** What each kind asks of a value whose type is right. */
const kinds: { readonly [K in Kind]: (definition: KeyOf<K>, name: string) => Check } = {
  string: ({ format }, name) => onText((text, report) => checkFormat(format, text, name, report)),
  boolean: () => () => {},
  integer: (definition, name) => (value, report) => {
    if (value.type === 'integer' && !inRange(value.value, definition)) {
      report('out-of-range', rangeInWords(definition, name, value.value))
    }
  },
  choice:
    ({ options, open }, name) =>
    (value, report) => {
      const text = value.type === 'integer' ? String(value.value) : value.type === 'string' ? value.value : ''
      if (open !== true && text !== '' && !isOption(text, options)) {
        report('unknown-choice', unknownChoice(text, options, name))
      }
    },
  'string-list': (definition, name) => (value, report) => {
    for (const [index, item] of value.type === 'array' ? value.items.entries() : []) {
      checkItem(item, definition, name, (rule, message) => report(rule, message, ['items', index]))
    }
  },
  file: (_, name) =>
    onText((text, report) => {
      if (decodeBase64(text) === undefined) {
        report('bad-format', `${name} is not Base64 text. Choose the file again.`)
      }
    }),
  dictionary: () => () => {},
  'string-map': (_, name) => (value, report) => {
    for (const entry of value.type === 'dict' ? value.entries : []) {
      if (entry.value.type !== 'string') {
        const is = `${name}/${entry.key} is ${valueInWords(entry.value)}`
        report('wrong-type', `${is}, but Jamf Connect expects text.`, ['entries', entry.key])
      }
    }
  },
  'dictionary-list':
    ({ itemTitle }, name) =>
    (value, report) => {
      for (const [index, item] of value.type === 'array' ? value.items.entries() : []) {
        if (item.type !== 'dict') {
          const is = `${itemTitle} ${index + 1} of ${name} is ${valueInWords(item)}`
          report('wrong-type', `${is}, but Jamf Connect expects a dictionary.`, ['items', index])
        }
      }
    },
  unconfirmed: () => () => {},
}

const TYPES: { readonly [K in Exclude<Kind, 'choice' | 'unconfirmed'>]: readonly PlistType[] } = {
  string: ['string'],
  boolean: ['boolean'],
  integer: ['integer'],
  'string-list': ['array'],
  // Jamf documents text, the community's manifests say data; both are read.
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

function checkFormat(format: Format | undefined, text: string, name: string, report: Report): void {
  const flaw = format === undefined ? null : formats[format](text)
  if (flaw?.severity === 'error') {
    report('bad-format', `${name} ${flaw.message}`)
  }
}

function checkItem(item: PlistValue, definition: KeyOf<'string-list'>, name: string, report: Report): void {
  const { options, open, format } = definition
  if (item.type !== 'string') {
    report(
      'wrong-type',
      `${name} is ${valueInWords(item)}, but Jamf Connect expects texts only in this list.`,
    )
  } else if (!isTemplate(item.value) && item.value !== '') {
    if (options !== undefined && open !== true && !isOption(item.value, options)) {
      report('unknown-choice', unknownChoice(item.value, options, name))
    }
    checkFormat(format, item.value, name, report)
  }
}

function wrongType(value: PlistValue, definition: KeyDefinition, name: string): string {
  const wanted =
    definition.kind === 'unconfirmed'
      ? definition.types.join(' or ')
      : definition.kind === 'choice' && definition.as === 'integer'
        ? expected.integer
        : expected[definition.kind]
  const meant = definition.meant === undefined ? '' : `: ${definition.meant}`
  return `${name} is ${valueInWords(value, definition)}, but Jamf Connect expects ${wanted}${meant}.`
}

function inRange(value: bigint, { minimum, maximum }: KeyOf<'integer'>): boolean {
  return (minimum === undefined || value >= minimum) && (maximum === undefined || value <= maximum)
}

function rangeInWords({ minimum, maximum, unit }: KeyOf<'integer'>, name: string, value: bigint): string {
  const behind = unit === undefined ? '' : ` ${unit}`
  const range =
    minimum === undefined
      ? `at most ${maximum}`
      : maximum === undefined
        ? `at least ${minimum}`
        : `between ${minimum} and ${maximum}`
  return `${name} is ${value}, but has to be ${range}${behind}.`
}

function unknownChoice(text: string, options: Options, name: string): string {
  const same = Object.keys(options).find((value) => value.toLowerCase() === text.toLowerCase())
  if (same !== undefined) {
    return `${name} is ${quoted(text)}, but Jamf Connect tells capitals from small letters and takes ${same}.`
  }
  const meant = meantProvider(text, options)
  const takes = meant?.because ?? `It takes ${listed(Object.keys(options))}`
  return `${name} is ${quoted(text)}, which Jamf Connect does not know. ${takes}.`
}

function listed(values: readonly string[]): string {
  const shown = values.slice(0, 12)
  const last = shown.length === values.length ? shown.pop() : 'others'
  return shown.length === 0 ? `${last}` : `${shown.join(', ')} or ${last}`
}
