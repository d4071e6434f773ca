import { randomUUID } from 'node:crypto'
import { appendVersion } from '@/lib/library/append'
import { listingOf } from '@/lib/library/listing'
import { openLibrary } from '@/lib/library/open'

const towns = ['Berlin', 'Oslo', 'Lyon', 'Porto', 'Gdańsk', 'Malmö', 'Ghent', 'Turin']
const providers = ['Microsoft Entra ID', 'Okta Identity Engine', 'Google', 'Keycloak', null]
const content = Buffer.from('<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0"><dict/></plist>\n')
/** Rows of one transaction. */
const TOGETHER = 2000

/** Fills a new library in `folder` with so many configurations; the word "needle" is in one of them. */
export async function fill(folder: string, count: number): Promise<void> {
  const library = await openLibrary(folder, undefined)
  for (let start = 0; start < count; start += TOGETHER) {
    await library.db.transaction().execute(async (transaction) => {
      for (let index = start; index < Math.min(count, start + TOGETHER); index += 1) {
        const id = randomUUID()
        const at = new Date(1_700_000_000_000 + ((index * 7919) % count) * 60_000).toISOString()
        const special = index === Math.floor(count / 2) ? ' needle' : ''
        const name = `${towns[index % towns.length]} site ${index}${special}`
        const provider = providers[index % providers.length] ?? null
        const times = { created_at: at, updated_at: at, deleted_at: null }
        const counts = { errors: index % 3, advice: index % 7, version: 1 }
        const domains = '["com.jamf.connect.login"]'
        await transaction
          .insertInto('configurations')
          .values({ ...listingOf({ name, provider }), ...times, ...counts, id, name, provider, domains })
          .execute()
        const version = { id, number: 1, name, content, note: null, author: 'owner', at }
        await appendVersion(transaction, library.key, version)
      }
    })
  }
  await library.close()
}
