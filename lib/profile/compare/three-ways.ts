import { type Difference, differences } from './differences'
import type { Clash, Sides, ToldSides } from './merge'
import type { Place } from './parts'
import type { Names } from './told'

/** A place that somebody changed, as it is in each of three profiles. */
export type ThreeWays = Place &
  Names & {
    readonly by: 'theirs' | 'mine' | 'both'
    readonly told: ToldSides
  }

/** What either side changed and comes together by itself: everything beside the `clashes`, in the order of the keys. */
export function threeWays(
  [base, theirs, mine]: Sides,
  clashes: readonly Clash[],
  fileName?: string,
): ThreeWays[] {
  const rows = new Map<string, ThreeWays>()
  for (const one of differences(base, theirs, fileName)) {
    const { before, after } = one.told
    rows.set(keyOf(one), {
      ...placeOf(one),
      by: 'theirs',
      told: { base: before, theirs: after, mine: before },
    })
  }
  for (const one of differences(base, mine, fileName)) {
    const { before, after } = one.told
    const also = rows.get(keyOf(one))
    rows.set(keyOf(one), {
      ...placeOf(one),
      by: also ? 'both' : 'mine',
      told: { base: before, theirs: also ? also.told.theirs : before, mine: after },
    })
  }
  return [...rows.values()].filter((row) => !clashes.some((clash) => isWithin(row, clash)))
}

const keyOf = ({ domain, path }: Place) => JSON.stringify([domain, path])

const placeOf = ({ at, domain, path, holder, title }: Difference) => ({ at, domain, path, holder, title })

function isWithin(row: Place, clash: Place): boolean {
  return (
    row.domain === clash.domain && clash.path.every((step, index) => String(row.path[index]) === String(step))
  )
}
