import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineAndColumn, placesIn } from './errors'

test('a text whose lines are counted once gives each offset the same place as one that is looked through again', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'é', '\n', '\r', '\r\n', '😀') })
  fc.assert(
    fc.property(text, fc.nat(40), (written, offset) => {
      expect(placesIn(written)(offset)).toEqual(lineAndColumn(written, offset))
    }),
  )
  expect(placesIn('a\r\nb\rc\nd')(7)).toEqual({ line: 4, column: 1 })
})
