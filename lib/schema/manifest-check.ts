import { keyNamed } from './condition'
import type { Condition } from './condition-type'
import { isFormat } from './formats'
import { helpIn, type ProductHelp, shownHelp } from './help'
import { type KnownKey, keysOf } from './keys'
import type { Manifest, Option } from './manifest'
import { optionFor } from './option-for'
import type { ProductFacts } from './product'

/** What is wrong with the manifests of a product as data, one sentence each; none when they can be relied on. */
export function manifestProblems(product: ProductFacts, help: ProductHelp): string[] {
  const { manifests } = product
  const keys = keysOf(product)
  return [
    ...repeated(
      manifests.map(({ id }) => id),
      'manifest id',
    ),
    ...repeated(
      manifests.map(({ domain }) => domain),
      'domain',
    ),
    ...manifests.flatMap(sectionProblems),
    ...repeated(
      keys.map(({ id }) => id),
      'key',
    ),
    ...keys.flatMap((key) => [
      ...textProblems(key, help),
      ...optionProblems(key),
      ...conditionProblems(key, keys),
      ...nameProblems(key, keys),
    ]),
    ...placeProblems(product, keys),
    ...plainness([manifests, help]),
  ]
}

function sectionProblems({ id, sections }: Manifest): string[] {
  return [
    ...repeated(
      sections.map((section) => `${id}/${section.id}`),
      'section',
    ),
    ...sections
      .filter(({ title, description }) => title.trim() === '' || !description.endsWith('.'))
      .map((section) => `${id}/${section.id} lacks a title or a description that ends with a period.`),
  ]
}

function textProblems(key: KnownKey, table: ProductHelp): string[] {
  const { id, definition } = key
  const help = helpIn(table, key)
  const { title, evidence } = definition
  const { source } = shownHelp(table, key)
  const readings = definition.kind === 'boolean' ? [definition.on, definition.off] : []
  const sentences = [help?.description, help?.whenAbsent, help?.note, ...readings].filter(
    (text) => text !== undefined,
  )
  return [
    title === undefined || title.trim() === '' ? [`${id} has no title.`] : [],
    help === undefined ? [`${id} has no help.`] : [],
    sentences
      .filter((text) => !/[.)]$/.test(text))
      .map((text) => `${id}: "${text}" does not end with a period.`),
    readings
      .filter((text) => text === undefined || /^(On|Off)\b/i.test(text))
      .map((text) => `${id}: "${text}" is no clause to follow "On: " or "Off: ".`),
    ['documented', 'real-profile', 'unverified'].includes(evidence) ? [] : [`${id} has no evidence.`],
    /^https:\/\//.test(source) ? [] : [`${id} has no source.`],
  ].flat()
}

function optionProblems({ id, definition }: KnownKey): string[] {
  const options: { readonly [value: string]: Option } =
    'options' in definition ? (definition.options ?? {}) : {}
  const spellings = Object.entries(options).flatMap(([value, { formerly }]) => [value, ...(formerly ?? [])])
  const fallback = definition.kind === 'choice' ? definition.default : undefined
  return [
    definition.kind === 'choice' && Object.keys(options).length === 0 ? [`${id} has no options.`] : [],
    Object.entries(options)
      .filter(([, { label }]) => label === undefined || label.trim() === '')
      .map(([value]) => `The option ${value} of ${id} has no label.`),
    repeated(
      spellings.map((spelling) => `${id}=${spelling}`),
      'option',
    ),
    fallback === undefined || Object.hasOwn(options, fallback)
      ? []
      : [`The default of ${id} is not an option.`],
  ].flat()
}

function conditionProblems({ id, domain, definition }: KnownKey, keys: readonly KnownKey[]): string[] {
  const conditions = [definition.required, definition.recommended, definition.appliesWhen, definition.needs]
  return conditions
    .filter((condition) => condition !== undefined)
    .flatMap(keysIn)
    .filter((named) => !isKey(named, domain, keys))
    .map((named) => `A condition of ${id} names ${named}, which is no key.`)
}

/** Names that the tables of the product do not have. */
function nameProblems(key: KnownKey, keys: readonly KnownKey[]): string[] {
  const { id, tab, definition, product } = key
  const format = 'format' in definition ? definition.format : undefined
  const conditions = [definition.required, definition.recommended, definition.appliesWhen, definition.needs]
  const known = product.providers.map((provider) => provider.id)
  const strange = conditions
    .filter((condition) => condition !== undefined)
    .flatMap(providersIn)
    .filter((name) => !known.includes(name))
  return [
    ...(format === undefined || isFormat(format, product)
      ? []
      : [`${id} has the format ${format}, which nobody reads.`]),
    ...(product.tabs.some((each) => each.id === tab)
      ? []
      : [`${id} is on the tab ${tab}, which there is not.`]),
    ...offerProblems(key, keys),
    ...strange.map((name) => `A condition of ${id} names ${name}, which is no provider.`),
  ]
}

/** What a field offers has to be there, and of the kind that it takes. */
function offerProblems({ id, domain, definition }: KnownKey, keys: readonly KnownKey[]): string[] {
  const { offersValueOf, guidedFor = [] } = definition
  const options = 'options' in definition ? (definition.options ?? {}) : {}
  const offered = offersValueOf === undefined ? null : keyNamed(offersValueOf)
  const from = keys.find(
    (key) => key.domain === (offered?.domain ?? domain) && key.path.join('/') === offered?.path.join('/'),
  )
  return [
    ...(offered === null || from?.definition.kind === definition.kind
      ? []
      : [`${id} offers the value of ${offersValueOf}, which is no key of its kind.`]),
    ...guidedFor
      .filter((value) => !Object.hasOwn(options, optionFor(options, value)))
      .map((value) => `${id} has questions about ${value}, which is no option.`),
  ]
}

/** Places outside a manifest that it names. */
function placeProblems({ manifests, retired }: ProductFacts, keys: readonly KnownKey[]): string[] {
  const domains = manifests.map(({ domain }) => domain)
  return [
    ...manifests
      .filter(({ sameContentAs }) => sameContentAs !== undefined && !domains.includes(sameContentAs))
      .map(({ id, sameContentAs }) => `${id} holds the same as ${sameContentAs}, which is no domain.`),
    ...retired
      .filter(
        ({ successor }) => successor && !isKey(`${successor.domain}:${successor.path.join('/')}`, '', keys),
      )
      .map(
        ({ path, successor }) =>
          `The successor of ${path.join('/')}, ${successor?.path.join('/')}, is no key.`,
      ),
  ]
}

/** The providers that a condition names. */
function providersIn(condition: Condition): readonly string[] {
  if (condition === 'always' || 'key' in condition) {
    return []
  }
  if ('provider' in condition) {
    return condition.provider
  }
  return 'not' in condition
    ? providersIn(condition.not)
    : ('all' in condition ? condition.all : condition.any).flatMap(providersIn)
}

/** The keys that a condition names, as it spells them. */
function keysIn(condition: Condition): string[] {
  if (condition === 'always' || 'provider' in condition) {
    return []
  }
  if ('not' in condition) {
    return keysIn(condition.not)
  }
  return 'key' in condition
    ? [condition.key]
    : ('all' in condition ? condition.all : condition.any).flatMap(keysIn)
}

/** A dictionary of a section counts as a key, though it has no entry of its own. */
function isKey(named: string, home: string, keys: readonly KnownKey[]): boolean {
  const { domain, path } = keyNamed(named)
  const wanted = path.join('/')
  return keys.some(
    (key) =>
      key.domain === (domain ?? home) &&
      (key.path.join('/') === wanted || key.path.join('/').startsWith(`${wanted}/`)),
  )
}

function plainness(data: unknown): string[] {
  const again: unknown = JSON.parse(JSON.stringify(data))
  return sameData(data, again) ? [] : ['The manifests hold something that is not plain data.']
}

function sameData(left: unknown, right: unknown): boolean {
  if (typeof left !== 'object' || left === null || typeof right !== 'object' || right === null) {
    return Object.is(left, right)
  }
  const [ours, theirs] = [Object.entries(left), Object.entries(right)]
  return (
    ours.length === theirs.length &&
    ours.every(([key, value], index) => theirs[index]?.[0] === key && sameData(value, theirs[index]?.[1]))
  )
}

function repeated(names: readonly string[], what: string): string[] {
  return names
    .filter((name, index) => names.indexOf(name) !== index)
    .map((name) => `The ${what} ${name} stands twice.`)
}
