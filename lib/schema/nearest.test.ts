import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distance, letters, nearestAmong, prepare } from './nearest'

test('the distance counts letters that are changed, added, missing or swapped', () => {
  const pairs = [
    ['', '', 0],
    ['abc', '', 3],
    ['DenyLocal', 'DenyLocla', 1],
    ['Migrate', 'Migrates', 1],
    ['kitten', 'sitting', 3],
    ['abcd', 'badc', 2],
  ] as const
  for (const [left, right, steps] of pairs) {
    expect(distance(left, right)).toBe(steps)
    expect(distance(right, left)).toBe(steps)
  }
})

/** The definition, a letter at a time: optimal string alignment. */
function plainDistance(left: string, right: string): number {
  const table: number[][] = []
  for (let row = 0; row <= left.length; row += 1) {
    table.push([])
    for (let column = 0; column <= right.length; column += 1) {
      const at = (up: number, back: number) => table[row - up]?.[column - back] ?? Number.POSITIVE_INFINITY
      const same = left[row - 1] === right[column - 1] ? 0 : 1
      const swapped = row > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]
      const steps = [
        at(1, 0) + 1,
        at(0, 1) + 1,
        at(1, 1) + same,
        swapped ? at(2, 2) + 1 : Number.POSITIVE_INFINITY,
      ]
      table[row]?.push(row === 0 && column === 0 ? 0 : Math.min(...steps))
    }
  }
  return table[left.length]?.[right.length] ?? 0
}

const name = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 12 })

test('a distance is the one of the definition, and never below a limit that it exceeds', () => {
  fc.assert(
    fc.property(name, name, fc.integer({ min: 0, max: 6 }), (left, right, limit) => {
      const steps = plainDistance(left, right)
      expect(distance(left, right)).toBe(steps)
      expect(distance(left, right, limit)).toBe(Math.min(steps, limit + 1))
    }),
    { numRuns: 2000 },
  )
})

test('what is left out unseen is further away than what is found', () => {
  const words = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'C', '_', '1'), maxLength: 16 }), {
    maxLength: 20,
  })
  fc.assert(
    fc.property(words, name, (names, wanted) => {
      const found = nearestAmong(
        prepare(names, (each) => each),
        wanted,
      )
      const limit = Math.min(3, Math.floor((wanted.length + 1) / 5))
      const nearest = Math.min(...names.map((each) => plainDistance(letters(each), letters(wanted))))
      expect(
        found === undefined ? Number.POSITIVE_INFINITY : plainDistance(letters(found), letters(wanted)),
      ).toBe(limit > 0 && nearest <= limit ? nearest : Number.POSITIVE_INFINITY)
    }),
  )
})
