import type { PlistValue } from '@/lib/plist/value'
import type { XmlSource } from '@/lib/plist/xml/patch'
import type { Apart } from '@/lib/schema/follow-links'

/** One state of the profile: the text it was read from, and the tree as edited since. */
export type Snapshot = { readonly source: XmlSource; readonly root: PlistValue }

/**
 * What undo and redo go back and forth between. `pending`: the text in the XML view that could not be read, if any; `apart`:
 * the linked keys that are edited apart.
 */
export type State = { readonly snapshot: Snapshot; readonly pending: string | null; readonly apart: Apart }

type Step = State & { readonly label: string; readonly at: number }

const MOST = 100
const SAME_STEP_MS = 1_000

/** The states an open profile has been in. It holds what was and what was undone; the present one is the caller's. */
export class History {
  #past: Step[] = []
  #future: State[] = []

  get canUndo(): boolean {
    return this.#past.length > 0
  }

  get canRedo(): boolean {
    return this.#future.length > 0
  }

  /**
   * Call before a change, with the state it leaves. Changes with the same `label` that follow each other within a second
   * are one step; those without one never are. The oldest of more than 100 steps is forgotten.
   */
  remember(state: State, label = ''): void {
    const last = this.#past.at(-1)
    const at = Date.now()
    this.#future = []
    if (label !== '' && last?.label === label && at - last.at < SAME_STEP_MS) {
      this.#past[this.#past.length - 1] = { ...last, at }
      return
    }
    this.#past.push({ ...state, label, at })
    if (this.#past.length > MOST) {
      this.#past.shift()
    }
  }

  /** After a change that is no step of its own, what was undone before cannot come back. */
  forgetUndone(): void {
    this.#future = []
  }

  /** The state before `now`, or null at the first. Text that cannot be read is a step after the tree it stands beside. */
  undo(now: State): State | null {
    const before = now.pending === null ? this.#past.pop() : { ...now, pending: null }
    if (!before) {
      return null
    }
    this.#future.push(now)
    const { snapshot, pending, apart } = before
    return { snapshot, pending, apart }
  }

  /** The state that undo left for `now`, or null. */
  redo(now: State): State | null {
    const next = this.#future.pop()
    if (!next) {
      return null
    }
    if (next.pending === null) {
      this.#past.push({ ...now, label: '', at: 0 })
    }
    return next
  }
}
