/**
 * The vocabulary of the manifests. A manifest is plain data: one entry per preference key, no functions, so that
 * form, validation, key reference, search and test remedies can all be small readers of it. What belongs to a kind
 * is a field of that kind; readers are records over `Kind`, so a new kind does not compile until each has its line.
 */
import type { Condition } from './condition-type'

/** Where the editor shows a key: the tabs of Jamf Connect Configuration, and More for the companion domains. */
export type Tab = 'identity-provider' | 'login' | 'connect' | 'more'

/** What a claim about a key rests on. "unverified": no public source settles its name, type or place. */
export type Evidence = 'documented' | 'real-profile' | 'unverified'

type Facts = {
  /** Label as the macOS app prints it, else as Jamf's reference does. */
  readonly title: string
  /** One or two sentences for the administrator: what the key makes the Mac do. */
  readonly description: string
  /** Other labels in use; search finds the key by them. */
  readonly alsoCalled?: readonly string[]
  readonly placeholder?: string
  /** What the value is, where a wrong type shows that it was taken for something else: "the name of an account". */
  readonly meant?: string
  /** What Jamf Connect does while the key is not configured, as a sentence. */
  readonly whenAbsent?: string
  /** A missing key is an error, or advice, while the condition holds. */
  readonly required?: Condition
  readonly recommended?: Condition
  /** While it does not hold the field is hidden unless configured; the value is never deleted. */
  readonly appliesWhen?: Condition
  /**
   * Another key without which it has no effect, as Jamf's reference says. The field stays visible, because an administrator
   * may fill in the form in any order.
   */
  readonly needs?: Condition
  /** Version of Jamf Connect, as its documentation writes it. */
  readonly introduced?: string
  readonly deprecated?: string
  /** A credential: masked, never logged. */
  readonly secret?: true
  /** Not a credential, but nothing to show around (licence, session data). */
  readonly sensitive?: true
  /** Address of the vendor page, or the public repository and file; absent: that of the section. */
  readonly source?: string
  readonly evidence: Evidence
  /** What the administrator has to know beyond the description: conflicts in the sources, limits. */
  readonly note?: string
  /** Where the editor shows the key when not with its section. */
  readonly tab?: Tab
  readonly group?: string
  /** Further property-list types that are read without complaint. */
  readonly alsoAccept?: readonly (
    | 'string'
    | 'boolean'
    | 'integer'
    | 'real'
    | 'data'
    | 'date'
    | 'array'
    | 'dict'
  )[]
}

/** What a string must look like; `formats.ts` holds the reader of each. */
export type Format =
  | 'url'
  | 'https-url'
  | 'host'
  | 'okta-address'
  | 'authorization-server'
  | 'scopes'
  | 'realm'
  | 'absolute-path'
  | 'claim'
  | 'bundle-identifier'

export type Option = {
  readonly label: string
  /** Spellings of the same option that Jamf Connect took earlier or that other documents use. */
  readonly formerly?: readonly string[]
}

export type KeyDefinition =
  | StringKey
  | BooleanKey
  | IntegerKey
  | ChoiceKey
  | StringListKey
  | FileKey
  | DictionaryKey
  | StringMapKey
  | DictionaryListKey
  | UnconfirmedKey

export type Kind = KeyDefinition['kind']
export type KeyOf<K extends Kind> = Extract<KeyDefinition, { kind: K }>
export type Keys = { readonly [key: string]: KeyDefinition }

export type StringKey = Facts & {
  readonly kind: 'string'
  readonly format?: Format
  readonly multiline?: true
  readonly default?: string
}
/** What the two states of a switch mean, as clauses that follow "On: " and "Off: ", reviewed against the sources. */
export type Reading = { readonly on: string; readonly off: string }
export type BooleanKey = Facts & Reading & { readonly kind: 'boolean'; readonly default?: boolean }
export type IntegerKey = Facts & {
  readonly kind: 'integer'
  readonly default?: number
  readonly minimum?: number
  readonly maximum?: number
  /** "minutes", "days": shown behind the field. */
  readonly unit?: string
}
/** One of `options`; `open`: other values exist and are advice, not errors. `as` is the type written, string when absent. */
export type ChoiceKey = Facts & {
  readonly kind: 'choice'
  readonly options: { readonly [value: string]: Option }
  readonly open?: true
  readonly default?: string
  readonly as?: 'integer'
}
export type StringListKey = Facts & {
  readonly kind: 'string-list'
  readonly options?: { readonly [value: string]: Option }
  readonly open?: true
  readonly format?: Format
  /** Title of one element: "Role", "User name". */
  readonly itemTitle?: string
}
/** The content of a file inside the profile. Written as Base64 text in a `<string>`, or as `<data>`. */
export type FileKey = Facts & {
  readonly kind: 'file'
  readonly as: 'string' | 'data'
  readonly content: 'license'
  /** File name extensions for the file picker, with the dot. */
  readonly extensions: readonly string[]
}
export type DictionaryKey = Facts & { readonly kind: 'dictionary'; readonly keys: Keys }
/** A dict whose keys the administrator names; all values are strings. */
export type StringMapKey = Facts & {
  readonly kind: 'string-map'
  readonly keyTitle: string
  readonly valueTitle: string
}
export type DictionaryListKey = Facts & {
  readonly kind: 'dictionary-list'
  /** Title of one element: "Action", "Share". */
  readonly itemTitle: string
  /** Key of the element that names it in the list. */
  readonly itemName?: string
  readonly keys: Keys
}
/** A key whose type no public source gives: the administrator chooses among `types`. */
export type UnconfirmedKey = Facts & {
  readonly kind: 'unconfirmed'
  readonly types: readonly ('integer' | 'boolean' | 'string')[]
}

/** One page of the vendor's reference, one panel of the form, one page of the key reference. */
export type Section = {
  readonly id: string
  readonly title: string
  readonly source: string
  readonly description: string
  readonly tab: Tab
  /** Heading in the editor when it differs from the title; sections with the same heading share one panel. */
  readonly group?: string
  /** The dict of the payload in which all keys of this section are. */
  readonly dictionary?: string
  readonly keys: Keys
}

export type Manifest = {
  /** Short name for addresses and form paths ("login"); a domain cannot serve, react-hook-form splits names at dots. */
  readonly id: string
  readonly domain: string
  readonly title: string
  readonly description: string
  readonly sections: readonly Section[]
}

/** Checks a section against the vocabulary and keeps its literal types. */
export const defineSection = <const S extends Section>(section: S): S => section

/** Checks a manifest against the vocabulary and keeps its literal types. */
export const defineManifest = <const M extends Manifest>(manifest: M): M => manifest
