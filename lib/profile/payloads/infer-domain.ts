import type { PlistValue } from '../../plist/value'
import { productDomains } from '../../products/domains'
import { retiredDomains } from '../../products/keys'
import { distance } from '../../schema/nearest'
import { knownKeys } from './known-keys'
import { isCommonPayloadKey } from './payload-keys'

/**
 * The domain of a bare dictionary of preferences: the one its file name ends in or contains ("com.jamf.connect.plist",
 * "Okta com.jamf.connect.login (1).plist"), else the one of its keys. Null when neither says.
 */
export function inferDomain(root: PlistValue, fileName?: string): string | null {
  if (root.type !== 'dict') {
    return null
  }
  return domainInName(fileName ?? '') ?? domainOfKeys(root.entries.map(({ key }) => key))
}

function domainInName(fileName: string): string | null {
  const base = (fileName.split(/[/\\]/).at(-1) ?? '').toLowerCase().replace(/\.(plist|mobileconfig|xml)$/, '')
  const found = productDomains.filter((domain) => {
    const at = base.lastIndexOf(domain)
    return at >= 0 && !/^\.?[a-z]/.test(base.slice(at + domain.length))
  })
  return found.toSorted((left, right) => right.length - left.length)[0] ?? null
}

/** Comparing every key with every name costs; what is as long as this says its domain by the keys that are right. */
const MOST_COMPARED = 60

/**
 * The domain that knows more than half of the keys, and more than any other does. A misspelt key counts where another
 * one is right. A domain of a former version gives way to a current one that knows as many.
 */
export function domainOfKeys(all: readonly string[]): string | null {
  const keys = all.filter((key) => !isCommonPayloadKey(key))
  const [best, second] = productDomains
    .map((domain) => ({ domain, known: knownAmong(keys, knownKeys.get(domain) ?? new Set()) }))
    .toSorted((left, right) => right.known - left.known || age(left.domain) - age(right.domain))
  if (!best || !second || best.known * 2 <= keys.length) {
    return null
  }
  const alone = best.known > second.known || age(best.domain) < age(second.domain)
  return alone ? best.domain : null
}

function knownAmong(keys: readonly string[], names: ReadonlySet<string>): number {
  const right = keys.filter((key) => names.has(key)).length
  return right === 0 || keys.length > MOST_COMPARED
    ? right
    : keys.filter((key) => names.has(key) || isNear(key, names)).length
}

function isNear(key: string, names: ReadonlySet<string>): boolean {
  return key.length >= 6 && [...names].some((name) => distance(key.toLowerCase(), name.toLowerCase(), 2) <= 2)
}

function age(domain: string): number {
  return retiredDomains.includes(domain) ? 1 : 0
}
