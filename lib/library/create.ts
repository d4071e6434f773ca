import { randomUUID } from 'node:crypto'
import type { ConfigurationItem, Summary } from '../api/configurations'
import { appendVersion } from './append'
import { NEVER } from './last-test'
import { listingOf } from './listing'
import type { Library } from './open'

/** What a new configuration is made of; `content` is the profile's exact unsigned bytes. */
export type NewConfiguration = {
  readonly name: string
  readonly content: Uint8Array
  readonly summary: Summary
  /** Id of the person who stores it. */
  readonly author: string
}

/** Stores a configuration as version 1. On disk when it returns. */
export async function createConfiguration(
  { db, key }: Library,
  from: NewConfiguration,
): Promise<ConfigurationItem> {
  const { name, content, summary, author } = from
  const id = randomUUID()
  const at = new Date().toISOString()
  await db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('configurations')
      .values({
        ...summary,
        ...listingOf({ name, provider: summary.provider }),
        domains: JSON.stringify(summary.domains),
        id,
        name,
        version: 1,
        created_at: at,
        updated_at: at,
        deleted_at: null,
        began_at: NEVER,
      })
      .execute()
    await appendVersion(transaction, key, { id, number: 1, name, content, note: null, author, at })
  })
  return { ...summary, id, name, version: 1, createdAt: at, updatedAt: at }
}
