import { LibraryError, notFound } from './errors'
import { isListed } from './list'
import type { Library } from './open'

/** Another note of a version; `before` is the one that whoever writes it has read. */
export type NoteChange = { readonly note: string | null; readonly before: string | null }

/**
 * Writes the note of a version; its profile, name, author and time stay as they are. Throws LibraryError "not-found", also
 * for a deleted configuration, and "note-changed" when the note is not `before` any more; nothing is written then.
 */
export async function noteVersion(
  library: Library,
  id: string,
  number: number,
  change: NoteChange,
): Promise<void> {
  if (!(await isListed(library, id)) || !(await writeNote(library, id, number, change))) {
    throw notFound()
  }
}

/** Whether there is such a version; its note is written then. Throws "note-changed". */
export async function writeNote(
  { db }: Pick<Library, 'db'>,
  id: string,
  number: number,
  { note, before }: NoteChange,
): Promise<boolean> {
  const version = db.updateTable('versions').where('configuration_id', '=', id).where('number', '=', number)
  const written = await (before === null
    ? version.where('note', 'is', null)
    : version.where('note', '=', before)
  )
    .set({ note })
    .executeTakeFirst()
  if (written.numUpdatedRows > 0) {
    return true
  }
  const there = await db
    .selectFrom('versions')
    .select('number')
    .where('configuration_id', '=', id)
    .where('number', '=', number)
    .executeTakeFirst()
  if (there !== undefined) {
    const message = `Somebody changed the note of version ${number} in the meantime. Look at it, then write yours again.`
    throw new LibraryError('note-changed', message)
  }
  return false
}
