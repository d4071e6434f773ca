import type { Edit } from '@/lib/api/issue'
import { PlistError } from '@/lib/plist/errors'
import { equal, valueAt } from '@/lib/plist/tree'
import type { PlistDict, PlistPath, PlistValue } from '@/lib/plist/value'
import { patchXml } from '@/lib/plist/xml/patch'
import { PROFILE } from '@/lib/products/apple/profile-keys'
import { withFollowers } from '@/lib/products/links'
import { ProfileError } from '@/lib/profile/errors'
import type { ExportSource } from '@/lib/profile/export/export-profile'
import type { SettingsPlace } from '@/lib/profile/payloads/shapes'
import type { Apart } from '@/lib/schema/follow-links'
import type { KnownKey } from '@/lib/schema/keys'
import { keptApart, takenApart } from './apart'
import { type KeyAt, pathFromRoot, settingsFinder } from './found-settings'
import { History, type Snapshot, type State } from './history'
import { holdingOf, Listeners } from './listeners'
import { openText } from './open-text'
import { ProfileFile, type ReadProfile } from './profile-file'
import { type OnRefused, triedEdits } from './tried-edits'

export type ProfileStoreOptions = {
  /** Unsaved text from an earlier visit. */
  readonly draft?: string | undefined
  readonly onRefused?: OnRefused
}

/**
 * The open profile in the browser: the file it was read from, one immutable tree, its history and what listens to it. It
 * lives outside React, so that a key press costs one patch of the tree and one render of the field that changed.
 */
export class ProfileStore {
  readonly listeners = new Listeners()
  readonly #onRefused: OnRefused
  #file: ProfileFile
  #saved: Snapshot
  #savedText: string
  #now: Snapshot
  readonly #history = new History()
  #focus: KeyAt | null = null
  #pendingXml: string | null = null
  #refusal: string | null = null
  #apart: Apart = new Set()
  #text: { of: Snapshot; text: string } | null = null
  readonly #find = settingsFinder()

  /** `file` is the profile as saved. Throws PlistError when it holds what XML, in which it is edited, cannot. */
  constructor(file: ReadProfile, { draft, onRefused = () => {} }: ProfileStoreOptions = {}) {
    this.#file = new ProfileFile(file)
    this.#onRefused = onRefused
    const { source } = this.#file
    this.#saved = { source, root: source.root }
    this.#savedText = source.text
    this.#now = this.#saved
    if (draft !== undefined) {
      this.setText(draft)
    }
  }

  /** Hears of every change at once. */
  readonly subscribe = this.listeners.add

  /** What the file is called; it tells the domain of a bare property list. */
  get fileName(): string {
    return this.#file.name
  }

  /** What stood at a path from the root when the profile was saved last. */
  readonly savedAt = (path: PlistPath) => valueAt(this.#saved.root, path)

  /** Who signed the file that was read; null when nobody did. */
  get signature(): ReadProfile['signature'] {
    return this.#file.signature
  }

  /** The profile as a document, and the tree to write it with, to be exported. */
  get file(): ExportSource {
    return this.#file.written(this.#now, this.text)
  }

  /** What is stored, and exported when nothing is to be converted. */
  get bytes(): Uint8Array {
    return this.#file.bytes(this.text)
  }

  get snapshot(): Snapshot {
    return this.#now
  }

  get root(): PlistValue {
    return this.#now.root
  }

  /** What the form has in hand: the key that was focused or changed last. */
  get focus(): KeyAt | null {
    return this.#focus
  }

  /** Pairs of linked keys that are edited apart, while the profile is open. */
  get apart(): Apart {
    return this.#apart
  }

  /** Takes keys apart, or lets them follow each other again, with the edits that this takes; one step of the history. */
  setApart(one: KnownKey, others: readonly KnownKey[], apart: boolean, edits: readonly Edit[] = []): void {
    const next = this.#after(edits)
    this.#remember()
    this.#apart = takenApart(this.#apart, one, others, apart)
    this.#change(next)
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

  /** Where the settings of each domain are in the tree. */
  get places(): readonly SettingsPlace[] {
    return this.#find(this.root, this.fileName).places
  }

  get settings(): ReadonlyMap<string, PlistDict> {
    return this.#find(this.root, this.fileName).settings
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
  pathInProfile(key: KeyAt): PlistPath | null {
    return pathFromRoot(this.root, this.places, key)
  }

  /**
   * Sets a key or something inside its value, or with null makes it not configured; the linked keys that hold the same
   * follow in the same step. Typing in one key is one step of the history; what is `whole` is a step of its own.
   */
  set(domain: string, path: PlistPath, value: PlistValue | null, act: 'typed' | 'whole' = 'typed'): void {
    const edit = { domain: domain === PROFILE ? null : domain, path, value }
    const apart = keptApart(this.#apart, domain, path, this.settings)
    const label = act === 'typed' ? `${domain}/${path.join('/')}` : ''
    this.#step(withFollowers(edit, this.settings, apart), label, apart)
    this.#focus = { domain, path }
  }

  /** Applies edits as one step. `label` joins this step with the last one when they follow each other at once. */
  apply(edits: readonly Edit[], label = ''): void {
    this.#step(edits, label, this.#apart)
  }

  #step(edits: readonly Edit[], label: string, apart: Apart): void {
    const next = this.#after(edits)
    if (next === this.#now) {
      this.#apart = apart
      return
    }
    this.#remember(label)
    this.#apart = apart
    this.#change(next, label !== '')
  }

  /** Why the last edit was not possible, as a sentence; null when it was. */
  get refusal(): string | null {
    return this.#refusal
  }

  #after(edits: readonly Edit[]): Snapshot {
    const root = triedEdits(this.root, edits, this.fileName)
    this.#refusal = root instanceof ProfileError ? root.message : null
    if (root instanceof ProfileError) {
      this.#onRefused(root, edits)
      return this.#now
    }
    return root === this.root || equal(root, this.root) ? this.#now : { source: this.#now.source, root }
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

  /** Back to what was saved last, linked keys linked; undo brings the edits back. */
  reset(): void {
    this.#history.remember(this.#state)
    this.#goTo({ snapshot: this.#saved, pending: null, apart: new Set() })
  }

  /** Goes on with the file of another store, such as a newer version, as one step; nothing of it is unsaved then. */
  become(other: ProfileStore): void {
    const same = other.text === this.text
    if (!same) {
      this.#remember('xml')
    }
    this.#pendingXml = null
    this.#file = other.#file
    this.#saved = same ? this.#now : other.#now
    this.#savedText = other.text
    this.#change(this.#saved)
  }

  /** Tells the store that a state it was in has been saved; edits made meanwhile stay unsaved. */
  markSaved({ snapshot, text }: Pick<ProfileStore, 'snapshot' | 'text'>): void {
    this.#saved = snapshot
    this.#savedText = text
    this.#notify()
  }

  setFocus(focus: KeyAt | null): void {
    if (focus?.domain !== this.#focus?.domain || focus?.path.join() !== this.#focus?.path.join()) {
      this.#focus = focus
      this.#notify()
    }
  }

  /** Pending text is the last step, however long it has stood there; it is not part of those before. */
  #remember(label = ''): void {
    this.#history.remember({ ...this.#state, pending: null }, label)
  }

  get #state(): State {
    return { snapshot: this.#now, pending: this.#pendingXml, apart: this.#apart }
  }

  #goTo(state: State | null): void {
    if (state) {
      this.#pendingXml = state.pending
      this.#apart = state.apart
      this.#change(state.snapshot)
    }
  }

  #change(next: Snapshot, typed = false): void {
    const before = holdingOf(this)
    this.#now = next
    this.listeners.tell(before, holdingOf(this), typed)
  }

  #notify(): void {
    const now = holdingOf(this)
    this.listeners.tell(now, now)
  }
}
