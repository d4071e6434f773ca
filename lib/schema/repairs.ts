import type { Repair } from '../api/issue'
import { encodeBase64 } from '../plist/base64'
import type { PlistPath, PlistValue } from '../plist/value'
import { flawIn } from './formats'
import type { KnownKey } from './keys'
import type { KeyDefinition, KeyOf, Kind } from './manifest'
import { shownAddress } from './shown-address'
import { switchInWords } from './switches'
import { currentSpelling, typesOf, type ValueRule } from './value-schema'

/** A value in place of a wrong one, and what accepting it does ("Use <true/>"). */
export type Replacement = { readonly title: string; readonly value: PlistValue }

/** What was obviously meant by a value that a rule refuses, or null when nobody could say. */
export function replacementFor(rule: ValueRule, value: PlistValue, key: Defined): Replacement | null {
  return finders[rule](value, key)
}

/** The repair that puts the replacement at a place. */
export function replaceAt(domain: string, path: PlistPath, { title, value }: Replacement): Repair {
  return { title, edits: [{ domain, path, value }] }
}

/** What the definition of a list, or of a dictionary of texts, says about one text in it. */
export function itemDefinition(definition: KeyDefinition): KeyDefinition {
  return definition.kind === 'string-list' || definition.kind === 'string-map'
    ? ({ ...definition, kind: 'string' } as KeyDefinition)
    : definition
}

/** A key, or an item of a list as one. */
type Defined = Pick<KnownKey, 'definition' | 'product'>

type Finder = (value: PlistValue, key: Defined) => Replacement | null

const finders: { readonly [R in ValueRule]: Finder } = {
  'wrong-type': (value, { definition }) => {
    const convert = conversions[definition.kind] as (value: PlistValue, definition: KeyDefinition) => Found
    const converted = convert(value, definition)
    return converted === null ? null : { title: titleOf(converted), value: converted }
  },
  'unknown-choice': (value, { definition, product }) => {
    const options = 'options' in definition ? (definition.options ?? {}) : {}
    const text = value.type === 'string' ? value.value.trim() : ''
    const same = Object.keys(options).find((each) => each.toLowerCase() === text.toLowerCase())
    const option = same ?? product.meantOption?.(text, options)?.value ?? null
    return option === null ? null : textReplacement(option)
  },
  'out-of-range': () => null,
  'bad-format': (value, { definition, product }) => {
    const format = 'format' in definition ? definition.format : undefined
    const flaw = format === undefined || value.type !== 'string' ? null : flawIn(value.value, format, product)
    return flaw?.suggestion === undefined ? null : textReplacement(flaw.suggestion)
  },
}

type Found = PlistValue | null

const conversions: { readonly [K in Kind]: (value: PlistValue, definition: KeyOf<K>) => Found } = {
  string: asText,
  boolean: asBoolean,
  integer: asInteger,
  real: asReal,
  choice: (value, definition) =>
    definition.as === 'integer' ? asInteger(value) : asOption(value, definition),
  'string-list': asTexts,
  file: (value) => (value.type === 'array' && value.items.length === 1 ? (value.items[0] ?? null) : null),
  dictionary: () => null,
  'string-map': () => null,
  'dictionary-list': (value) => (value.type === 'dict' ? { type: 'array', items: [value] } : null),
  unconfirmed: (value, definition) =>
    [asInteger(value), asBoolean(value), asText(value)].find(
      (found) => found !== null && typesOf(definition).includes(found.type),
    ) ?? null,
}

/** The replacement by a text, named after it. */
export function textReplacement(text: string): Replacement {
  return {
    title: `Use ${text.length > 60 ? 'the corrected text' : shownAddress(text)}`,
    value: { type: 'string', value: text },
  }
}

/** The current spelling of a former one; null when the text is not a former spelling. */
export function currentOption(text: string, definition: KeyDefinition): string | null {
  const options = 'options' in definition ? definition.options : undefined
  return options === undefined || Object.hasOwn(options, text)
    ? null
    : (currentSpelling(text, options) ?? null)
}

function asBoolean(value: PlistValue): Found {
  const meant = switchInWords(scalarText(value) ?? '')
  return meant === 'unknown' ? null : { type: 'boolean', value: meant === 'on' }
}

function asInteger(value: PlistValue): Found {
  const text = scalarText(value)?.trim() ?? ''
  return /^[+-]?\d{1,18}(\.0+)?$/.test(text)
    ? { type: 'integer', value: BigInt(text.replace(/^\+|\.0+$/g, '')) }
    : null
}

function asReal(value: PlistValue): Found {
  const text = scalarText(value)?.trim() ?? ''
  return /^[+-]?\d{1,15}(\.\d{1,15})?$/.test(text) ? { type: 'real', value: Number(text) } : null
}

function asText(value: PlistValue): Found {
  if (value.type === 'array' && value.items.length === 1 && value.items[0]?.type === 'string') {
    return value.items[0]
  }
  if (value.type === 'data') {
    return { type: 'string', value: encodeBase64(value.value) }
  }
  const text = value.type === 'string' || value.type === 'boolean' ? undefined : scalarText(value)
  return text === undefined ? null : { type: 'string', value: text }
}

function asOption(value: PlistValue, { options }: KeyOf<'choice'>): Found {
  const text = asText(value)
  return text?.type === 'string' && Object.hasOwn(options, text.value) ? text : null
}

function asTexts(value: PlistValue): Found {
  const items = value.type === 'array' ? value.items : [value]
  const texts = items.map((item) =>
    item.type === 'string' ? item : item.type === 'data' ? null : asText(item),
  )
  return texts.every((text) => text !== null) ? { type: 'array', items: texts } : null
}

function scalarText(value: PlistValue): string | undefined {
  if (value.type === 'real') {
    return value.text ?? String(value.value)
  }
  return value.type === 'string' || value.type === 'integer' ? String(value.value) : undefined
}

function titleOf(value: PlistValue): string {
  if (value.type === 'boolean') {
    return value.value ? 'Use <true/>' : 'Use <false/>'
  }
  if (value.type === 'integer' || value.type === 'real') {
    return `Use the number ${value.value}`
  }
  return value.type === 'array' ? 'Make it a list' : 'Make it text'
}
