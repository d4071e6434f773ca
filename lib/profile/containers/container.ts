import type { PlistValue } from '../../plist/value'

/** A profile that stands inside a file of another kind. */
export type Inner = {
  /** What the profile is called there. */
  readonly name: string
  readonly bytes: Uint8Array
  /** What tells the domain of settings without a profile; empty when nothing does. */
  readonly fileName: string
  /** Whether it was put together from parts, so that its lines are not those of the file. */
  readonly rebuilt: boolean
}

/** A file that holds profiles and is none. */
export type Container = {
  /** What it is: "the output of “profiles show”". */
  readonly kind: string
  readonly inner: readonly Inner[]
  /** What else is inside, by name, and is not read. */
  readonly unread: readonly string[]
}

/** A part of a property list that becomes a profile. */
export type Part = { readonly name: string; readonly root: PlistValue }

/** What a reader of one kind of container gives; null when the tree is of another kind. */
export type Found = {
  readonly kind: string
  readonly parts: readonly Part[]
  readonly unread: readonly string[]
}
