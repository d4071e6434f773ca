/**
 * The typed property-list tree. Values are immutable: an edit makes new nodes from the changed one up to
 * the root and shares all others, so `before === after` means "this part was not touched".
 *
 * Types are those of Apple's PropertyList-1.0 document type and of CFBinaryPList; nothing is folded into
 * JavaScript's own types, because `<integer>1</integer>`, `<real>1</real>` and `<true/>` are different values.
 */
export type PlistValue =
  | PlistString
  | PlistBoolean
  | PlistInteger
  | PlistReal
  | PlistDate
  | PlistData
  | PlistArray
  | PlistDict
  | PlistUid

export type PlistType = PlistValue['type']

export type PlistString = { readonly type: 'string'; readonly value: string }
export type PlistBoolean = { readonly type: 'boolean'; readonly value: boolean }
/** Exact, from INTEGER_MIN to INTEGER_MAX. */
export type PlistInteger = { readonly type: 'integer'; readonly value: bigint }
/** What macOS reads, from XML and from binary files: 64 bits, signed or unsigned (CFPropertyList.c, CFBinaryPList.c). */
export const INTEGER_MIN = -(2n ** 63n)
export const INTEGER_MAX = 2n ** 64n - 1n

/** `text` is the number as the file spells it ("1.0", "1e22"); absent when the value did not come from text. */
export type PlistReal = { readonly type: 'real'; readonly value: number; readonly text?: string }
/** `value` is seconds since 2001-01-01T00:00:00Z, CFAbsoluteTime; XML holds whole seconds only. */
export type PlistDate = { readonly type: 'date'; readonly value: number }
export type PlistData = { readonly type: 'data'; readonly value: Uint8Array }
export type PlistArray = { readonly type: 'array'; readonly items: readonly PlistValue[] }
/**
 * Entries in the order of the file. Keys are unique: of a key that an XML file repeats the last counts, as on a Mac;
 * readers of other formats refuse the file.
 */
export type PlistDict = { readonly type: 'dict'; readonly entries: readonly PlistEntry[] }
/** Keyed-archiver reference. XML spells it as a dict with one number under CF$UID. */
export type PlistUid = { readonly type: 'uid'; readonly value: number }

export type PlistEntry = { readonly key: string; readonly value: PlistValue }

/** Where a node is: dict keys as strings, array positions as numbers, from the root. */
export type PlistPath = readonly (string | number)[]
