import type { Flaw } from './flaw'
import type { Manifest, Names, Option, RetiredKey } from './manifest'

/** A format of texts. */
export type FormatReader = {
  /** How a sentence describes it: "a host name without https://". */
  readonly inWords: string
  /** What is wrong with a text, or null. Variables of the MDM never get here. */
  readonly read: (text: string) => Flaw | null
  /** It says itself what space around a text does. */
  readonly readsSpace?: true
}

/** An identity provider that conditions name. */
export type NamedProvider = {
  readonly id: string
  /** How a sentence calls it. */
  readonly inSentences: string
}

/** What a text that is no option was meant for. */
export type MeantOption = {
  /** The option; null where another one has to be found out first. */
  readonly value: string | null
  /** What to say of it, as a sentence. */
  readonly because: string
}

/** A part of the editor. */
export type TabRow<Id extends string = string> = {
  readonly id: Id
  readonly title: string
  /** Linked keys stand here beside each other, so that the first of them is the field of all. */
  readonly linksTogether?: true
  /** The keys of the profile itself stand here too. */
  readonly profileKeys?: true
}

/** What is known of a product before any settings: its tables, and how to read what only it has. */
export type ProductFacts<N extends Names = Names> = {
  readonly id: string
  readonly title: string
  /** What reads the settings, as sentences name it: "Jamf Connect". */
  readonly reader: string
  /** Whose reference the manifests follow: "Jamf". */
  readonly vendor: string
  /** In the order in which profiles and pages list them. */
  readonly manifests: readonly Manifest<N>[]
  /** Preference domains of its former versions, and those that it writes itself. */
  readonly formerDomains?: readonly string[]
  /** Keys that are known and not offered. */
  readonly retired: readonly RetiredKey[]
  /** Where the editor shows keys. */
  readonly tabs: readonly TabRow<N['tab']>[]
  /** The formats that only its manifests have. */
  readonly formats: { readonly [format in N['format']]: FormatReader }
  /** In the order in which a picker offers them; empty for a product without. */
  readonly providers: readonly NamedProvider[]
  readonly meantOption?: (text: string, options: { readonly [value: string]: Option }) => MeantOption | null
}
