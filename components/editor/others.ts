import type { PlistDict, PlistEntry } from '@/lib/plist/value'
import { allKeys, manifests } from '@/lib/products/keys'
import type { Settings } from '@/lib/schema/settings'

const known = new Set(allKeys.map((key) => `${key.domain}:${key.path[0]}`))

const foundOthers = new WeakMap<PlistDict, readonly PlistEntry[]>()

/** The tab that a domain belongs to: that of its last section, as the first ones of two are on the Identity Provider tab. */
export const domainsOf = (tab: string) =>
  manifests.filter(({ sections }) => sections.at(-1)?.tab === tab).map(({ domain }) => domain)

/** Keys of a domain that no manifest knows. Looked for once for each state: React asks several times at every key press. */
export function othersIn(domain: string, settings: Settings): readonly PlistEntry[] {
  const dict = settings.get(domain)
  if (!dict) {
    return []
  }
  const found = foundOthers.get(dict) ?? dict.entries.filter(({ key }) => !known.has(`${domain}:${key}`))
  foundOthers.set(dict, found)
  return found
}

const foundNames = new WeakMap<readonly PlistEntry[], readonly string[]>()

/** Their names: the same list as long as the settings of the domain are the same. */
export function namesIn(domain: string, settings: Settings): readonly string[] {
  const others = othersIn(domain, settings)
  const names = foundNames.get(others) ?? others.map(({ key }) => key)
  foundNames.set(others, names)
  return names
}

/** The names of all tabs, by domain. */
export const otherNames = (settings: Settings) =>
  manifests.map(({ domain }) => ({ domain, names: namesIn(domain, settings) }))
