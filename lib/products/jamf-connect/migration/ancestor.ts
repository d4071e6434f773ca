import type { PlistDict, PlistValue } from '../../../plist/value'
import type { KeyId } from '../manifests/key-ids'

/**
 * "described": the references of both products describe the two settings alike. "inferred": names and meaning are near, and
 * no document says that one takes the place of the other.
 */
export type Certainty = 'described' | 'inferred'

/** A value that a setting of today gets. */
export type Written = {
  readonly key: KeyId
  readonly value: PlistValue
  /** "set": it is the value. "add": its items join the list. */
  readonly how: 'set' | 'add'
  /** Values that serve as well: where the key holds one of them, it keeps it. */
  readonly orElse?: readonly string[]
}

/** What becomes of an old value. Nothing written: Jamf Connect does by itself what the old value asks for. */
export type Changed = { readonly writes: readonly Written[]; readonly why: string }

/** Why nothing can be made of an old value. */
export type Refused = { readonly refused: string }

/** What becomes of an old value, going by it and the settings that it stands among. Pure. */
export type Change = (value: PlistValue, settings: PlistDict) => Changed | Refused

/** What becomes of an old setting: another place, another value, or nothing. */
export type Becomes =
  | { readonly fate: 'moved'; readonly to: KeyId }
  | { readonly fate: 'changed'; readonly to: readonly KeyId[]; readonly change: Change }
  | { readonly fate: 'none'; readonly why: string }

/** What is to say of a row beside what becomes of it. */
export type RowNote = {
  readonly certainty?: Certainty
  /** Why somebody has to think before the setting is taken over: it is not chosen beforehand. */
  readonly careful?: string
  /** A credential: masked. */
  readonly secret?: true
  /** Where the setting is described, when not where the others of its product are. */
  readonly source?: string
}

export type Row = Becomes & RowNote

/** An old setting, with everything its row says. */
export type MigrationRow = Becomes & {
  readonly path: readonly string[]
  readonly certainty: Certainty
  readonly source: string
  readonly careful?: string
  readonly secret?: true
}

/** A product, or a former version, whose settings Jamf Connect has under other names today. */
export type Ancestor = {
  readonly domain: string
  readonly product: string
  /** Whether Jamf Connect still reads the domain; what has no row is a setting of today then. */
  readonly current?: true
  /** In the order in which they are to be looked at: of two for one key, the first counts. */
  readonly rows: readonly MigrationRow[]
}

/** The setting is today's key, with the value that it has. */
export function to(key: KeyId, note: RowNote = {}): Row {
  return { fate: 'moved', to: key, ...note }
}

/** The setting becomes other values; `keys` are all that `change` may write. */
export function changed(keys: readonly KeyId[], change: Change, note: RowNote = {}): Row {
  return { fate: 'changed', to: keys, change, ...note }
}

/** The setting has no counterpart, for this reason. */
export function none(why: string, note: RowNote = {}): Row {
  return { fate: 'none', why, ...note }
}

/** A row that follows from names and meaning only. */
export const inferred = { certainty: 'inferred' } as const satisfies RowNote

/** Rows by path, joined with "/", as the table of an ancestor; `source` is where its settings are described. */
export function rowsOf(source: string, rows: { readonly [path: string]: Row }): MigrationRow[] {
  return Object.entries(rows).map(([path, row]) => ({
    certainty: 'described',
    source,
    ...row,
    path: path.split('/'),
  }))
}
