import type { Edit } from '@/lib/api/issue'
import { PlistError } from '@/lib/plist/errors'
import { equal, valueAt } from '@/lib/plist/tree'
import type { PlistDict, PlistPath, PlistValue } from '@/lib/plist/value'
import { openXml, patchXml, type XmlSource } from '@/lib/plist/xml/patch'
import { linkedKeyAt, partnersOf, withFollowers } from '@/lib/products/links'
import { applyEdits } from '@/lib/profile/edit'
import { ProfileError } from '@/lib/profile/errors'
import { PROFILE } from '@/lib/profile/payloads/profile-keys'
import { findSettings, type SettingsPlace, settingsByDomain } from '@/lib/profile/payloads/shapes'
import { type Apart, pairOf } from '@/lib/schema/follow-links'
import type { KnownKey } from '@/lib/schema/keys'
import { History, type Snapshot, type State } from './history'
import { openText } from './open-text'

/** What the form has in hand: the domain and path of the key that was focused or changed last. */
export type Focus = { readonly domain: string; readonly path: PlistPath }

export type ProfileStoreOptions = {
  /** Unsaved text from an earlier visit. */
  readonly draft?: string
  /** Tells the domain of a bare property list. */
  readonly fileName?: string
  /** Called when a change is not possible in this profile; nothing has been changed. */
  readonly onRefused?: (error: ProfileError, edits: readonly Edit[]) => void
}

type Places = { of: PlistValue; places: readonly SettingsPlace[]; settings: ReadonlyMap<string, PlistDict> }

/**
 * The open configuration in the browser: one immutable tree, its history and what listens to it. Lives outside React,
 * so that a key press costs one patch of the tree and one render of the field that changed.
 */
export class ProfileStore {
  readonly #listeners = new Set<() => void>()
  readonly fileName: string | undefined
  readonly #onRefused: (error: ProfileError, edits: readonly Edit[]) => void
  #saved: Snapshot
  #savedText: string
  #now: Snapshot
  readonly #history = new History()
  #focus: Focus | null = null
  #pendingXml: string | null = null
  #refusal: string | null = null
  #apart: Apart = new Set()
  #text: { of: Snapshot; text: string } | null = null
  #places: Places | null = null

  /** `saved` is the profile as saved, or what was read of it. Throws PlistError when it is no property list. */
  constructor(saved: string | XmlSource, options: ProfileStoreOptions = {}) {
    const source = typeof saved === 'string' ? openXml(saved) : saved
    this.fileName = options.fileName
    this.#onRefused = options.onRefused ?? (() => {})
    this.#saved = { source, root: source.root }
    this.#savedText = source.text
    this.#now = this.#saved
    if (options.draft !== undefined) {
      this.setText(options.draft)
    }
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  get snapshot(): Snapshot {
    return this.#now
  }

  get root(): PlistValue {
    return this.#now.root
  }

  get focus(): Focus | null {
    return this.#focus
  }

  /** Pairs of linked keys that are edited apart, for as long as the profile is open. */
  get apart(): Apart {
    return this.#apart
  }

  /** Takes the keys apart, so that an edit of one leaves the other as it is, or lets them follow each other again. */
  setApart(one: KnownKey, others: readonly KnownKey[], apart: boolean): void {
    const pairs = others.map((other) => pairOf(one, other))
    this.#apart = new Set(
      apart ? [...this.#apart, ...pairs] : [...this.#apart].filter((pair) => !pairs.includes(pair)),
    )
    this.#notify()
  }

  get canUndo(): boolean {
    return this.#history.canUndo || this.#pendingXml !== null
  }

  get canRedo(): boolean {
    return this.#history.canRedo
  }

  /** The profile as XML text: the source with the edits in it, everything else as it stood. */
  get text(): string {
    if (this.#text?.of !== this.#now) {
      this.#text = { of: this.#now, text: patchXml(this.#now.source, this.#now.root) }
    }
    return this.#text.text
  }

  get dirty(): boolean {
    return this.#now !== this.#saved && this.text !== this.#savedText
  }

  /** Where the settings of each Jamf Connect domain are in the tree. */
  get places(): readonly SettingsPlace[] {
    return this.#derived.places
  }

  /** Settings by domain, several payloads for one domain put together. */
  get settings(): ReadonlyMap<string, PlistDict> {
    return this.#derived.settings
  }

  get #derived() {
    const root = this.#now.root
    if (this.#places?.of !== root) {
      const places = findSettings(root, this.fileName)
      this.#places = { of: root, places, settings: settingsByDomain(root, places) }
    }
    return this.#places
  }

  /** The value of a key, or undefined while it is not configured. The same object as long as nothing in it changed. */
  valueOf(domain: string, path: PlistPath): PlistValue | undefined {
    if (domain === PROFILE) {
      return valueAt(this.root, path)
    }
    const settings = this.settings.get(domain)
    return settings && valueAt(settings, path)
  }

  /** Path of a key from the root of the profile, for marking it in the XML; null while it is not configured. */
  pathInProfile({ domain, path }: { readonly domain: string; readonly path: PlistPath }): PlistPath | null {
    if (domain === PROFILE) {
      return path
    }
    const paths = this.places
      .filter((place) => place.domain === domain)
      .map((place) => [...place.path, ...path])
    return paths.find((candidate) => valueAt(this.root, candidate) !== undefined) ?? null
  }

  /**
   * Sets a key or something inside its value, or with null makes it not configured; the linked keys that hold the same
   * follow in the same step. Typing in one key is one step of the history; what is `whole` is a step of its own, however
   * soon it follows.
   */
  set(domain: string, path: PlistPath, value: PlistValue | null, act: 'typed' | 'whole' = 'typed'): void {
    const edit = { domain: domain === PROFILE ? null : domain, path, value }
    this.#keepApart(domain, path)
    const label = act === 'typed' ? `${domain}/${path.join('/')}` : ''
    this.apply(withFollowers(edit, this.settings, this.#apart), label)
    this.#focus = { domain, path }
  }

  /** What differs before an edit stays apart, also when the text happens to become the same while it is typed. */
  #keepApart(domain: string, path: PlistPath): void {
    const key = linkedKeyAt(domain, path)
    const different = key ? partnersOf(key, this.settings).filter(({ same }) => !same) : []
    if (key && different.length > 0) {
      this.#apart = new Set([...this.#apart, ...different.map((other) => pairOf(key, other.key))])
    }
  }

  /** Applies edits as one step. `label` joins this step with the last one when they follow each other at once. */
  apply(edits: readonly Edit[], label = ''): void {
    const root = this.#edited(edits)
    if (root !== this.#now.root && !equal(root, this.#now.root)) {
      this.#remember(label)
      this.#change({ source: this.#now.source, root })
    }
  }

  /** Why the last edit was not possible, as a sentence; null when it was. */
  get refusal(): string | null {
    return this.#refusal
  }

  #edited(edits: readonly Edit[]): PlistValue {
    this.#refusal = null
    try {
      return applyEdits(this.#now.root, edits, this.fileName === undefined ? {} : { fileName: this.fileName })
    } catch (error) {
      if (!(error instanceof ProfileError)) {
        throw error
      }
      this.#refusal = error.message
      this.#onRefused(error, edits)
      return this.#now.root
    }
  }

  /** Text of the XML view that is no property list yet. It is kept beside the last good tree, so that nothing is lost. */
  get pendingXml(): string | null {
    return this.#pendingXml
  }

  /** Takes over text that was edited by hand. Text that is no property list is kept as pending; the error is returned. */
  setText(text: string): PlistError | null {
    this.#pendingXml = null
    if (text === this.text) {
      this.#notify()
      return null
    }
    try {
      const source = openText(text)
      this.#remember('xml')
      this.#change({ source, root: source.root })
      return null
    } catch (error) {
      if (!(error instanceof PlistError)) {
        throw error
      }
      this.#pendingXml = text
      this.#history.forgetUndone()
      this.#notify()
      return error
    }
  }

  /** Gives the pending XML up. */
  discardPendingXml(): void {
    this.#pendingXml = null
    this.#notify()
  }

  /** Puts another tree in the place of the whole; one step of the history. */
  replaceRoot(root: PlistValue): void {
    this.#remember()
    this.#change({ source: this.#now.source, root })
  }

  /** One step back. Text that cannot be read is the last step there is. */
  undo(): void {
    this.#goTo(this.#history.undo(this.#state))
  }

  redo(): void {
    this.#goTo(this.#history.redo(this.#state))
  }

  /** Back to what was saved last; undo brings the edits back. */
  reset(): void {
    this.#history.remember(this.#state)
    this.#pendingXml = null
    this.#change(this.#saved)
  }

  /** Tells the store that `text` has been saved; edits made meanwhile stay unsaved. */
  markSaved(text: string): void {
    this.#savedText = text
    if (text === this.text) {
      this.#saved = this.#now
    } else {
      const source = openXml(text)
      this.#saved = { source, root: source.root }
    }
    this.#notify()
  }

  setFocus(focus: Focus | null): void {
    if (focus?.domain !== this.#focus?.domain || focus?.path.join() !== this.#focus?.path.join()) {
      this.#focus = focus
      this.#notify()
    }
  }

  /** Pending text is the last step, however long it has stood there; it is not part of those before. */
  #remember(label = ''): void {
    this.#history.remember({ snapshot: this.#now, pending: null }, label)
  }

  get #state(): State {
    return { snapshot: this.#now, pending: this.#pendingXml }
  }

  #goTo(state: State | null): void {
    if (state) {
      this.#pendingXml = state.pending
      this.#change(state.snapshot)
    }
  }

  #change(next: Snapshot): void {
    this.#now = next
    this.#notify()
  }

  #notify(): void {
    this.#listeners.forEach((listener) => void listener())
  }
}
