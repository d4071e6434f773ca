import { valueAt } from '../plist/tree'
import type { PlistDict, PlistPath, PlistValue } from '../plist/value'
import { contextOf, type Settings } from './context'
import { formats } from './formats'
import type { Issue } from './issue'
import { findKey, holdsKeys, type KnownKey } from './keys'
import type { KeyDefinition } from './manifest'
import { missingKeys } from './missing'
import { currentOption, replacementFor, textReplacement } from './repairs'
import { isTemplate } from './templates'
import { schemaFor, type ValueRule } from './value-schema'
import { nameOfPath, quoted, valueInWords } from './words'

/**
 * Every issue that one key by itself has: wrong types, values that Jamf Connect does not know or cannot use, and keys
 * that are missing. All at once: a wrong value hides no other issue. Keys that no manifest knows are left to advice.
 */
export function validate(settings: Settings): Issue[] {
  const context = contextOf(settings)
  return [...settings].flatMap(([domain, root]) => [
    ...issuesOf(domain, root),
    ...missingKeys(domain, root, context),
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

const schemas = new Map<KnownKey, ReturnType<typeof schemaFor>>()

function inValue(key: KnownKey, path: PlistPath, value: PlistValue): Issue[] {
  const schema = schemas.get(key) ?? schemaFor(key.definition, nameOfPath(path))
  schemas.set(key, schema)
  const result = schema.safeParse(value)
  const errors = (result.error?.issues ?? []).map((issue) => {
    const rule = ('params' in issue ? issue.params?.rule : 'wrong-type') as ValueRule
    const below = within(value, issue.path)
    return { severity: 'error' as const, rule, message: issue.message, path: [...path, ...below], below }
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
  return replacement === null ? {} : { repair: edit(key.domain, [...path, ...below], replacement) }
}

function itemDefinition(definition: KeyDefinition): KeyDefinition {
  return definition.kind === 'string-list' || definition.kind === 'string-map'
    ? ({ ...definition, kind: 'string' } as KeyDefinition)
    : definition
}

function edit(domain: string, path: PlistPath, { title, value }: { title: string; value: PlistValue }) {
  return { title, edits: [{ domain, path, value }] }
}

/** What is allowed but asks for a second look: former spellings, empty texts, formats that are merely unusual. */
function unwise(key: KnownKey, path: PlistPath, value: PlistValue): Issue[] {
  if (value.type === 'array' && key.definition.kind === 'string-list') {
    const item = itemDefinition(key.definition)
    return value.items.flatMap((each, index) =>
      unwiseText({ ...key, definition: item }, [...path, index], each),
    )
  }
  return unwiseText(key, path, value)
}

function unwiseText(key: KnownKey, path: PlistPath, value: PlistValue): Issue[] {
  if (value.type !== 'string' || isTemplate(value.value)) {
    return []
  }
  const name = nameOfPath(path)
  const at = { severity: 'advice' as const, domain: key.domain, path }
  if (value.value.trim() === '') {
    const message = `${name} is empty. Fill it in, or remove it: a key that is not configured is left out of the profile.`
    return [{ ...at, rule: 'empty-value', message, repair: removal(key.domain, path) }]
  }
  const current = currentOption(value.value, key.definition)
  if (current !== null) {
    const message = `${name} is ${quoted(value.value)}, which is another spelling of ${current}. Jamf documents ${current} today; keep the former one only for Macs with an old version.`
    return [
      { ...at, rule: 'former-spelling', message, repair: edit(key.domain, path, textReplacement(current)) },
    ]
  }
  return [...unlisted(key, path, value.value), ...flawed(key, path, value.value)]
}

function unlisted(key: KnownKey, path: PlistPath, text: string): Issue[] {
  const { definition } = key
  const options = 'options' in definition ? (definition.options ?? {}) : null
  if (options === null || !('open' in definition) || Object.hasOwn(options, text)) {
    return []
  }
  const option = Object.keys(options).find((each) => each.toLowerCase() === text.trim().toLowerCase())
  const at = { severity: 'advice' as const, domain: key.domain, path, rule: 'unlisted-value' }
  const name = nameOfPath(path)
  return option === undefined
    ? [
        {
          ...at,
          message: `${name} holds ${quoted(text)}, which is in no document that Latchkey knows. Check the spelling.`,
        },
      ]
    : [
        {
          ...at,
          message: `${name} holds ${quoted(text)}; Jamf spells it ${option}.`,
          repair: edit(key.domain, path, textReplacement(option)),
        },
      ]
}

function flawed(key: KnownKey, path: PlistPath, text: string): Issue[] {
  const format = 'format' in key.definition ? key.definition.format : undefined
  const flaw = format === undefined ? null : formats[format](text)
  if (flaw === null) {
    return []
  }
  const repair =
    flaw.suggestion === undefined ? {} : { repair: edit(key.domain, path, textReplacement(flaw.suggestion)) }
  const message = `${nameOfPath(path)} ${flaw.message}`
  return [{ severity: flaw.severity, domain: key.domain, path, rule: 'bad-format', message, ...repair }]
}

function removal(domain: string, path: PlistPath) {
  return { title: `Remove ${nameOfPath(path)}`, edits: [{ domain, path, value: null }] }
}

function notADict(domain: string, path: PlistPath, value: PlistValue): Issue {
  const message = `${nameOfPath(path)} is ${valueInWords(value)}, but Jamf Connect expects a dictionary with the settings of ${nameOfPath(path)}.`
  return { severity: 'error', domain, path, rule: 'wrong-type', message }
}
