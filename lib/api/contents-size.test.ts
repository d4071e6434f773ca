import { expect, it } from 'vitest'
import { sizeFault } from './contents-size'

it('contents have a byte at least and five million at most', () => {
  expect([0, 1, 5_000_000, 5_000_001].map((bytes) => sizeFault(bytes) === null)).toEqual([
    false,
    true,
    true,
    false,
  ])
})
