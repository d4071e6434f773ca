import { equal } from '../tree'
import type { PlistEntry, PlistValue } from '../value'

/**
 * What becomes of the children of a container, in the order after the change: `before` and `after` are positions.
 * `keep` stays where it is (its value may change), `move` comes from elsewhere in the container, `rename` keeps
 * its place and value under a new key, `add` is new. Whatever position of before is not kept or renamed goes away.
 */
export type Step =
  | { readonly kind: 'keep' | 'move' | 'rename'; readonly before: number; readonly after: number }
  | { readonly kind: 'add'; readonly after: number }

/** Aligns dict entries by key. As many as possible stay; the others move. */
export function alignEntries(before: readonly PlistEntry[], after: readonly PlistEntry[]): Step[] {
  // The keys that begin and end both stay in any case: of thousands, mostly one has come or gone.
  const { head, tail } = sameEnds(before, after)
  const shift = before.length - after.length
  const middle = alignMiddle(
    before.slice(head, before.length - tail),
    after.slice(head, after.length - tail),
  ).map((step): Step => {
    const at = head + step.after
    return step.kind === 'add'
      ? { kind: 'add', after: at }
      : { ...step, before: head + step.before, after: at }
  })
  return after.map((_, index): Step => {
    if (index < head) {
      return { kind: 'keep', before: index, after: index }
    }
    return index < after.length - tail
      ? (middle[index - head] as Step)
      : { kind: 'keep', before: index + shift, after: index }
  })
}

/** How many keys are the same at the start and at the end. */
function sameEnds(before: readonly PlistEntry[], after: readonly PlistEntry[]) {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head]?.key === after[head]?.key) {
    head += 1
  }
  let tail = 0
  while (tail < shorter - head && before.at(-1 - tail)?.key === after.at(-1 - tail)?.key) {
    tail += 1
  }
  return { head, tail }
}

function alignMiddle(before: readonly PlistEntry[], after: readonly PlistEntry[]): Step[] {
  const places = new Map(before.map(({ key }, index) => [key, index]))
  const origins = after.map(({ key }) => places.get(key))
  const staying = longestIncreasing(origins)
  const steps = origins.map((origin, index): Step => {
    if (origin === undefined) {
      return { kind: 'add', after: index }
    }
    return { kind: staying.has(index) ? 'keep' : 'move', before: origin, after: index }
  })
  return renamed(steps, before, after)
}

/** Turns an added entry into a renamed one when an entry of the same value has gone from the same place. */
function renamed(
  steps: readonly Step[],
  before: readonly PlistEntry[],
  after: readonly PlistEntry[],
): Step[] {
  const used = new Set(steps.flatMap((step) => (step.kind === 'add' ? [] : [step.before])))
  let next = 0
  return steps.map((step) => {
    if (step.kind === 'keep') {
      next = step.before + 1
    }
    const gone = before[next]
    const value = after[step.after]?.value
    if (step.kind !== 'add' || used.has(next) || !gone || !value || !equal(gone.value, value)) {
      return step
    }
    next += 1
    return { kind: 'rename', before: next - 1, after: step.after }
  })
}

/** Positions of the longest increasing run of numbers, in any distance from each other (patience sorting). */
function longestIncreasing(numbers: readonly (number | undefined)[]): Set<number> {
  const tails: number[] = []
  const previous: number[] = []
  for (const [index, number] of numbers.entries()) {
    if (number === undefined) {
      continue
    }
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((numbers[tails[middle] as number] as number) < number) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    previous[index] = low > 0 ? (tails[low - 1] as number) : -1
    tails[low] = index
  }
  const chosen = new Set<number>()
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] as number) {
    chosen.add(index)
  }
  return chosen
}

/** Above this many comparisons, what lies between equal heads and tails is paired in order. */
const MOST_COMPARISONS = 40_000

/** Aligns array items: equal ones stay, what lies between them is paired in order, the rest comes or goes. */
export function alignItems(before: readonly PlistValue[], after: readonly PlistValue[]): Step[] {
  const matches = matchItems(before, after)
  const steps: Step[] = []
  let b = 0
  let a = 0
  for (const [nextBefore, nextAfter] of [...matches, [before.length, after.length] as const]) {
    for (; b < nextBefore && a < nextAfter; b++, a++) {
      steps.push({ kind: 'keep', before: b, after: a })
    }
    for (; a < nextAfter; a++) {
      steps.push({ kind: 'add', after: a })
    }
    if (nextAfter < after.length) {
      steps.push({ kind: 'keep', before: nextBefore, after: nextAfter })
    }
    b = nextBefore + 1
    a = nextAfter + 1
  }
  return steps
}

/** Pairs of positions of equal items, both increasing: common head, longest common subsequence, common tail. */
function matchItems(before: readonly PlistValue[], after: readonly PlistValue[]): [number, number][] {
  const same = (b: number, a: number) => equal(before[b] as PlistValue, after[a] as PlistValue)
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && same(head, head)) {
    head += 1
  }
  let tail = 0
  while (tail < shorter - head && same(before.length - 1 - tail, after.length - 1 - tail)) {
    tail += 1
  }
  const middle = commonSubsequence(
    { from: head, to: before.length - tail },
    { from: head, to: after.length - tail },
    same,
  )
  return [
    ...Array.from({ length: head }, (_, index): [number, number] => [index, index]),
    ...middle,
    ...Array.from({ length: tail }, (_, index): [number, number] => [
      before.length - tail + index,
      after.length - tail + index,
    ]),
  ]
}

type Part = { readonly from: number; readonly to: number }

function commonSubsequence(
  before: Part,
  after: Part,
  same: (b: number, a: number) => boolean,
): [number, number][] {
  const rows = before.to - before.from
  const columns = after.to - after.from
  if (rows === 0 || columns === 0 || rows * columns > MOST_COMPARISONS) {
    return []
  }
  const lengths = Array.from({ length: rows + 1 }, () => new Uint32Array(columns + 1))
  const matches = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => same(before.from + row, after.from + column)),
  )
  const at = (row: number, column: number) => lengths[row]?.[column] ?? 0
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const length = matches[row]?.[column]
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1))
      ;(lengths[row] as Uint32Array)[column] = length
    }
  }
  const pairs: [number, number][] = []
  for (let row = 0, column = 0; row < rows && column < columns; ) {
    if (matches[row]?.[column]) {
      pairs.push([before.from + row++, after.from + column++])
    } else if (at(row + 1, column) >= at(row, column + 1)) {
      row += 1
    } else {
      column += 1
    }
  }
  return pairs
}
