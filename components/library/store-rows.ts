import { tellFailure } from '@/components/connection/tell-failure'
import type { DecidedRow } from './decided-rows'
import { storeImported } from './import-decision'
import type { Imported } from './undo-import'

type Watch = {
  readonly onStored: (row: number) => void
  /** Asked before each file: whether the rest stays out. */
  readonly stopped: () => boolean
}

/**
 * Stores the profiles of an import one after the other; gives what they became. One that cannot be stored is told, and keeps nobody
 * else back.
 */
export async function storeRows(
  rows: readonly DecidedRow[],
  { onStored, stopped }: Watch,
): Promise<Imported[]> {
  const stored: Imported[] = []
  const newest = new Map(rows.flatMap(({ matches }) => matches.map(({ id, version }) => [id, version])))
  for (const { id, file, decision } of rows) {
    if (stopped()) {
      break
    }
    if (file.outcome === 'read') {
      try {
        const before = newest.get(decision ?? '') ?? 0
        const item = await storeImported(file, decision, before)
        newest.set(item.id, item.version)
        stored.push({ id: item.id, before, version: item.version })
        onStored(id)
      } catch (error) {
        tellFailure(error, `${file.fileName}: `)
      }
    }
  }
  return stored
}
