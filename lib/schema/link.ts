import type { PlistValue } from '../plist/value'
import type { Condition } from './condition-type'
import type { KnownKey } from './keys'
import type { Context, Settings } from './settings'

/** Keys of several domains that say the same thing, so that an administrator edits them as one. */
export type Link<Id extends string = string, P extends string = string, L extends string = string> = {
  readonly id: L
  readonly title: string
  /** Ids of keys; the first is the one that is edited. */
  readonly keys: readonly Id[]
  /** Keys that belong to the link only while the condition holds. */
  readonly only?: { readonly [id in Id]?: Condition<P> }
  /** How one key spells a value of the first key, where it spells it differently. */
  readonly spell?: { readonly [id in Id]?: { readonly [value: string]: string } }
  /** While it holds, different values are as they should be. */
  readonly mayDiffer?: Condition<P>
}

/** What a product says of its linked keys. */
export type Linking<Id extends string = string, L extends string = string> = {
  readonly links: readonly Link<Id, string, L>[]
  /** The context of a configuration, in which conditions are decided. */
  readonly contextOf: (settings: Settings) => Context
  /** The text of a link in the form in which equal means that one is written for the other. */
  readonly shared: (text: string, link: string) => string
  /** The value of a link in the form in which equal means that both are taken for one. */
  readonly comparable: (value: PlistValue, link: string) => PlistValue
  /** Whether the two are about one thing, so that a value of one can be one of the other. */
  readonly belongTogether: (one: KnownKey, other: KnownKey, settings: Settings) => boolean
}
