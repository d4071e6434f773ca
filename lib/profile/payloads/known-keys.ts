import { manifests, retiredKeys } from '../../products/keys'

/** The keys at the root of each domain, current and former; what a bare property list holds tells its domain. */
export const knownKeys: ReadonlyMap<string, ReadonlySet<string>> = collect()

const all = new Set([...knownKeys.values()].flatMap((keys) => [...keys]))

/** Whether any domain has a key of this name at its root. */
export function isKnownKey(name: string): boolean {
  return all.has(name)
}

function collect(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  const add = (domain: string, key: string) => {
    found.set(domain, (found.get(domain) ?? new Set()).add(key))
  }
  for (const { domain, sections } of manifests) {
    for (const { dictionary, keys } of sections) {
      for (const key of dictionary === undefined ? Object.keys(keys) : [dictionary]) {
        add(domain, key)
      }
    }
  }
  for (const { domain, path, status } of retiredKeys) {
    if (status !== 'misplaced' && path[0] !== undefined) {
      add(domain, path[0])
    }
  }
  return found
}
