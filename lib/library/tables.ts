import type { ColumnType } from 'kysely'

/** Columns that are written once. */
type Once<T> = ColumnType<T, T, never>

/** Columns that a new row need not have. */
type Defaulted<T> = ColumnType<T, T | undefined, T>

/** One row: which key the contents are sealed with. */
export type InstanceTable = { readonly id: Once<number>; readonly key_id: string }

/** One row per configuration: what the list shows. Times are ISO 8601 in UTC. */
export type ConfigurationTable = {
  id: Once<string>
  name: string
  /** Title of the identity provider for the list; null when the profile names none. */
  provider: string | null
  /** JSON array of preference domains. */
  domains: string
  /** How many issues the newest version has, by severity. */
  errors: number
  advice: number
  /** PayloadIdentifier of the newest version, empty where it has none; null while that has not been looked at. */
  identifier: ColumnType<string | null, string | null | undefined, string | null>
  /** Number of the newest version. */
  version: number
  created_at: Once<string>
  updated_at: string
  deleted_at: string | null
  /** JSON array of words; free text. Both are in clear, as the name is: the list is searched in them. */
  tags: Defaulted<string>
  note: Defaulted<string | null>
  /** When the last test of which a report is kept was run, and its verdict; empty without one. */
  tested_at: Defaulted<string>
  verdict: Defaulted<string>
  /** When a test of it began last, NEVER (last-test.ts) when none has; null where that is not known. */
  began_at: ColumnType<string | null, string | null | undefined, string>
  /** What the list is sorted by and searched in; see listing.ts. */
  sort_name: string
  sort_provider: string
  search: string
}

/** Append-only: of a row, the note alone is ever changed. `content` is the sealed profile (see seal.ts);
 * libsql gives it as an ArrayBuffer. */
export type VersionTable = {
  configuration_id: Once<string>
  number: Once<number>
  name: Once<string>
  content: ColumnType<Uint8Array | ArrayBuffer, Uint8Array, never>
  /** Why it was made, in clear. */
  note: string | null
  /** Id of the person who saved it; those of earlier releases are the owner's. */
  author: Once<string>
  created_at: Once<string>
}

/** Unsaved changes, at most one row per configuration and window. `content` is sealed. */
export type DraftTable = {
  configuration_id: Once<string>
  /** A random id that a browser window gave itself. */
  window_id: Once<string>
  base: number
  content: Uint8Array
  /** For the version that a save makes of it, in clear as it will be there. */
  note: string | null
  updated_at: string
}

/** A test report that was kept with a configuration. `content` is sealed. */
export type ReportTable = {
  id: Once<string>
  configuration_id: Once<string>
  content: Once<Uint8Array>
  created_at: Once<string>
  /** Of the report, for the list; empty where it is not known yet. */
  tested_at: Defaulted<string>
  verdict: Defaulted<string>
}

/** A step of a set-up guide that is done for a configuration, by the names of both. */
export type SetUpStepTable = {
  configuration_id: Once<string>
  guide: Once<string>
  step: Once<string>
  done_at: Once<string>
}

export type Tables = {
  instance: InstanceTable
  configurations: ConfigurationTable
  versions: VersionTable
  drafts: DraftTable
  reports: ReportTable
  set_up_steps: SetUpStepTable
}
