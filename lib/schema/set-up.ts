import type { TestKind } from '../api/report'

/** A page or specification that a step rests on. */
export type Source = {
  readonly label: string
  readonly url: string
}

/** Where something is in a console, menu by menu: ["Entra ID", "App registrations", "New registration"]. */
export type MenuPath = readonly string[]

/** A value that is carried from Latchkey into the console. */
export type Carried<Key extends string = string> = {
  /** What the console calls it. */
  readonly label: string
  /** The value itself, or the key whose configured value it is. */
  readonly value: string | { readonly key: Key; readonly otherwise: string }
  /** What has to be filled in or chosen, in a sentence. */
  readonly note?: string
}

/** A value that the console shows and that belongs into the profile. */
export type Brought<Key extends string = string> = {
  /** What the console calls it. */
  readonly label: string
  /** The keys that get it. The first one's field stands in the step; keys that are linked follow it by themselves. */
  readonly keys: readonly [Key, ...Key[]]
  readonly note?: string
}

/** What goes wrong when a step is missed or done differently. */
export type Pitfall<Row extends string = string> = {
  /** A sentence or two. */
  readonly text: string
  /** Codes and errors that the provider answers with then: "AADSTS7000218", "unauthorized_client". */
  readonly codes?: readonly string[]
  /** Diagnosis rows whose finding leads back to this step, by their ids. */
  readonly rows?: readonly Row[]
}

/** A test that shows whether a step has been done. */
export type Proof<CheckId extends string = string> = {
  readonly test: TestKind
  /** What the button says it finds out: "Public client flows are on". */
  readonly shows: string
  /** Checks whose findings lead back to this step, by their ids. */
  readonly checks?: readonly CheckId[]
}

/** Something to do, at the provider or in the profile. */
export type Step<Key extends string = string> = {
  /** Stable name within its guide, kebab-case. */
  readonly id: string
  /** What to do, as a heading without a period: "Allow public client flows". */
  readonly title: string
  readonly path?: MenuPath
  /** How the console called it before, where people and documents still do. */
  readonly formerPath?: MenuPath
  /** What to do, in sentences. Absent: path, values and title say it. */
  readonly text?: string
  readonly carries?: readonly Carried<Key>[]
  readonly brings?: readonly Brought<Key>[]
  /** Values of the profile that follow from the step, as text of their types; set with one button, together. */
  readonly sets?: readonly {
    readonly key: Key
    readonly value: string | boolean | readonly string[]
  }[]
  readonly pitfalls?: readonly Pitfall[]
  readonly proof?: Proof
  /** Only for some: said beside the title. */
  readonly optional?: true
  /** No source of the vendor was found that confirms it; said so beside it. */
  readonly unconfirmed?: string
  readonly sources: readonly [Source, ...Source[]]
}

/** What cannot be had at a provider, and what people do instead. */
export type Limit = {
  readonly what: string
  readonly instead: string
  readonly sources: readonly [Source, ...Source[]]
}

/** The registration as a request that whoever runs the provider can send. */
export type RequestToCopy = {
  /** Stable name within its guide, kebab-case. */
  readonly id: string
  /** "Microsoft Graph", "az", "Okta Apps API". */
  readonly title: string
  /** What it does and what has to be filled in, in sentences: rights it needs, ids that only an answer tells. */
  readonly about: string
  readonly language: 'http' | 'shell' | 'json'
  /**
   * The text, with the values of the configuration. `textOf` gives the configured text of a key, of a list its items, one a
   * line, of a switch "true" or "false"; or undefined. Never with a secret.
   */
  readonly text: (textOf: (key: string) => string | undefined) => string
  readonly sources: readonly [Source, ...Source[]]
}

/** What an administrator does at an identity provider, in order, and what comes back into the profile. */
export type SetUpGuide<Key extends string = string> = {
  /** Stable name, kebab-case; it stands in addresses: "entra-conditional-access". */
  readonly id: string
  /** "Microsoft Entra ID with Conditional Access". */
  readonly title: string
  /** Values of the product's provider key that it is for; the first one is what a new configuration gets. */
  readonly providers: readonly string[]
  /** The template that a new configuration starts from; absent: that of the provider. */
  readonly template?: string
  /** What comes out of it, and for whom, in a sentence or two. */
  readonly about: string
  /** Empty where there is no way: `limits` say why and what people do. */
  readonly steps: readonly Step<Key>[]
  readonly limits?: readonly Limit[]
  readonly requests?: readonly RequestToCopy[]
}
