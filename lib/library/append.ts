import type { Transaction } from 'kysely'
import { seal } from './seal'
import type { Tables } from './tables'

/** A version to be written; `content` is the profile in clear. */
export type NewVersion = {
  readonly id: string
  readonly number: number
  readonly name: string
  readonly content: Uint8Array
  readonly note: string | null
  /** Id of the person who saves it. */
  readonly author: string
  /** ISO 8601 in UTC. */
  readonly at: string
}

/** Adds a row to the versions, sealed with `key` for its place. */
export async function appendVersion(
  db: Transaction<Tables>,
  key: Uint8Array,
  version: NewVersion,
): Promise<void> {
  const { id, number, name, note, author, at } = version
  const content = seal(version.content, key, { table: 'versions', id, version: number })
  await db
    .insertInto('versions')
    .values({ configuration_id: id, number, name, content, note, author, created_at: at })
    .execute()
}
