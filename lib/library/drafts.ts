import { LibraryError, notFound } from './errors'
import type { Library } from './open'
import { seal, unseal } from './seal'

/** Unsaved changes: the text of the editor as UTF-8, a property list or not, and the version they began from. */
export type StoredDraft = { readonly base: number; readonly content: Uint8Array }

/** Keeps one draft per configuration, sealed; the one before is replaced. Throws LibraryError "not-found". */
export async function writeDraft({ db, key }: Library, id: string, draft: StoredDraft): Promise<void> {
  const content = seal(draft.content, key, { table: 'drafts', id, version: draft.base })
  const row = { configuration_id: id, base: draft.base, content, updated_at: new Date().toISOString() }
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
      .values(row)
      .onConflict((conflict) => conflict.column('configuration_id').doUpdateSet(row))
      .execute()
  })
}

/** The draft of a configuration; null when there is none, or when it is damaged: what was saved is still whole. */
export async function readDraft({ db, key }: Library, id: string): Promise<StoredDraft | null> {
  const row = await db
    .selectFrom('drafts')
    .select(['base', 'content'])
    .where('configuration_id', '=', id)
    .executeTakeFirst()
  if (row === undefined) {
    return null
  }
  try {
    const content = unseal(new Uint8Array(row.content), key, { table: 'drafts', id, version: row.base })
    return { base: row.base, content }
  } catch (error) {
    if (error instanceof LibraryError && error.code === 'damaged') {
      return null
    }
    throw error
  }
}

/** Forgets the draft, if there is one. */
export async function removeDraft({ db }: Library, id: string): Promise<void> {
  await db.deleteFrom('drafts').where('configuration_id', '=', id).execute()
}
