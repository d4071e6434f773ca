import type { PlistDict, PlistPath, PlistValue } from '../../../plist/value'
import { findKey, holdsKeys, type KnownKey } from '../../../schema/keys'
import type { Subject } from './rule'

export type Configured = { readonly key: KnownKey; readonly path: PlistPath; readonly value: PlistValue }
export type Stray = { readonly domain: string; readonly path: PlistPath; readonly value: PlistValue }

/** Every known key that is configured, with its value; those inside lists once per element. */
export function configuredKeys({ settings }: Pick<Subject, 'settings'>): Configured[] {
  return [...settings].flatMap(([domain, root]) => entriesOf(domain, root).filter((each) => 'key' in each))
}

/** Every entry that is no key of a manifest, the outermost ones only. */
export function strayKeys({ settings }: Pick<Subject, 'settings'>, domains: readonly string[]): Stray[] {
  return [...settings]
    .filter(([domain]) => domains.includes(domain))
    .flatMap(([domain, root]) => entriesOf(domain, root).filter((each) => 'domain' in each))
}

/** Settings are immutable and a dozen rules walk the same ones. */
const walked = new WeakMap<
  PlistDict,
  { readonly domain: string; readonly entries: readonly (Configured | Stray)[] }
>()

function entriesOf(domain: string, root: PlistDict): readonly (Configured | Stray)[] {
  const known = walked.get(root)
  if (known?.domain === domain) {
    return known.entries
  }
  const entries = within(domain, [], root)
  walked.set(root, { domain, entries })
  return entries
}

function within(domain: string, path: PlistPath, value: PlistValue): (Configured | Stray)[] {
  if (value.type === 'array') {
    return holdsKeys(domain, [...path, 0])
      ? value.items.flatMap((item, index) => within(domain, [...path, index], item))
      : []
  }
  if (value.type !== 'dict' || !holdsKeys(domain, path)) {
    return []
  }
  return value.entries.flatMap((entry) => {
    const place = [...path, entry.key]
    const key = findKey(domain, place)
    const inside = within(domain, place, entry.value)
    if (key === undefined) {
      return holdsKeys(domain, place) ? inside : [{ domain, path: place, value: entry.value }]
    }
    return [{ key, path: place, value: entry.value }, ...inside]
  })
}
