import type { PlistPath } from '@/lib/plist/value'
import { linkedKeyAt, partnersOf } from '@/lib/products/links'
import { type Apart, pairOf } from '@/lib/schema/follow-links'
import type { KnownKey } from '@/lib/schema/keys'
import type { Settings } from '@/lib/schema/settings'

/** The pairs that are edited apart once a key is taken apart from others, or, with `apart` false, follows them again. */
export function takenApart(before: Apart, one: KnownKey, others: readonly KnownKey[], apart: boolean): Apart {
  const pairs = others.map((other) => pairOf(one, other))
  return new Set(apart ? [...before, ...pairs] : [...before].filter((pair) => !pairs.includes(pair)))
}

/** The same before an edit: what differs stays apart, also when the text happens to become the same while it is typed. */
export function keptApart(before: Apart, domain: string, path: PlistPath, settings: Settings): Apart {
  const key = linkedKeyAt(domain, path)
  const different = key ? partnersOf(key, settings).filter(({ same }) => !same) : []
  return key && different.length > 0
    ? new Set([...before, ...different.map((other) => pairOf(key, other.key))])
    : before
}
