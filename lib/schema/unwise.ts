import type { Issue, Repair } from '../api/issue'
import type { PlistArray, PlistPath, PlistValue } from '../plist/value'
import { series } from './condition-words'
import { flawIn } from './formats'
import type { KnownKey } from './keys'
import { currentOption, itemDefinition, replaceAt, textReplacement } from './repairs'
import { isTemplate } from './templates'
import { nameOfPath, quoted } from './words'

/** What a value may be and better were not: another spelling, an empty text, a value in no document, an odd format. */
export function unwise(key: KnownKey, path: PlistPath, value: PlistValue): Issue[] {
  if (value.type === 'array' && key.definition.kind === 'string-list') {
    const item = { ...key, definition: itemDefinition(key.definition) }
    const items = value.items
      .flatMap((each, index) => inText(item, [...path, index], each))
      .map((issue) =>
        issue.rule === 'empty-value' ? { ...issue, repair: withoutBlanks(key, path, value) } : issue,
      )
    return [...listSpelling(item, path, value.items), ...items]
  }
  return [...spelling(key, path, value), ...inText(key, path, value)]
}

/** The list without its empty items: by their positions, a second time would take away others. */
function withoutBlanks({ domain }: KnownKey, path: PlistPath, { items }: PlistArray): Repair {
  const left = items.filter((each) => each.type !== 'string' || each.value.trim() !== '')
  const value: PlistValue | null = left.length === 0 ? null : { type: 'array', items: left }
  const title = `Remove ${left.length === 0 ? nameOfPath(path) : `what is empty in ${nameOfPath(path)}`}`
  return { title, edits: [{ domain, path, value }] }
}

function inText(key: KnownKey, path: PlistPath, value: PlistValue): Issue[] {
  if (value.type !== 'string' || isTemplate(value.value)) {
    return []
  }
  if (value.value.trim() === '') {
    const message = `${nameOfPath(path)} is empty. Fill it in, or remove it: a key that is not configured is left out of the profile.`
    const repair = { title: `Remove ${nameOfPath(path)}`, edits: [{ domain: key.domain, path, value: null }] }
    return [advice(key, path, 'empty-value', message, repair)]
  }
  return [...unlisted(key, path, value.value), ...flawed(key, path, value.value)]
}

function spelling(key: KnownKey, path: PlistPath, value: PlistValue): Issue[] {
  const current = value.type === 'string' ? spelledByVendor(key, value.value) : null
  if (value.type !== 'string' || current === null) {
    return []
  }
  const message = `${nameOfPath(path)} is ${quoted(value.value)}, another spelling of ${current}. ${key.product.vendor}'s reference writes ${current}; keep the other one only for Macs whose version does not know it.`
  const repair = replaceAt(key.domain, path, textReplacement(current))
  return [advice(key, path, 'former-spelling', message, repair)]
}

/** A list that is spelled otherwise throughout is one issue, not one for each item. */
function listSpelling(item: KnownKey, path: PlistPath, items: readonly PlistValue[]): Issue[] {
  const current = items.map((each) => (each.type === 'string' ? spelledByVendor(item, each.value) : null))
  const changed = current.filter((spelled) => spelled !== null)
  if (changed.length === 0) {
    return []
  }
  const value: PlistValue = {
    type: 'array',
    items: items.map((each, index) => {
      const spelled = current[index]
      return typeof spelled === 'string' ? { type: 'string', value: spelled } : each
    }),
  }
  const message = `${nameOfPath(path)} spells items otherwise than ${item.product.vendor}'s reference, which writes ${series(changed, 'and')}.`
  const title = changed.length === 1 ? `Use ${changed[0]}` : `Use ${item.product.vendor}'s spelling`
  return [advice(item, path, 'former-spelling', message, replaceAt(item.domain, path, { title, value }))]
}

/** The option that a text means in another spelling; null when it is an option as it stands, or none. */
function spelledByVendor({ definition }: KnownKey, text: string): string | null {
  const options = 'options' in definition ? Object.keys(definition.options ?? {}) : []
  if (options.includes(text) || text.trim() === '') {
    return null
  }
  const sameLetters = options.find((option) => option.toLowerCase() === text.trim().toLowerCase())
  return currentOption(text, definition) ?? sameLetters ?? null
}

function unlisted(key: KnownKey, path: PlistPath, text: string): Issue[] {
  const options = 'options' in key.definition ? key.definition.options : undefined
  if (options === undefined || Object.hasOwn(options, text) || spelledByVendor(key, text) !== null) {
    return []
  }
  const message = `${nameOfPath(path)} holds ${quoted(text)}, which is in no document that Latchkey knows. Check its spelling.`
  return [advice(key, path, 'unlisted-value', message)]
}

function flawed(key: KnownKey, path: PlistPath, text: string): Issue[] {
  const format = 'format' in key.definition ? key.definition.format : undefined
  const flaw = format === undefined ? null : flawIn(text, format, key.product)
  if (flaw === null) {
    return []
  }
  const repair =
    flaw.suggestion === undefined ? undefined : replaceAt(key.domain, path, textReplacement(flaw.suggestion))
  return [advice(key, path, 'bad-format', `${nameOfPath(path)} ${flaw.message}`, repair)]
}

function advice(
  { domain }: KnownKey,
  path: PlistPath,
  rule: string,
  message: string,
  repair?: Issue['repair'],
): Issue {
  return { severity: 'advice', domain, path, rule, message, ...(repair === undefined ? {} : { repair }) }
}
