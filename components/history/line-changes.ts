import { Change, presentableDiff } from '@codemirror/merge'
import { diffLines } from 'diff'

/** Longer passages are told as one change; to compare them letter by letter would hold the page up. */
const MOST_LETTERS = 4_000

/**
 * Where two texts differ, in letters of each: found line by line, which is quick however far apart changes stand, and then within
 * the lines that changed.
 */
export function lineChanges(before: string, after: string): Change[] {
  const changes: Change[] = []
  let fromA = 0
  let fromB = 0
  const parts = diffLines(before, after)
  for (const [index, { added, removed, value }] of parts.entries()) {
    const next = parts[index + 1]
    if (removed && next?.added) {
      changes.push(...within(value, next.value, fromA, fromB))
    } else if (removed) {
      changes.push(new Change(fromA, fromA + value.length, fromB, fromB))
    } else if (added && !parts[index - 1]?.removed) {
      changes.push(new Change(fromA, fromA, fromB, fromB + value.length))
    }
    fromA += added ? 0 : value.length
    fromB += removed ? 0 : value.length
  }
  return changes
}

/** Where two passages differ that stand in place of each other. */
function within(before: string, after: string, fromA: number, fromB: number): Change[] {
  if (before.length + after.length > MOST_LETTERS) {
    return [new Change(fromA, fromA + before.length, fromB, fromB + after.length)]
  }
  return presentableDiff(before, after).map(
    (change) =>
      new Change(fromA + change.fromA, fromA + change.toA, fromB + change.fromB, fromB + change.toB),
  )
}
