import type { PlistValue } from '@/lib/plist/value'
import { afterPaint } from './after-paint'
import type { KeyAt } from './found-settings'

type Listener = () => void

/** What a state of the profile holds in a domain. */
export type Holding = (domain: string) => PlistValue | undefined

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
      for (const name of changedKeys(before(domain), after(domain))) {
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
  if (before === after) {
    return new Set()
  }
  const [were, are] = [entriesOf(before), entriesOf(after)]
  const changed = [...are].filter(([key, value]) => were.get(key) !== value).map(([key]) => key)
  const gone = [...were.keys()].filter((key) => !are.has(key))
  return new Set([...changed, ...gone])
}

const entriesOf = (value: PlistValue | undefined): ReadonlyMap<string, PlistValue> =>
  new Map((value?.type === 'dict' ? value.entries : []).map((entry) => [entry.key, entry.value]))
