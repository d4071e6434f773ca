import type { PlistEntry, PlistValue } from '@/lib/plist/value'
import { PROFILE } from '@/lib/products/apple/profile-keys'
import type { Settings } from '@/lib/schema/settings'
import { afterPaint } from './after-paint'
import type { KeyAt } from './found-settings'

type Listener = () => void

/** What a state of the profile holds in a domain. */
type Holding = (domain: string) => PlistValue | undefined

/** What a profile holds now, also once it has changed. */
export function holdingOf({ root, settings }: { root: PlistValue; settings: Settings }): Holding {
  return (domain) => (domain === PROFILE ? root : settings.get(domain))
}

/**
 * What listens to the open profile. A key press reaches hundreds of fields: those of keys that hold the same as before are
 * not asked, and what only tells about the profile is asked after the press is on the screen.
 */
export class Listeners {
  readonly #all = new Set<Listener>()
  readonly #calm = new Set<Listener>()
  readonly #keys = new Map<string, Map<string, Set<Listener>>>()
  #waiting = false

  /** Hears of everything, at once. */
  readonly add = (listener: Listener): (() => void) => {
    this.#all.add(listener)
    return () => this.#all.delete(listener)
  }

  /** Hears of everything; of a key press after it has been painted. */
  readonly addCalm = (listener: Listener): (() => void) => {
    this.#calm.add(listener)
    return () => this.#calm.delete(listener)
  }

  /** Hears, at once, of changes to the key that a path begins with. */
  addTo({ domain, path: [name] }: KeyAt, listener: Listener): () => void {
    const names = this.#keys.get(domain) ?? new Map<string, Set<Listener>>()
    this.#keys.set(domain, names)
    const listeners = names.get(String(name)) ?? new Set()
    names.set(String(name), listeners.add(listener))
    return () => listeners.delete(listener)
  }

  /** Tells of a state that follows another; `typed` when a key press made it. */
  tell(before: Holding, after: Holding, typed = false): void {
    for (const listener of this.#all) {
      listener()
    }
    for (const [domain, names] of this.#keys) {
      const [held, holds] = [before(domain), after(domain)]
      if (held === holds) {
        continue
      }
      for (const name of changedKeys(held, holds)) {
        names.get(name)?.forEach((listener) => void listener())
      }
    }
    if (!typed) {
      this.#tellCalm()
    } else if (!this.#waiting) {
      this.#waiting = true
      afterPaint(() => this.#tellCalm())
    }
  }

  #tellCalm(): void {
    this.#waiting = false
    for (const listener of this.#calm) {
      listener()
    }
  }
}

/** The keys whose values are not the same objects any more. */
function changedKeys(before: PlistValue | undefined, after: PlistValue | undefined): ReadonlySet<string> {
  const [were, are] = [entriesOf(before), entriesOf(after)]
  if (were.length === are.length && are.every(({ key }, at) => key === were[at]?.key)) {
    // As it is while somebody types: nothing is looked up among hundreds of keys.
    return new Set(are.filter((entry, at) => entry.value !== were[at]?.value).map(({ key }) => key))
  }
  const [held, holds] = [were, are].map((entries) => new Map(entries.map(({ key, value }) => [key, value])))
  const changed = are.filter(({ key, value }) => held?.get(key) !== value)
  const gone = were.filter(({ key }) => !holds?.has(key))
  return new Set([...changed, ...gone].map(({ key }) => key))
}

const entriesOf = (value: PlistValue | undefined): readonly PlistEntry[] =>
  value?.type === 'dict' ? value.entries : []
