/**
 * The vocabulary of the manifests. A manifest is plain data: one entry per preference key, no functions, so that
 * form, validation, key reference, search and test remedies can all be small readers of it. What people read of a key
 * only when they ask for it stands beside the manifest (`help.ts`). What belongs to a kind
 * is a field of that kind; readers are records over `Kind`, so a new kind does not compile until each has its line.
 */
import type { KeyPlace } from '../api/issue'
import type { PlistType } from '../plist/value'
import type { Condition } from './condition-type'

/** The names that a product gives: its own manifests are written with them, readers take any. */
export type Names = {
  /** Identity providers that conditions name. */
  readonly provider: string
  /** Formats beyond `Format` that the product reads itself. */
  readonly format: string
  /** Where the editor shows keys. */
  readonly tab: string
}

/** What a claim about a key rests on. "unverified": no public source settles its name, type or place. */
export type Evidence = 'documented' | 'real-profile' | 'unverified'

type Facts<N extends Names> = {
  /** Label as the vendor's own app prints it, else as its reference does. */
  readonly title: string
  /** What an empty field shows, and the key reference has as its example. */
  readonly placeholder?: string
  /** What it shows with these identity providers; with others it shows nothing. */
  readonly placeholders?: { readonly [provider in N['provider']]?: string }
  /** What the value is, where a wrong type shows that it was taken for something else: "the name of an account". */
  readonly meant?: string
  /** A missing key is an error, or advice, while the condition holds. */
  readonly required?: Condition<N['provider']>
  readonly recommended?: Condition<N['provider']>
  /** While it does not hold the field is hidden unless configured; the value is never deleted. */
  readonly appliesWhen?: Condition<N['provider']>
  /**
   * Another key without which it has no effect, as the vendor's reference says. The field stays visible, because an administrator
   * may fill in the form in any order.
   */
  readonly needs?: Condition<N['provider']>
  /** A key whose value this one may have as well, as conditions name it: the field offers to copy it. */
  readonly offersValueOf?: string
  /** Values for which the product has questions that tell whether another one is meant. */
  readonly guidedFor?: readonly N['provider'][]
  /** Version of the product, as its documentation writes it. */
  readonly deprecated?: string
  /** A credential: masked, never logged. */
  readonly secret?: true
  /** Not a credential, but nothing to show around (licence, session data). */
  readonly sensitive?: true
  readonly evidence: Evidence
  /** Where the editor shows the key when not with its section. */
  readonly tab?: N['tab']
  readonly group?: string
  /** Further property-list types that are read without complaint. */
  readonly alsoAccept?: readonly Exclude<PlistType, 'uid'>[]
}

/** What a string must look like; `formats.ts` holds the reader of each, a product that of its own. */
export type Format = 'url' | 'https-url' | 'host' | 'realm' | 'absolute-path' | 'claim' | 'bundle-identifier'

export type Option = {
  readonly label: string
  /** Spellings of the same option that the product took earlier or that other documents use. */
  readonly formerly?: readonly string[]
}

export type KeyDefinition<N extends Names = Names> =
  | StringKey<N>
  | BooleanKey<N>
  | IntegerKey<N>
  | RealKey<N>
  | ChoiceKey<N>
  | StringListKey<N>
  | FileKey<N>
  | DictionaryKey<N>
  | StringMapKey<N>
  | DictionaryListKey<N>
  | UnconfirmedKey<N>

export type Kind = KeyDefinition['kind']
export type KeyOf<K extends Kind> = Extract<KeyDefinition, { kind: K }>
export type Keys<N extends Names = Names> = { readonly [key: string]: KeyDefinition<N> }

export type StringKey<N extends Names = Names> = Facts<N> & {
  readonly kind: 'string'
  readonly format?: Format | N['format']
  readonly multiline?: true
  readonly default?: string
}
/** What the two states of a switch mean, as clauses that follow "On: " and "Off: ", reviewed against the sources. */
export type Reading = { readonly on: string; readonly off: string }
export type BooleanKey<N extends Names = Names> = Facts<N> &
  Reading & { readonly kind: 'boolean'; readonly default?: boolean }
export type IntegerKey<N extends Names = Names> = Facts<N> & {
  readonly kind: 'integer'
  readonly default?: number
  readonly minimum?: number
  readonly maximum?: number
  /** "minutes", "days": shown behind the field. */
  readonly unit?: string
}
/** A number with a fraction, written as `<real>` whether it has one or not. */
export type RealKey<N extends Names = Names> = Facts<N> & {
  readonly kind: 'real'
  readonly default?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly unit?: string
}
/** One of `options`; `open`: other values exist and are advice, not errors. `as` is the type written, string when absent. */
export type ChoiceKey<N extends Names = Names> = Facts<N> & {
  readonly kind: 'choice'
  readonly options: { readonly [value: string]: Option }
  readonly open?: true
  readonly default?: string
  readonly as?: 'integer'
}
export type StringListKey<N extends Names = Names> = Facts<N> & {
  readonly kind: 'string-list'
  readonly options?: { readonly [value: string]: Option }
  readonly open?: true
  readonly format?: Format | N['format']
  /** Title of one element: "Role", "User name". */
  readonly itemTitle?: string
}
/** The content of a file inside the profile. Written as Base64 text in a `<string>`, or as `<data>`. */
export type FileKey<N extends Names = Names> = Facts<N> & {
  readonly kind: 'file'
  readonly as: 'string' | 'data'
  readonly content: 'license'
  /** File name extensions for the file picker, with the dot. */
  readonly extensions: readonly string[]
}
export type DictionaryKey<N extends Names = Names> = Facts<N> & {
  readonly kind: 'dictionary'
  readonly keys: Keys<N>
}
/** A dict whose keys the administrator names; all values are strings. */
export type StringMapKey<N extends Names = Names> = Facts<N> & {
  readonly kind: 'string-map'
  readonly keyTitle: string
  readonly valueTitle: string
}
export type DictionaryListKey<N extends Names = Names> = Facts<N> & {
  readonly kind: 'dictionary-list'
  /** Title of one element: "Action", "Share". */
  readonly itemTitle: string
  /** Key of the element that names it in the list. */
  readonly itemName?: string
  readonly keys: Keys<N>
}
/** A key whose type no public source gives: the administrator chooses among `types`. */
export type UnconfirmedKey<N extends Names = Names> = Facts<N> & {
  readonly kind: 'unconfirmed'
  readonly types: readonly ('integer' | 'boolean' | 'string')[]
}

/** One page of the vendor's reference, one panel of the form, one page of the key reference. */
export type Section<N extends Names = Names> = {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly tab: N['tab']
  /** Heading in the editor when it differs from the title; sections with the same heading share one panel. */
  readonly group?: string
  /** The dict of the payload in which all keys of this section are. */
  readonly dictionary?: string
  readonly keys: Keys<N>
}

export type Manifest<N extends Names = Names> = {
  /** Short name for addresses and the ids of keys ("login"). */
  readonly id: string
  readonly domain: string
  readonly title: string
  /** What a payload of the domain is called when it has no name yet; absent: the title. */
  readonly payloadTitle?: string
  /** The login window reads it, before anybody has signed in; only one product can draw that window. */
  readonly atLoginWindow?: true
  /** Another domain of the product that has to hold exactly the same settings. */
  readonly sameContentAs?: string
  readonly sections: readonly Section<N>[]
}

/** Why a key is not offered. */
export type RetiredStatus = 'legacy' | 'written-by-app' | 'misplaced' | 'alias' | 'artefact'

/** What single keys that are not offered need beside place, type and successor. */
export type RetiredNote = {
  /** A credential: masked, never logged. */
  readonly secret?: true
  /** Not a credential, but nothing to show around. */
  readonly sensitive?: true
}

/**
 * A key that is recognized in a file and explained there, and never offered for a new profile. `path` starts at the
 * root of the domain; "[]" stands for each element of a list and "*" for any key of a dict.
 */
export type RetiredKey = RetiredNote & {
  readonly domain: string
  readonly path: readonly string[]
  /**
   * "legacy": earlier versions only. "written-by-app": the Mac writes it. "misplaced": a setting in the wrong place.
   * "alias": another spelling of a setting. "artefact": nothing reads it.
   */
  readonly status: RetiredStatus
  readonly type: PlistType
  /** The setting that takes its place today. */
  readonly successor?: KeyPlace
}
