import type { IdentifiedMatch } from '@/lib/api/configurations'
import { COPY, type Decision, LEAVE } from './import-decision'
import type { ImportRow } from './import-row'

/** A file of an import with the configurations that have its identifier, and what becomes of it. */
export type DecidedRow = ImportRow & {
  readonly matches: readonly IdentifiedMatch[]
  /** The one that has exactly its bytes. */
  readonly unchanged: IdentifiedMatch | null
  readonly decision: Decision | undefined
  /** Somebody has to say it for this file alone. */
  readonly asks: boolean
}
export type MatchedRow = Omit<DecidedRow, 'decision' | 'asks'>

/** What all files become that the library knows and that are not unchanged; null while nobody has said. */
export type ForAll = 'versions' | 'copies' | 'each' | null
/** By row, what was decided about it alone; null: somebody asked to decide. */
export type OwnDecisions = ReadonlyMap<number, Decision | null>

const isChanged = ({ matches, unchanged }: MatchedRow) => matches.length > 0 && unchanged === null

/** How many files one choice would decide. */
export const changedIn = (rows: readonly MatchedRow[]): number => rows.filter(isChanged).length

/**
 * What each file becomes. One that is unchanged stays out until somebody asks for it; of several that the library knows, `forAll`
 * decides, but not which of several configurations gets a new version.
 */
export function decidedRows(rows: readonly MatchedRow[], own: OwnDecisions, forAll: ForAll): DecidedRow[] {
  const several = changedIn(rows) > 1
  return rows.map((row) => {
    const said = own.get(row.id)
    const alone = holds(row, said) ? (said ?? undefined) : undefined
    if (row.unchanged !== null) {
      return said === undefined
        ? { ...row, decision: LEAVE, asks: false }
        : { ...row, decision: alone, asks: true }
    }
    const which = row.matches.length > 1
    if (!isChanged(row) || !several || forAll === 'each' || (forAll === 'versions' && which)) {
      return { ...row, decision: alone, asks: isChanged(row) }
    }
    const decision = forAll === 'copies' ? COPY : forAll === 'versions' ? row.matches[0]?.id : undefined
    return { ...row, decision, asks: false }
  })
}

/** A decision for a configuration that does not match any more is none. */
const holds = ({ matches }: MatchedRow, decision: Decision | null | undefined) =>
  matches.length > 0 && (decision === COPY || decision === LEAVE || matches.some(({ id }) => id === decision))
