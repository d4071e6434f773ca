import type { Issue } from '../api/issue'
import { valueAt } from '../plist/tree'
import type { PlistDict, PlistPath, PlistValue } from '../plist/value'
import type { Faults } from './faults'
import type { KnownKey } from './keys'
import { missingKeys } from './missing'
import { itemDefinition, replaceAt, replacementFor } from './repairs'
import type { Judged } from './rules'
import { unlikeContents } from './same-content'
import type { Settings } from './settings'
import { unwise } from './unwise'
import { schemaFor, type ValueRule } from './value-schema'
import { nameOfPath, valueInWords } from './words'

/**
 * Every issue that one key of a product by itself has: wrong types, values that the product does not know or cannot use,
 * and keys that are missing. All at once: a wrong value hides no other issue. Keys that no manifest knows are left to
 * advice. `faults` is what advice has found: a missing key is not filled with one of those values.
 */
export function validate(product: Judged, settings: Settings, faults: Faults = []): Issue[] {
  const own = [...settings].flatMap(([domain, root]) =>
    product.catalogue.knownDomains.includes(domain)
      ? [...issuesOf(product, domain, root), ...missingKeys(product, domain, settings, faults)]
      : [],
  )
  return [...own, ...unlikeContents(product.facts, settings)]
}

/** Settings are immutable, so what was found in a dict once stays true while an administrator edits another. */
const found = new Map<string, WeakMap<PlistDict, readonly Issue[]>>()

function issuesOf(product: Judged, domain: string, root: PlistDict): readonly Issue[] {
  const known = found.get(domain) ?? new WeakMap<PlistDict, readonly Issue[]>()
  found.set(domain, known)
  const issues = known.get(root) ?? inDict({ product, domain }, [], root)
  known.set(root, issues)
  return issues
}

type In = { readonly product: Judged; readonly domain: string }

function inDict(within: In, path: PlistPath, dict: PlistDict): Issue[] {
  const { findKey, holdsKeys } = within.product.catalogue
  return dict.entries.flatMap((entry) => {
    const place = [...path, entry.key]
    const key = findKey(within.domain, place)
    if (key !== undefined) {
      return [...inValue(key, place, entry.value), ...inside(within, place, entry.value)]
    }
    if (!holdsKeys(within.domain, place)) {
      return []
    }
    return entry.value.type === 'dict'
      ? inDict(within, place, entry.value)
      : [notADict(within, place, entry.value)]
  })
}

function inside(within: In, path: PlistPath, value: PlistValue): Issue[] {
  const { holdsKeys } = within.product.catalogue
  if (value.type === 'dict' && holdsKeys(within.domain, path)) {
    return inDict(within, path, value)
  }
  if (value.type === 'array' && holdsKeys(within.domain, [...path, 0])) {
    return value.items.flatMap((item, index) => inside(within, [...path, index], item))
  }
  return []
}

function inValue(key: KnownKey, path: PlistPath, value: PlistValue): Issue[] {
  // Schemas are kept by name, so the position in a list is told afterwards.
  const name = nameOfPath(key.path)
  const result = schemaFor(key, name).safeParse(value)
  const errors = (result.error?.issues ?? []).map((issue) => {
    const rule = ('params' in issue ? issue.params?.rule : 'wrong-type') as ValueRule
    const below = placeIn(value, issue.path)
    const item = key.definition.kind === 'string-list' && typeof below[0] === 'number' ? below : []
    const message = issue.message.replace(name, () => nameOfPath([...path, ...item]))
    return { severity: 'error' as const, rule, message, path: [...path, ...below], below }
  })
  return [
    ...errors.map(({ below, ...issue }) => ({
      domain: key.domain,
      ...issue,
      ...repairOf(issue.rule, key, path, value, below),
    })),
    ...(errors.length === 0 ? unwise(key, path, value) : []),
  ]
}

/** Schemas see nodes, issues speak of places: ["items", 2] is the path [2], ["entries", "x"] is ["x"]. */
function placeIn(value: PlistValue, path: readonly PropertyKey[]): (string | number)[] {
  const step = path[1]
  return (value.type === 'array' || value.type === 'dict') &&
    (typeof step === 'number' || typeof step === 'string')
    ? [step]
    : []
}

function repairOf(rule: ValueRule, key: KnownKey, path: PlistPath, value: PlistValue, below: PlistPath) {
  const item = below.length === 0 ? value : valueAt(value, below)
  const definition = below.length === 0 ? key.definition : itemDefinition(key.definition)
  const replacement =
    item === undefined ? null : replacementFor(rule, item, { definition, product: key.product })
  return replacement === null ? {} : { repair: replaceAt(key.domain, [...path, ...below], replacement) }
}

function notADict({ product, domain }: In, path: PlistPath, value: PlistValue): Issue {
  const name = nameOfPath(path)
  const message = `${name} is ${valueInWords(value)}, but ${product.facts.reader} expects a dictionary with the settings of ${name}.`
  return { severity: 'error', domain, path, rule: 'wrong-type', message }
}
