import * as z from 'zod'
import type { TestReport } from './report'
import { noteText, tagList } from './tags'
import { versionNote } from './version-note'
import { isVisible, keepsDirection } from './visible-name'

/** A configuration's name: 1 to 120 characters, one of them visible, none a control or an override of direction, no space at either end. */
export const configurationName = z
  .string()
  .trim()
  .min(1, 'Give the configuration a name.')
  .max(120, 'Keep the name to 120 characters.')
  .regex(/^\P{Cc}*$/u, 'Remove the control characters from the name.')
  .refine(keepsDirection, 'Remove the characters from the name that turn text around.')
  .refine(isVisible, 'Give the configuration a name that can be seen.')

/** What the list shows of a version. The page computes it from the profile it saves; the server keeps it as a label. */
export const summary = z.strictObject({
  /** Title of the identity provider, or null when the profile names none. */
  provider: z.string().min(1).max(120).nullable(),
  /** Preference domains the profile configures. */
  domains: z.array(z.string().min(1).max(255)).max(100),
  /** Issues by severity. */
  errors: z.int().nonnegative(),
  advice: z.int().nonnegative(),
  /** PayloadIdentifier of the profile, empty when it has none; absent when whoever stores it does not say. */
  identifier: z.string().max(1000).optional(),
})
export type Summary = z.infer<typeof summary>

/** POST /api/configurations: the label of a profile's exact unsigned bytes. */
export const createLabel = z.strictObject({ name: configurationName, summary })
/** PUT /api/configurations/{id}/contents, with If-Match: "<version the change is based on>": the label of the bytes. */
export const saveLabel = z.strictObject({
  summary,
  /** Why this version was made. */
  note: versionNote.optional(),
})
/**
 * PUT and GET /api/configurations/{id}/drafts/{window}: the label of unsaved changes, the version they began from and the note
 * of a save that has not succeeded.
 */
export const draftLabel = z.strictObject({ base: z.int().positive(), note: versionNote.optional() })
/** POST /api/configurations/identified. */
export const identifiedBody = z.strictObject({
  identifiers: z.array(z.string().min(1).max(1000)).min(1).max(500),
})
/** A configuration that has an identifier, and its newest version. */
export type IdentifiedMatch = {
  readonly identifier: string
  readonly id: string
  readonly name: string
  readonly version: number
}
/** The answer. `waiting`: configurations whose identifier is not known yet; ask again. */
export type Identified = { readonly found: readonly IdentifiedMatch[]; readonly waiting: number }

/** PUT /api/configurations/{id}/marks: how many issues the newest version has by the rules of now. */
export const marksBody = z.strictObject({
  version: z.int().positive(),
  ...summary.pick({ errors: true, advice: true }).shape,
})
export type Marks = z.infer<typeof marksBody>

/** A new name. */
export const renameBody = z.strictObject({ name: configurationName })
/** Tags, and a note where it is to change too. */
const tagBody = z.strictObject({ tags: tagList, note: noteText.optional() })
/** PATCH /api/configurations/{id}. */
export const changeBody = z.union([renameBody, tagBody])
export type TagChange = z.infer<typeof tagBody>

/** GET /api/configurations/{id}/reports. Newest first. */
export type KeptReportList = {
  readonly reports: readonly { readonly id: string; readonly report: TestReport }[]
  /** Ids of those that are damaged in the database. */
  readonly unreadable: readonly string[]
}

export const reportParams = z.object({ id: z.uuid(), report: z.uuid() })
export const draftParams = z.object({ id: z.uuid(), window: z.uuid() })
/** The number of a version as addresses write it. */
const versionNumber = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number)
/** GET /api/configurations/{id}/versions/{number}/contents: the bytes of one version. */
export const versionParams = z.object({ id: z.uuid(), number: versionNumber })
/** PATCH /api/configurations/{id}/versions/{number}: another note, on top of the one that was read. */
export const versionNoteBody = z.strictObject({ note: versionNote, before: z.string().max(1000).nullable() })
/** GET /api/configurations/{id}/versions: those before this number; without it the newest. */
export const versionsQuery = z.object({ before: versionNumber.optional() })
/** GET /api/deleted: those after so many. */
export const deletedQuery = z.object({
  skip: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .optional(),
})
export const configurationParams = z.object({ id: z.uuid() })

/** One row of the list. Times are ISO 8601 in UTC. */
export type ConfigurationItem = Summary & {
  readonly id: string
  readonly name: string
  /** Number of the newest version, from 1. */
  readonly version: number
  readonly createdAt: string
  readonly updatedAt: string
  /** The row or its newest version is damaged in the database; what cannot be read of it is left blank here. */
  readonly unreadable?: true
}

/** GET /api/configurations/together and /api/configurations/{id}/together. */
export type Together = {
  /** Of each kind the first ones. */
  readonly issues: readonly TogetherIssue[]
  /** All there are, by kind. */
  readonly kinds: readonly TogetherKind[]
  /** How many more there are. */
  readonly more: number
  /** How many configurations are not read yet; ask again. */
  readonly waiting: number
  /** How many are not compared: those of more than 1 MB, texts that are no profile, and those that are `beyond`. */
  readonly left: number
  /** How many a large library has besides those that are compared: the ones changed last. */
  readonly beyond: number
}

/** How many issues of a kind there are, and how many configurations have a part in them. */
export type TogetherKind = { readonly kind: string; readonly count: number; readonly configurations: number }

/** What a stored configuration and another one do to each other: advice. */
export type TogetherIssue = {
  readonly rule: string
  /** What is said of many of them at once: their rule, and whether they are about losing access to the Mac. */
  readonly kind: string
  readonly message: string
  readonly configuration: { readonly id: string; readonly name: string }
  readonly other: { readonly id: string; readonly name: string }
}

/**
 * GET /api/configurations/{id}, with the version number as ETag. `drafts` has the newest first. The bytes of the newest
 * version are at …/contents, with its number as ETag too.
 */
export type Configuration = ConfigurationItem & {
  readonly drafts: readonly DraftItem[]
  readonly tags: readonly string[]
}

/** Unsaved changes that a browser window keeps: which window, and when it wrote them last. */
export type DraftItem = { readonly window: string; readonly updatedAt: string }

/** When and under which name a version was saved. The note alone may be written later. */
export type VersionItem = {
  readonly number: number
  readonly name: string
  readonly note: string | null
  /** Id of the person who saved it. */
  readonly author: string
  readonly createdAt: string
}

/** GET /api/configurations/{id}/versions, the newest first. `more`: there are earlier ones than these. */
export type VersionList = { readonly versions: readonly VersionItem[]; readonly more: boolean }

/** GET /api/deleted, the one deleted last first. `more`: there are others; `days`: how long each is kept. */
export type DeletedList = {
  readonly configurations: readonly DeletedItem[]
  readonly more: boolean
  readonly days: number
}

/** A deleted configuration. */
export type DeletedItem = Pick<ConfigurationItem, 'id' | 'name' | 'provider' | 'version'> & {
  readonly deletedAt: string
}
