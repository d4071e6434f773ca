/** Names to compare with, prepared so that thousands of other names can each be compared with all of them. */
export type Names<T> = ReadonlyMap<number, readonly Prepared<T>[]>

type Prepared<T> = { readonly plain: string; readonly mask: number; readonly value: T }

/** Prepares names; of equal ones the first counts. */
export function prepare<T>(values: readonly T[], nameOf: (value: T) => string): Names<T> {
  const byLength = new Map<number, Prepared<T>[]>()
  for (const value of values) {
    const plain = letters(nameOf(value))
    const same = byLength.get(plain.length) ?? []
    same.push({ plain, mask: maskOf(plain), value })
    byLength.set(plain.length, same)
  }
  return byLength
}

/**
 * The value whose name is nearest, if it is near enough to be the one that was meant: a letter in five wrong, three at
 * most. Bounded work: a long name is compared with nothing, and most others by their length and letters alone.
 */
export function nearestAmong<T>(names: Names<T>, name: string): T | undefined {
  const wanted = letters(name)
  const limit = Math.min(3, Math.floor((wanted.length + 1) / 5))
  const mask = maskOf(wanted)
  let best: Prepared<T> | undefined
  let least = limit + 1
  for (let length = wanted.length - limit; limit > 0 && length <= wanted.length + limit; length += 1) {
    for (const each of names.get(length) ?? []) {
      if (bits(each.mask & ~mask) >= least || bits(mask & ~each.mask) >= least) {
        continue
      }
      const steps = distance(each.plain, wanted, least - 1)
      if (steps < least) {
        least = steps
        best = each
      }
    }
  }
  return best?.value
}

/** A name without what people change when they type it from memory. */
export function letters(name: string): string {
  return name.toLowerCase().replace(/[\s_.-]/g, '')
}

/** One bit for each letter and figure that occurs: each change of a name changes two of them at most. */
function maskOf(plain: string): number {
  let mask = 0
  for (let index = 0; index < plain.length; index += 1) {
    mask |= 1 << (plain.charCodeAt(index) & 31)
  }
  return mask
}

function bits(mask: number): number {
  let left = mask
  let count = 0
  while (left !== 0) {
    left &= left - 1
    count += 1
  }
  return count
}

/** Levenshtein distance, a swap of neighbours counting one; anything above `limit` once it is certain to be above. */
export function distance(left: string, right: string, limit = Number.POSITIVE_INFINITY): number {
  let start = 0
  while (start < left.length && left.charCodeAt(start) === right.charCodeAt(start)) {
    start += 1
  }
  let [leftEnd, rightEnd] = [left.length, right.length]
  while (
    leftEnd > start &&
    rightEnd > start &&
    left.charCodeAt(leftEnd - 1) === right.charCodeAt(rightEnd - 1)
  ) {
    leftEnd -= 1
    rightEnd -= 1
  }
  return between(left.slice(start, leftEnd), right.slice(start, rightEnd), limit)
}

/** Three rows of the table of distances, used again and again: thousands of names are compared with hundreds of others. */
let rows: [number[], number[], number[]] = [[], [], []]

function between(left: string, right: string, limit: number): number {
  const far = limit + 1
  let [before, previous, current] = rows
  for (let column = 0; column <= right.length; column += 1) {
    previous[column] = column
  }
  let leastBefore = 0
  for (let row = 1; row <= left.length; row += 1) {
    // What is further from the diagonal than the limit is above it.
    const first = Math.max(1, row - limit)
    const last = Math.min(right.length, row + limit)
    current[first - 1] = first === 1 ? row : far
    let least = row
    for (let column = first; column <= last; column += 1) {
      const letter = left.charCodeAt(row - 1)
      const over = column > row - 1 + limit ? far : (previous[column] ?? far)
      let steps = Math.min(over, current[column - 1] ?? far) + 1
      steps = Math.min(
        steps,
        (previous[column - 1] ?? far) + (letter === right.charCodeAt(column - 1) ? 0 : 1),
      )
      if (
        letter === right.charCodeAt(column - 2) &&
        left.charCodeAt(row - 2) === right.charCodeAt(column - 1)
      ) {
        steps = Math.min(steps, (before[column - 2] ?? far) + 1)
      }
      current[column] = steps
      least = Math.min(least, steps)
    }
    // A swap reaches back two rows, so one row above the limit does not decide yet.
    if (least > limit && leastBefore > limit) {
      return far
    }
    leastBefore = least
    ;[before, previous, current] = [previous, current, before]
  }
  rows = [before, previous, current]
  return Math.abs(left.length - right.length) > limit ? far : Math.min(previous[right.length] ?? far, far)
}
