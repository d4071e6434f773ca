import { issuesTogether } from '@/lib/profile/together'
import type { ImportRow } from './import-row'

/** By row, what the files of an import do to each other: the same identifier, keys that differ. */
export function saidTogether(rows: readonly ImportRow[]): ReadonlyMap<number, readonly string[]> {
  const read = rows.flatMap(({ id, file }) => (file.outcome === 'read' ? [{ id, member: file.member }] : []))
  const said = new Map<number, string[]>()
  for (const { member, message } of issuesTogether(read.map((row) => row.member))) {
    const id = read[member]?.id
    if (id !== undefined) {
      said.set(id, [...(said.get(id) ?? []), message])
    }
  }
  return said
}
