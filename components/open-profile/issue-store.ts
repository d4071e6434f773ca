import type { Issue } from '@/lib/api/issue'
import type { PlistPath, PlistValue } from '@/lib/plist/value'
import { PROFILE } from '@/lib/products/apple/profile-keys'
import { findKey, keyWithId } from '@/lib/products/keys'
import { isFollower, linkOf } from '@/lib/products/links'
import { checkBeside, isLarge, loadFindIssues } from './check-profile'
import { atOnce, inSlices } from './in-slices'
import type { ProfileStore } from './profile-store'

/** Longer than between two key presses, so that the check does not hold the next one up. */
const PAUSE_MS = 250
/** The rules could not be loaded; the server may be away. */
const AGAIN_MS = 5_000
/** A check that takes longer is felt in the key press that it holds up. */
const FELT_MS = 8
const NONE: readonly Issue[] = []

/**
 * The issues of the open profile, found a moment after the last change. The rules are loaded when first needed: the
 * editor can be typed in before they have arrived. A large profile, and any on a slow machine, is checked beside the page;
 * until that is done the issues of the profile before are shown.
 */
export class IssueStore {
  readonly #profile: ProfileStore
  readonly #listeners = new Set<() => void>()
  #all: readonly Issue[] | null = null
  #byPlace: Issues = new Map()
  #timer: ReturnType<typeof setTimeout> | undefined
  #checkedRoot: PlistValue | null = null
  /** What the issues belong to; not what is checked last while that goes on. */
  #shownRoot: PlistValue | null = null
  #large = false
  /** How many checks in a row took so long that a key press would have waited. */
  #slow = 0

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

  /** Whether the issues are those of a profile before; of small profiles they are too, for a moment that nobody sees. */
  get checking(): boolean {
    return this.#large && this.#profile.root !== this.#shownRoot
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
    if (this.#large) {
      this.#notify()
    }
  }

  async #check(): Promise<void> {
    const loaded = await loadFindIssues().catch(() => null)
    if (loaded === null) {
      this.#schedule(AGAIN_MS)
      return
    }
    const { root } = this.#profile
    this.#checkedRoot = root
    this.#large = isLarge(root)
    // The first check of a page is slower than those after it.
    if (this.#large || this.#slow > 1) {
      await this.#checkBeside(root)
    } else {
      const begun = performance.now()
      const issues = loaded.findIssues(this.#profile)
      this.#show(root, issues, atOnce(byPlace(issues, this.#byPlace, this.#profile)))
      this.#slow = performance.now() - begun > FELT_MS ? this.#slow + 1 : 0
    }
  }

  /** What arrives when the profile is another one already is left out: that one's check is scheduled. */
  async #checkBeside(root: PlistValue): Promise<void> {
    const current = () => this.#profile.root === root
    this.#notify()
    const issues = await checkBeside(this.#profile, current)
    const places = issues && (await inSlices(byPlace(issues, this.#byPlace, this.#profile)))
    if (issues && places && current()) {
      this.#show(root, issues, places)
    }
  }

  #show(root: PlistValue, issues: readonly Issue[], places: Issues): void {
    this.#shownRoot = root
    this.#all = issues
    this.#byPlace = places
    this.#notify()
  }

  #notify(): void {
    for (const listener of this.#listeners) {
      listener()
    }
  }
}

type Issues = ReadonlyMap<string, readonly Issue[]>

const placeOf = (domain: string, path: PlistPath) => `${domain}:${path.join('/')}`

/** The field that an issue stands beside: an element of a list has none of its own. */
const fieldOf = (path: PlistPath): PlistPath =>
  path.slice(0, path.findLastIndex((part) => typeof part === 'string') + 1)

/** The fields that an issue stands beside: that of its key, and that of the linked key which writes it. */
function fieldsOf({ domain, path }: Issue, { settings, apart }: ProfileStore): string[] {
  const own = placeOf(domain ?? PROFILE, fieldOf(path))
  const key = domain === null ? undefined : findKey(domain, path)
  const first = key && isFollower(key, settings, apart) && keyWithId(linkOf(key.id)?.keys[0] ?? '')
  return first ? [own, placeOf(first.domain, first.path)] : [own]
}

/** A place whose issues have not changed keeps its list, so that its field is not rendered again. */
function* byPlace(issues: readonly Issue[], before: Issues, profile: ProfileStore): Generator<void, Issues> {
  const places = new Map<string, Issue[]>()
  for (const issue of issues) {
    for (const place of fieldsOf(issue, profile)) {
      const found = places.get(place)
      if (found) {
        found.push(issue)
      } else {
        places.set(place, [issue])
      }
    }
    yield
  }
  const kept = new Map<string, readonly Issue[]>()
  for (const [place, found] of places) {
    kept.set(place, sameOr(besideField(found), before.get(place)))
    yield
  }
  return kept
}

/** That a key is needed says more than that another one, which the field writes too, is recommended. */
function besideField(issues: readonly Issue[]): readonly Issue[] {
  const needed = issues.some(({ rule }) => rule === 'required-key')
  return needed ? issues.filter(({ rule }) => rule !== 'recommended-key') : issues
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
