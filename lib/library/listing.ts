import type { Transaction } from 'kysely'
import * as z from 'zod'
import { folded } from '../api/folded'
import { asBytes, textOf } from './stored'
import type { Tables } from './tables'

/** What the columns of the list are made of. */
type Listed = {
  readonly name: string
  readonly provider: string | null
  readonly tags?: readonly string[]
  readonly note?: string | null
}

/** Numbers in names sort by their value up to this many digits. */
const DIGITS = 8

/** The columns that the list is sorted by and searched in. */
export function listingOf({ name, provider, tags = [], note }: Listed) {
  return {
    sort_name: folded(name).replace(/\d+/g, (digits) => digits.padStart(DIGITS, '0')),
    sort_provider: folded(provider ?? ''),
    search: folded([name, provider ?? '', ...tags, note ?? ''].join(' ').trim()),
  }
}

const storedTags = z.array(z.string().max(1000)).max(1000)

/** The tags of a row; none where they are damaged. */
export function tagsIn(text: string | null): readonly string[] {
  try {
    return storedTags.safeParse(JSON.parse(text ?? '[]')).data ?? []
  } catch {
    return []
  }
}

/** Brings those columns of a configuration up to date, in the transaction that changed it. */
export async function relist(db: Transaction<Tables>, id: string): Promise<void> {
  const row = await db
    .selectFrom('configurations')
    .select([asBytes('name'), asBytes('provider'), asBytes('tags'), asBytes('note')])
    .where('id', '=', id)
    .executeTakeFirst()
  if (row !== undefined) {
    const listed = {
      name: textOf(row.name) ?? '',
      provider: textOf(row.provider),
      tags: tagsIn(textOf(row.tags)),
      note: textOf(row.note),
    }
    await db.updateTable('configurations').set(listingOf(listed)).where('id', '=', id).execute()
  }
}
