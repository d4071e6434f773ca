import { equal } from '../plist/tree'
import type { PlistPath, PlistValue } from '../plist/value'
import { holds, keyNamed } from '../schema/condition'
import type { KnownKey } from '../schema/keys'
import { type Settings, settingAt } from '../schema/settings'
import { seenFrom } from './context'
import { productAt } from './domains'
import { allKeys, findKey } from './keys'

/** A key whose value the field of another one offers. */
export type Offer = {
  readonly from: KnownKey
  /** How the field of that key is called, with its app where a field of another one is called the same. */
  readonly name: string
  /** What can be copied; null while there is nothing to copy, and where the key has a value of its own: two may be meant. */
  readonly value: PlistValue | null
}

/**
 * What the field of a key offers; null where it offers nothing: both hold the same, either is of no effect, or the two are
 * about different providers.
 */
export function offerAt(domain: string, path: PlistPath, settings: Settings): Offer | null {
  const key = findKey(domain, path)
  const named = key?.definition.offersValueOf
  if (key === undefined || named === undefined) {
    return null
  }
  const place = keyNamed(named)
  const from = findKey(place.domain ?? domain, place.path)
  const together = from && productAt(domain)?.linking?.belongTogether(key, from, settings) !== false
  if (from === undefined || !together || ![key, from].every((each) => isHeeded(each, settings))) {
    return null
  }
  const own = settingAt(settings, domain, path)
  const value = settingAt(settings, from.domain, from.path)
  if (own !== undefined && value !== undefined && equal(own, value)) {
    return null
  }
  const isFree = own === undefined || (own.type === 'string' && own.value.trim() === '')
  return {
    from,
    name: nameOf(from, settings),
    value: isFree && value?.type === 'string' && value.value.trim() !== '' ? value : null,
  }
}

function nameOf(key: KnownKey, settings: Settings): string {
  const { title } = key.definition
  const isAlike = (other: KnownKey) => other !== key && other.definition.title === title
  return allKeys.some((other) => isAlike(other) && isHeeded(other, settings))
    ? `${title} (${key.manifest.title})`
    : title
}

function isHeeded({ appliesWhen, domain }: KnownKey, settings: Settings): boolean {
  return settings.has(domain) && (appliesWhen === undefined || holds(appliesWhen, seenFrom(settings, domain)))
}
