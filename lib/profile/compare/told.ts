import type { PlistType, PlistValue } from '../../plist/value'
import { profileKeys } from '../../products/apple/profile-keys'
import { findKey, manifests } from '../../products/keys'
import { HIDDEN } from '../../schema/shown-address'
import { counted, shortened } from '../../schema/words'
import { holdsSecret } from './hidden'
import type { Place } from './parts'
import { same } from './same'

/** A place as people know it. */
export type Names = {
  /** Title of the manifest, else the domain or payload type. */
  readonly holder: string
  /** What the form calls the key; null for keys that it does not have. */
  readonly title: string | null
}

const types: { readonly [Type in PlistType]: string } = {
  string: 'text',
  boolean: 'switch',
  integer: 'whole number',
  real: 'number',
  date: 'date',
  data: 'data',
  array: 'list',
  dict: 'dictionary',
  uid: 'reference',
}

/**
 * The values of one place in words; of credentials only whether there is one, and whether it is another. Types are named
 * where they differ.
 */
export function toldValues(
  values: readonly (PlistValue | undefined)[],
  secrets: ReadonlySet<PlistValue>,
): (string | null)[] {
  const there = values.filter((value) => value !== undefined)
  const hidden = there.some((value) => holdsSecret(value, secrets))
  const typed = new Set(there.map(({ type }) => type)).size > 1
  const texts = values.map((value) => {
    if (value === undefined) {
      return null
    }
    const text = hidden ? HIDDEN : inWords(value)
    return typed ? `${text} (${types[value.type]})` : text
  })
  return texts.map((text, index) => {
    const first = texts.indexOf(text)
    return text === null || same(values[first], values[index]) ? text : `${text} (another)`
  })
}

/** A value in a few words; of what it holds, how much. */
export function inWords(value: PlistValue): string {
  switch (value.type) {
    case 'dict':
      return counted(value.entries.length, 'key')
    case 'array':
      return value.items.length > 0 && value.items.every(({ type }) => type !== 'dict' && type !== 'array')
        ? shortened(value.items.map(inWords).join(', '))
        : counted(value.items.length, 'element')
    case 'data':
      return counted(value.value.length, 'byte')
    case 'boolean':
      return value.value ? 'On' : 'Off'
    case 'date':
      return dateInWords(value.value)
    case 'string':
      return value.value.trim() === '' ? 'Empty text' : shortened(value.value)
    case 'real':
      return value.text ?? String(value.value)
    default:
      return String(value.value)
  }
}

/** Seconds since 2001 in UTC; a date beyond what the calendar has stays a number. */
function dateInWords(seconds: number): string {
  const date = new Date((seconds + 978_307_200) * 1000)
  return Number.isNaN(date.getTime()) ? String(seconds) : date.toISOString().replace('.000', '')
}

const titles = new Map(manifests.toReversed().map(({ domain, title }) => [domain, title]))

/** The names of a place. */
export function namesOf({ domain, path }: Pick<Place, 'domain' | 'path'>): Names {
  if (domain === null) {
    const own: Readonly<Record<string, { readonly title: string }>> = profileKeys
    return { holder: 'Profile', title: (path.length === 1 && own[String(path[0])]?.title) || null }
  }
  return { holder: titles.get(domain) ?? domain, title: findKey(domain, path)?.definition.title ?? null }
}
