import { tellFailure } from '@/components/connection/tell-failure'
import { storeImported } from './import-decision'
import type { DecidedRow } from './use-decisions'

/**
 * Stores the profiles of an import one after the other; gives the ids of their configurations. One that cannot be stored is told,
 * and keeps nobody else back.
 */
export async function storeRows(
  rows: readonly DecidedRow[],
  onStored: (row: number) => void,
): Promise<string[]> {
  const stored: string[] = []
  const newest = new Map(rows.flatMap(({ matches }) => matches.map(({ id, version }) => [id, version])))
  for (const { id, file, decision } of rows) {
    if (file.outcome === 'read') {
      try {
        const item = await storeImported(file, decision, newest.get(decision ?? '') ?? 0)
        newest.set(item.id, item.version)
        stored.push(item.id)
        onStored(id)
      } catch (error) {
        tellFailure(error, `${file.fileName}: `)
      }
    }
  }
  return stored
}
