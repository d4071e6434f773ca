import type { ConfigurationItem } from './api'
import { configurationItem } from './item'
import type { Library } from './open'

/** Every configuration that is not deleted, the one changed last first. */
export async function listConfigurations({ db }: Library): Promise<readonly ConfigurationItem[]> {
  const rows = await db
    .selectFrom('configurations')
    .selectAll()
    .where('deleted_at', 'is', null)
    .orderBy('updated_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(configurationItem)
}
