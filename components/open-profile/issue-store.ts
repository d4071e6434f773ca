import { loadLater } from '@/components/ui/lazily'
import type { PlistPath } from '@/lib/plist/value'
import { PROFILE } from '@/lib/profile/profile-keys'
import type { Issue } from '@/lib/schema/issue'
import type { ProfileStore } from './profile-store'

/** Longer than between two key presses, so that the check does not hold the next one up. */
const PAUSE_MS = 250
/** The rules could not be loaded; the server may be away. */
const AGAIN_MS = 5_000
const NONE: readonly Issue[] = []

/** Loads the rules, which are large. */
export const loadFindIssues = loadLater(() => import('./find-issues'))

/**
 * The issues of the open profile, found a moment after the last change. The rules are loaded when first needed: the
 * editor can be typed in before they have arrived.
 */
export class IssueStore {
  readonly #profile: ProfileStore
  readonly #listeners = new Set<() => void>()
  #all: readonly Issue[] | null = null
  #byPlace: Issues = new Map()
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

  #schedule(pause = PAUSE_MS): void {
    if (this.#profile.root !== this.#checkedRoot) {
      clearTimeout(this.#timer)
      this.#timer = setTimeout(() => void this.#check(), pause)
    }
  }

  async #check(): Promise<void> {
    const loaded = await loadFindIssues().catch(() => null)
    if (loaded === null) {
      this.#schedule(AGAIN_MS)
      return
    }
    const { findIssues } = loaded
    const { root } = this.#profile
    this.#checkedRoot = root
    this.#all = findIssues(root, this.#profile)
    this.#byPlace = byPlace(this.#all, this.#byPlace)
    for (const listener of this.#listeners) {
      listener()
    }
  }
}

type Issues = ReadonlyMap<string, readonly Issue[]>

const placeOf = (domain: string, path: PlistPath) => `${domain}:${path.join('/')}`

/** A place whose issues have not changed keeps its list, so that its field is not rendered again. */
function byPlace(issues: readonly Issue[], before: Issues): Issues {
  const places = new Map<string, Issue[]>()
  for (const issue of issues) {
    const place = placeOf(issue.domain ?? PROFILE, issue.path)
    const found = places.get(place)
    if (found) {
      found.push(issue)
    } else {
      places.set(place, [issue])
    }
  }
  return new Map([...places].map(([place, found]) => [place, sameOr(found, before.get(place))]))
}

function sameOr(found: readonly Issue[], before: readonly Issue[] | undefined): readonly Issue[] {
  const same = before?.length === found.length && before.every((issue, at) => sameIssue(issue, found[at]))
  return same ? before : found
}

function sameIssue(left: Issue, right: Issue | undefined): boolean {
  return (
    left.rule === right?.rule &&
    left.message === right.message &&
    left.severity === right.severity &&
    inText(left.repair) === inText(right.repair)
  )
}

/** A repair as text; it may hold integers, which JSON has no word for. */
const inText = (repair: Issue['repair']) =>
  repair && JSON.stringify(repair, (_, part) => (typeof part === 'bigint' ? `${part}n` : part))
