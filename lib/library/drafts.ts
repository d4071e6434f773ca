import type { Transaction } from 'kysely'
import type { DraftItem } from '../api/configurations'
import { LibraryError, notFound } from './errors'
import type { Library } from './open'
import { seal, unseal } from './seal'
import { asBytes, asContent, numberOf, textOf } from './stored'
import type { Tables } from './tables'

/**
 * Unsaved changes: the text of the editor as UTF-8, a property list or not, the version they began from, and the note of a save
 * that has not succeeded.
 */
export type StoredDraft = {
  readonly base: number
  readonly content: Uint8Array
  readonly note?: string | null | undefined
}

/** Drafts that one configuration keeps at most. */
const MOST = 5

/**
 * Keeps one draft per configuration and window, sealed; the one before is replaced. Of too many the oldest is dropped.
 * Throws LibraryError "not-found".
 */
export async function writeDraft(
  { db, key }: Library,
  id: string,
  window: string,
  draft: StoredDraft,
): Promise<void> {
  const content = seal(draft.content, key, { table: 'drafts', id, version: draft.base })
  const { base, note = null } = draft
  const values = { base, content, note, updated_at: new Date().toISOString() }
  await db.transaction().execute(async (transaction) => {
    const there = await transaction
      .selectFrom('configurations')
      .select('id')
      .where('id', '=', id)
      .where('deleted_at', 'is', null)
      .executeTakeFirst()
    if (there === undefined) {
      throw notFound()
    }
    await transaction
      .insertInto('drafts')
      .values({ configuration_id: id, window_id: window, ...values })
      .onConflict((conflict) => conflict.columns(['configuration_id', 'window_id']).doUpdateSet(values))
      .execute()
    await dropOldest(transaction, id, window)
  })
}

/** Which windows keep unsaved changes of a configuration, the newest first. */
export async function listDrafts({ db }: Pick<Library, 'db'>, id: string): Promise<DraftItem[]> {
  const rows = await db
    .selectFrom('drafts')
    .select([asBytes('window_id'), asBytes('updated_at')])
    .where('configuration_id', '=', id)
    .orderBy('updated_at', 'desc')
    .execute()
  return rows.map((row) => ({
    window: textOf(row.window_id) ?? '',
    updatedAt: textOf(row.updated_at) ?? '',
  }))
}

/** The draft of a window; null when there is none, or when it is damaged: what was saved is still whole. */
export async function readDraft(
  { db, key }: Library,
  id: string,
  window: string,
): Promise<StoredDraft | null> {
  const row = await db
    .selectFrom('drafts')
    .select([asBytes('base'), asContent('content'), asBytes('note')])
    .where('configuration_id', '=', id)
    .where('window_id', '=', window)
    .executeTakeFirst()
  if (row === undefined) {
    return null
  }
  try {
    const base = numberOf(row.base) ?? 0
    const content = unseal(row.content, key, { table: 'drafts', id, version: base })
    return { base, content, note: textOf(row.note) }
  } catch (error) {
    if (error instanceof LibraryError) {
      return null
    }
    throw error
  }
}

/** Forgets the draft of a window, if there is one. */
export async function removeDraft({ db }: Pick<Library, 'db'>, id: string, window: string): Promise<void> {
  await db.deleteFrom('drafts').where('configuration_id', '=', id).where('window_id', '=', window).execute()
}

/** Never the one just written, whatever the clock said when the others were. */
async function dropOldest(db: Transaction<Tables>, id: string, written: string): Promise<void> {
  const others = (await listDrafts({ db }, id)).filter(({ window }) => window !== written)
  for (const { window } of others.slice(MOST - 1)) {
    await removeDraft({ db }, id, window)
  }
}
