import { expect, test } from 'vitest'
import { counted } from './words'

test('a number agrees with its noun', () => {
  expect([0, 1, 2].map((count) => counted(count, 'key'))).toEqual(['0 keys', '1 key', '2 keys'])
  expect(counted(3, 'piece of advice', 'pieces of advice')).toBe('3 pieces of advice')
})
