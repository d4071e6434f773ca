import type { PlistPath } from '@/lib/plist/value'
import { PROFILE } from '@/lib/profile/profile-keys'
import type { Issue } from '@/lib/schema/issue'
import type { ProfileStore } from './profile-store'

const PAUSE_MS = 120
const NONE: readonly Issue[] = []

/**
 * The issues of the open profile, found a moment after the last change. The rules are loaded when first needed: the
 * editor can be typed in before they have arrived.
 */
export class IssueStore {
  readonly #profile: ProfileStore
  readonly #listeners = new Set<() => void>()
  #all: readonly Issue[] | null = null
  #byPlace: ReadonlyMap<string, readonly Issue[]> = new Map()
  #timer: ReturnType<typeof setTimeout> | undefined
  #checkedRoot: unknown = null

  constructor(profile: ProfileStore) {
    this.#profile = profile
  }

  /** Begins to follow the profile; the returned function ends it. */
  start(): () => void {
    const unsubscribe = this.#profile.subscribe(() => this.#schedule())
    this.#schedule()
    return () => {
      unsubscribe()
      clearTimeout(this.#timer)
    }
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Null until the first check is done. */
  get all(): readonly Issue[] | null {
    return this.#all
  }

  /** Issues of one key and of everything inside it. */
  at(domain: string, path: PlistPath): readonly Issue[] {
    return this.#byPlace.get(placeOf(domain, path)) ?? NONE
  }

  #schedule(): void {
    if (this.#profile.root !== this.#checkedRoot) {
      clearTimeout(this.#timer)
      this.#timer = setTimeout(() => void this.#check(), PAUSE_MS)
    }
  }

  async #check(): Promise<void> {
    const { findIssues } = await import('./find-issues')
    const { root } = this.#profile
    this.#checkedRoot = root
    this.#all = findIssues(root, this.#profile)
    this.#byPlace = byPlace(this.#all)
    for (const listener of this.#listeners) {
      listener()
    }
  }
}

const placeOf = (domain: string, path: PlistPath) => `${domain}:${path.join('/')}`

function byPlace(issues: readonly Issue[]): ReadonlyMap<string, readonly Issue[]> {
  const places = new Map<string, Issue[]>()
  for (const issue of issues) {
    const place = placeOf(issue.domain ?? PROFILE, issue.path)
    places.set(place, [...(places.get(place) ?? []), issue])
  }
  return places
}
