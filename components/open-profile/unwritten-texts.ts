import { equal, valueAt } from '@/lib/plist/tree'
import type { PlistPath, PlistValue } from '@/lib/plist/value'
import type { KeyAt } from './found-settings'
import { movedPath } from './moved-path'
import type { ProfileStore } from './profile-store'

/** Text that stands in the field of a key and is not in the profile, and the sentence that says why. */
export type UnwrittenText = { readonly text: string; readonly error: string }

/** `around`: what the path of the key starts from, as it was when the profile was looked at last. */
type Held = KeyAt & { readonly unwritten: UnwrittenText; readonly around: PlistValue | undefined }

/**
 * What stands in text fields beside the profile: text that is no value, and text that was refused. It stays as long as its
 * key holds the same, whether or not its field is shown, moves with its element of a list, and goes with the open profile.
 * It is no change of the profile: neither history nor draft nor save knows it.
 */
export class UnwrittenTexts {
  readonly #profile: ProfileStore
  readonly #listeners = new Set<() => void>()
  #held: ReadonlyMap<string, Held> = new Map()

  constructor(profile: ProfileStore) {
    this.#profile = profile
  }

  /** Begins to follow the profile; the returned function ends it. */
  start(): () => void {
    this.#follow()
    return this.#profile.subscribe(() => this.#follow())
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The text of one key; the same object until it is another one. Undefined while the field shows the profile. */
  at(domain: string, path: PlistPath): UnwrittenText | undefined {
    return this.#held.size === 0 ? undefined : this.#held.get(nameOf({ domain, path }))?.unwritten
  }

  /** Keeps the text of a field, in the place of the one before. */
  keep(domain: string, path: PlistPath, unwritten: UnwrittenText): void {
    const around = this.#profile.valueOf(domain, [])
    this.#held = new Map(this.#held).set(nameOf({ domain, path }), { domain, path, unwritten, around })
    this.#notify()
  }

  /** Forgets the text of a field: what is in it now is in the profile. */
  drop(domain: string, path: PlistPath): void {
    const name = nameOf({ domain, path })
    if (this.#held.has(name)) {
      this.#held = new Map([...this.#held].filter(([other]) => other !== name))
      this.#notify()
    }
  }

  #follow(): void {
    if (this.#held.size > 0) {
      const before = [...this.#held.values()]
      const kept = before.map((held) => this.#after(held)).filter((held) => held !== null)
      this.#held = new Map(kept.map((held) => [nameOf(held), held]))
      if (kept.length !== before.length || kept.some((held, at) => held.path !== before[at]?.path)) {
        this.#notify()
      }
    }
  }

  /** A text after a change of the profile; null when its key holds something else now. */
  #after(held: Held): Held | null {
    const around = this.#profile.valueOf(held.domain, [])
    if (around === held.around) {
      return held
    }
    const path = movedPath(held.around, around, held.path)
    return path && sameValue(valueIn(held.around, held.path), valueIn(around, path))
      ? { ...held, path, around }
      : null
  }

  #notify(): void {
    for (const listener of this.#listeners) {
      listener()
    }
  }
}

const nameOf = ({ domain, path }: KeyAt) => `${domain}/${path.join('/')}`

const valueIn = (around: PlistValue | undefined, path: PlistPath) => around && valueAt(around, path)

const sameValue = (left: PlistValue | undefined, right: PlistValue | undefined) =>
  left === right || (left !== undefined && right !== undefined && equal(left, right))
