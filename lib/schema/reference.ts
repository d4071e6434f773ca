import { inWords } from './condition-words'
import { formatOf } from './formats'
import type { Help } from './help'
import type { KnownKey } from './keys'
import type { KeyDefinition, KeyOf, Kind, Option } from './manifest'
import type { ProductFacts } from './product'
import { readingsInWords } from './readings'

/** What the key reference says of a key beyond title and description. */
export type Reference = {
  /** "Text. A whole address with its scheme.": a sentence or two. */
  readonly typeInWords: string
  /** Sentences: when the key is required, recommended, heeded, of effect. */
  readonly when: readonly string[]
  /** `when` as one text. */
  readonly whenInWords: string
  /** "EntraID (Microsoft Entra ID), formerly Azure": one line for each option. */
  readonly optionsInWords: readonly string[]
  /** "On: …" and "Off: …" for a switch; none for other kinds. */
  readonly readings: readonly string[]
  /** The default in a sentence, or null when none is known. */
  readonly defaultInWords: string | null
  /** The key and an example value as a fragment of an XML property list, with the dictionaries around it. */
  readonly plistExample: string
}

/** The facts about a key, in words, from its manifest entry and its help alone. */
export function referenceOf(key: KnownKey, help: Help): Reference {
  const { definition } = key
  const when = whenSentences(key)
  const options = 'options' in definition ? (definition.options ?? {}) : {}
  return {
    typeInWords: typeInWords(key),
    when,
    whenInWords: when.join(' '),
    optionsInWords: Object.entries(options).map(optionInWords),
    readings: definition.kind === 'boolean' ? readingsInWords(definition) : [],
    defaultInWords: help.whenAbsent ?? defaultInWords(definition),
    plistExample: plistExample(key),
  }
}

function whenSentences({ definition, appliesWhen, product }: KnownKey): string[] {
  const { required, recommended, needs } = definition
  return [
    required === undefined ? [] : [`Required ${inWords(required, product.providers)}.`],
    recommended === undefined ? [] : [`Recommended ${inWords(recommended, product.providers)}.`],
    appliesWhen === undefined ? [] : [`Applies ${inWords(appliesWhen, product.providers)}.`],
    needs === undefined ? [] : [`Has an effect ${inWords(needs, product.providers)}.`],
  ].flat()
}

const types: { readonly [K in Kind]: (definition: KeyOf<K>, product: ProductFacts) => string } = {
  string: ({ format }, product) =>
    `String${format === undefined ? '' : `, ${formatOf(format, product).inWords}`}.`,
  boolean: () => 'Boolean.',
  integer: ({ unit, minimum, maximum }) =>
    `Integer${unit === undefined ? '' : `, in ${unit}`}${rangeInWords(minimum, maximum)}.`,
  real: ({ unit, minimum, maximum }) =>
    `Real${unit === undefined ? '' : `, in ${unit}`}${rangeInWords(minimum, maximum)}.`,
  choice: ({ as, open }) =>
    `${as === 'integer' ? 'Integer' : 'String'}, ${open === true ? 'usually ' : ''}one of a list.`,
  'string-list': ({ options }) => `Array of strings${options === undefined ? '' : ', each from a list'}.`,
  file: ({ extensions }) => `String with the Base64 text of a ${extensions.join(' or ')} file.`,
  dictionary: () => 'Dictionary.',
  'string-map': () => 'Dictionary of strings whose keys you choose.',
  'dictionary-list': () => 'Array of dictionaries.',
  unconfirmed: ({ types: possible }) => `Not confirmed; may be ${possible.join(' or ')}.`,
}

function typeInWords({ definition, product }: KnownKey): string {
  const say = types[definition.kind] as (definition: KeyDefinition, product: ProductFacts) => string
  return say(definition, product)
}

function rangeInWords(minimum?: number, maximum?: number): string {
  if (minimum !== undefined && maximum !== undefined) {
    return `, ${minimum} to ${maximum}`
  }
  return minimum === undefined
    ? maximum === undefined
      ? ''
      : `, at most ${maximum}`
    : `, at least ${minimum}`
}

function optionInWords([value, { label, formerly }]: [string, Option]): string {
  const named = label === value ? value : `${value} (${label})`
  return formerly === undefined ? named : `${named}, formerly ${formerly.join(', ')}`
}

function defaultInWords(definition: KeyDefinition): string | null {
  if (!('default' in definition) || definition.default === undefined) {
    return null
  }
  return definition.kind === 'boolean'
    ? readingsInWords(definition)[definition.default ? 0 : 1]
    : `${definition.default}.`
}

/** The example stands in its dictionaries and lists, so that it can be copied into a profile as it is. */
function plistExample({ path, definition }: KnownKey): string {
  return enclosed(path, exampleOf(definition)).join('\n')
}

function enclosed([step = '', ...rest]: readonly string[], value: readonly string[]): readonly string[] {
  const [list, ...inside] = rest
  if (list === undefined) {
    return [`<key>${escaped(step)}</key>`, ...value]
  }
  const inner = list === '[]' ? enclosed(inside, value) : enclosed(rest, value)
  const dict = ['<dict>', ...indent(inner), '</dict>']
  return [`<key>${escaped(step)}</key>`, ...(list === '[]' ? ['<array>', ...indent(dict), '</array>'] : dict)]
}

const examples: { readonly [K in Kind]: (definition: KeyOf<K>) => readonly string[] } = {
  string: ({ placeholder, default: fallback }) => [
    `<string>${escaped(placeholder ?? fallback ?? '…')}</string>`,
  ],
  boolean: ({ default: fallback }) => [fallback === true ? '<false/>' : '<true/>'],
  integer: ({ placeholder, default: fallback, minimum }) => [
    `<integer>${placeholder ?? fallback ?? minimum ?? 1}</integer>`,
  ],
  real: ({ placeholder, default: fallback, minimum }) => [
    `<real>${placeholder ?? fallback ?? minimum ?? 1}</real>`,
  ],
  choice: ({ options, as, placeholder }) => {
    const tag = as ?? 'string'
    return [`<${tag}>${escaped(placeholder ?? Object.keys(options)[0] ?? '')}</${tag}>`]
  },
  'string-list': ({ placeholder, options }) => [
    '<array>',
    `\t<string>${escaped(placeholder ?? Object.keys(options ?? {})[0] ?? '…')}</string>`,
    '</array>',
  ],
  file: ({ as }) => [`<${as}>PD94bWwgdmVyc2lvbj0iMS4w…</${as}>`],
  dictionary: ({ keys }) => dictExample(keys),
  'string-map': ({ placeholder, keyTitle, valueTitle }) => [
    '<dict>',
    `\t<key>${escaped(placeholder ?? keyTitle)}</key>`,
    `\t<string>${escaped(valueTitle)}</string>`,
    '</dict>',
  ],
  'dictionary-list': ({ keys }) => ['<array>', ...indent(dictExample(keys)), '</array>'],
  unconfirmed: ({ types: possible }) =>
    possible[0] === 'boolean' ? ['<true/>'] : [`<${possible[0]}>1</${possible[0]}>`],
}

function exampleOf(definition: KeyDefinition): readonly string[] {
  const example = examples[definition.kind] as (definition: KeyDefinition) => readonly string[]
  return example(definition)
}

function dictExample(keys: { readonly [key: string]: KeyDefinition }): string[] {
  const entries = Object.entries(keys).slice(0, 3)
  const lines = entries.flatMap(([name, definition]) => [
    `<key>${escaped(name)}</key>`,
    ...exampleOf(definition),
  ])
  return ['<dict>', ...indent(lines), '</dict>']
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `\t${line}`)
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
