import type { Identified } from '../api/configurations'
import { PlistError } from '../plist/errors'
import { child } from '../plist/tree'
import { ProfileError } from '../profile/errors'
import { openProfile } from '../profile/open-profile'
import { LibraryError } from './errors'
import { forAWhile } from './for-a-while'
import type { Library } from './open'
import { readVersion } from './read'
import { asBytes, numberOf, textOf } from './stored'

/** How long one request may read versions, in milliseconds; those that are left are read for the next one. */
const patience = 200
/** Versions that one request looks at, however fast they are read. */
const most = 500
/** Matches that are of use. */
const mostFound = 200

/**
 * Which configurations that are not deleted have one of these identifiers, those changed last first. Identifiers that a row does
 * not hold yet are read from its newest version once; `waiting` says how many are left, for which the caller asks again.
 */
export async function identified(library: Library, identifiers: readonly string[]): Promise<Identified> {
  const waiting = await fillIn(library)
  const rows = await identifiedRows(library, identifiers)
    .select([asBytes('id'), asBytes('name'), asBytes('version'), asBytes('identifier')])
    .execute()
  const found = rows.flatMap((row) => {
    const [id, version] = [textOf(row.id), numberOf(row.version)]
    return id === null || version === null
      ? []
      : [{ identifier: textOf(row.identifier) ?? '', id, version, name: textOf(row.name) ?? '' }]
  })
  return { found, waiting }
}

/** The rows with one of these identifiers, those changed last first. */
export function identifiedRows({ db }: Pick<Library, 'db'>, identifiers: readonly string[]) {
  return db
    .selectFrom('configurations')
    .where('deleted_at', 'is', null)
    .where('identifier', 'in', [...identifiers])
    .orderBy('updated_at', 'desc')
    .limit(mostFound)
}

/** Reads identifiers that are not known while there is time; gives how many are left. */
async function fillIn(library: Library): Promise<number> {
  const rows = await library.db
    .selectFrom('configurations')
    .select([asBytes('id'), asBytes('version')])
    .where('deleted_at', 'is', null)
    .where('identifier', 'is', null)
    .limit(most)
    .execute()
  await forAWhile(rows, patience, async (row) => {
    const [id, version] = [textOf(row.id) ?? '', numberOf(row.version) ?? 0]
    await setIdentifier(library, id, version, await identifierIn(library, id, version))
  })
  return rows.length === 0 ? 0 : countUnknown(library)
}

async function countUnknown({ db }: Library): Promise<number> {
  const { count } = await db
    .selectFrom('configurations')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('deleted_at', 'is', null)
    .where('identifier', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Nothing is written when somebody has saved meanwhile; a damaged row has no version to be told by. */
async function setIdentifier(
  { db }: Library,
  id: string,
  version: number,
  identifier: string,
): Promise<void> {
  const row = db.updateTable('configurations').set({ identifier }).where('id', '=', id)
  await (version > 0 ? row.where('version', '=', version) : row).where('identifier', 'is', null).execute()
}

/** The PayloadIdentifier of a version; empty where there is none, and where it cannot be read. */
async function identifierIn(library: Library, id: string, version: number): Promise<string> {
  try {
    const { root } = await openProfile(await readVersion(library, id, version))
    const identifier = child(root, 'PayloadIdentifier')
    return identifier?.type === 'string' ? identifier.value : ''
  } catch (error) {
    if (error instanceof LibraryError || error instanceof PlistError || error instanceof ProfileError) {
      return ''
    }
    throw error
  }
}
