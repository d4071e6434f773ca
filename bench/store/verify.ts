import { createHash } from 'node:crypto'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { listQuery } from '@/lib/api/list'
import { MOST_LISTED } from '@/lib/api/list-order'
import { readDraft } from '@/lib/library/drafts'
import { listConfigurations } from '@/lib/library/list'
import { type Library, openLibrary } from '@/lib/library/open'
import { readVersion } from '@/lib/library/read'
import { listReports } from '@/lib/library/reports'

/** A change that the library has acknowledged. */
export type Acknowledged =
  | { readonly id: string; readonly version: number; readonly hash: string }
  | { readonly id: string; readonly draft: string }
  | { readonly id: string; readonly name: string }
  | { readonly id: string; readonly report: string }
  | { readonly id: string; readonly deleted: false }

/** What came out: how many acknowledged changes were looked for, what is wrong, and how long the start took. */
export type Verdict = {
  readonly looked: number
  readonly faults: readonly string[]
  readonly startMilliseconds: number
}

/**
 * Starts on `folder` as it was left, stops cleanly, copies the database and the key alone to the empty folder `copy`, and
 * looks there for everything that was acknowledged.
 */
export async function verifyCopy(
  folder: string,
  copy: string,
  changes: readonly Acknowledged[],
): Promise<Verdict> {
  const begun = performance.now()
  const first = await openLibrary(folder, undefined)
  const startMilliseconds = performance.now() - begun
  await first.close()
  for (const name of ['latchkey.db', 'secret.key']) {
    await copyFile(join(folder, name), join(copy, name))
  }
  const library = await openLibrary(copy, undefined)
  try {
    return { looked: changes.length, faults: await faultsIn(library, changes), startMilliseconds }
  } finally {
    await library.close()
  }
}

async function faultsIn(library: Library, changes: readonly Acknowledged[]): Promise<string[]> {
  const faults = [...(await brokenStructure(library))]
  for (const change of changes) {
    if (!(await isThere(library, change))) {
      faults.push(`lost: ${JSON.stringify(change)}`)
    }
  }
  return faults
}

async function brokenStructure(library: Library): Promise<string[]> {
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(library.db)
  const faults = rows.map((row) => row.integrity_check).filter((text) => text !== 'ok')
  for (let skip = 0, total = 1; skip < total; skip += MOST_LISTED) {
    const list = await listConfigurations(
      library,
      listQuery.parse({ skip: `${skip}`, take: `${MOST_LISTED}` }),
    )
    total = list.total
    faults.push(...list.configurations.filter((item) => item.unreadable).map(({ id }) => `damaged: ${id}`))
  }
  const torn = await sql<{ id: string }>`select id from configurations where version <> (
    select count(*) from versions where configuration_id = configurations.id)`.execute(library.db)
  return [...faults, ...torn.rows.map(({ id }) => `torn: ${id}`)]
}

async function isThere(library: Library, change: Acknowledged): Promise<boolean> {
  const { id } = change
  if ('version' in change) {
    const bytes = await readVersion(library, id, change.version).catch(() => new Uint8Array())
    return hashOf(bytes) === change.hash
  }
  if ('draft' in change) {
    const draft = await readDraft(library, id, id)
    return draft !== null && hashOf(draft.content) === change.draft
  }
  if ('report' in change) {
    return (await listReports(library, id)).some(({ report }) => report?.summary.title === change.report)
  }
  const row = await library.db
    .selectFrom('configurations')
    .select(['name', 'deleted_at'])
    .where('id', '=', id)
    .executeTakeFirst()
  return 'name' in change ? row?.name === change.name : row?.deleted_at === null
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
