import type { Kysely } from 'kysely'
import type { VersionList } from '../api/configurations'
import { notFound } from './errors'
import { versionColumns, versionItem } from './item'
import { isListed } from './list'
import type { Library } from './open'
import { readVersion } from './read'
import type { Tables } from './tables'

/** Versions in one answer. */
const PAGE = 20

/** The versions of a configuration below a number, or the newest, the newest first. Throws LibraryError "not-found". */
export async function listVersions(library: Library, id: string, before?: number): Promise<VersionList> {
  if (!(await isListed(library, id))) {
    throw notFound()
  }
  const rows = await versionsBefore(library.db, id, before).select(versionColumns).execute()
  return { versions: rows.slice(0, PAGE).map(versionItem), more: rows.length > PAGE }
}

/**
 * The rows of one answer and one more, which tells whether there are any after it. The order is that of the column: a
 * number that is read as bytes has the same name and another order.
 */
export function versionsBefore(db: Kysely<Tables>, id: string, before?: number) {
  const all = db.selectFrom('versions').where('configuration_id', '=', id)
  return (before === undefined ? all : all.where('number', '<', before))
    .orderBy('versions.number', 'desc')
    .limit(PAGE + 1)
}

/** The bytes of one version. Throws LibraryError "not-found", also for a deleted configuration, and "damaged". */
export async function readOneVersion(library: Library, id: string, number: number): Promise<Uint8Array> {
  const row = await library.db
    .selectFrom('versions')
    .select('number')
    .where('configuration_id', '=', id)
    .where('number', '=', number)
    .executeTakeFirst()
  if (row === undefined || !(await isListed(library, id))) {
    throw notFound()
  }
  return readVersion(library, id, number)
}
