import type { Issue } from '../api/issue'
import { valueAt } from '../plist/tree'
import type { PlistDict, PlistPath, PlistValue } from '../plist/value'
import { contextOf } from '../products/jamf-connect/context'
import { missingKeys } from '../products/jamf-connect/missing'
import type { Faults } from './faults'
import { findKey, holdsKeys, type KnownKey } from './keys'
import type { KeyDefinition } from './manifest'
import { itemDefinition, replaceAt, replacementFor } from './repairs'
import type { Settings } from './settings'
import { unwise } from './unwise'
import { schemaFor, type ValueRule } from './value-schema'
import { nameOfPath, valueInWords } from './words'

/**
 * Every issue that one key by itself has: wrong types, values that Jamf Connect does not know or cannot use, and keys
 * that are missing. All at once: a wrong value hides no other issue. Keys that no manifest knows are left to advice.
 * `faults` is what advice has found: a missing key is not filled with one of those values.
 */
export function validate(settings: Settings, faults: Faults = []): Issue[] {
  const context = contextOf(settings)
  return [...settings].flatMap(([domain, root]) => [
    ...issuesOf(domain, root),
    ...missingKeys(domain, root, context, faults),
  ])
}

/** Settings are immutable, so what was found in a dict once stays true while an administrator edits another. */
const found = new Map<string, WeakMap<PlistDict, readonly Issue[]>>()

function issuesOf(domain: string, root: PlistDict): readonly Issue[] {
  const known = found.get(domain) ?? new WeakMap<PlistDict, readonly Issue[]>()
  found.set(domain, known)
  const issues = known.get(root) ?? inDict(domain, [], root)
  known.set(root, issues)
  return issues
}

function inDict(domain: string, path: PlistPath, dict: PlistDict): Issue[] {
  return dict.entries.flatMap((entry) => {
    const place = [...path, entry.key]
    const key = findKey(domain, place)
    if (key !== undefined) {
      return [...inValue(key, place, entry.value), ...inside(domain, place, entry.value)]
    }
    if (!holdsKeys(domain, place)) {
      return []
    }
    return entry.value.type === 'dict'
      ? inDict(domain, place, entry.value)
      : [notADict(domain, place, entry.value)]
  })
}

function inside(domain: string, path: PlistPath, value: PlistValue): Issue[] {
  if (value.type === 'dict' && holdsKeys(domain, path)) {
    return inDict(domain, path, value)
  }
  if (value.type === 'array' && holdsKeys(domain, [...path, 0])) {
    return value.items.flatMap((item, index) => inside(domain, [...path, index], item))
  }
  return []
}

function inValue(key: KnownKey, path: PlistPath, value: PlistValue): Issue[] {
  // Schemas are kept by name, so the position in a list is told afterwards.
  const name = nameOfPath(key.path)
  const result = schemaFor(key.definition, name).safeParse(value)
  const errors = (result.error?.issues ?? []).map((issue) => {
    const rule = ('params' in issue ? issue.params?.rule : 'wrong-type') as ValueRule
    const below = within(value, issue.path)
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
function within(value: PlistValue, path: readonly PropertyKey[]): (string | number)[] {
  const step = path[1]
  return (value.type === 'array' || value.type === 'dict') &&
    (typeof step === 'number' || typeof step === 'string')
    ? [step]
    : []
}

function repairOf(rule: ValueRule, key: KnownKey, path: PlistPath, value: PlistValue, below: PlistPath) {
  const item = below.length === 0 ? value : valueAt(value, below)
  const ofItem: KeyDefinition = below.length === 0 ? key.definition : itemDefinition(key.definition)
  const replacement = item === undefined ? null : replacementFor(rule, item, ofItem)
  return replacement === null ? {} : { repair: replaceAt(key.domain, [...path, ...below], replacement) }
}

function notADict(domain: string, path: PlistPath, value: PlistValue): Issue {
  const message = `${nameOfPath(path)} is ${valueInWords(value)}, but Jamf Connect expects a dictionary with the settings of ${nameOfPath(path)}.`
  return { severity: 'error', domain, path, rule: 'wrong-type', message }
}
