import fc from 'fast-check'
import { expect, it } from 'vitest'
import { asLabel, sizeFault } from './labelled'

it('a label of any script is printable ASCII, and says the same', () => {
  const label = fc.record({
    name: fc.string({ unit: 'binary' }),
    list: fc.array(fc.string({ unit: 'grapheme' })),
  })
  fc.assert(
    fc.property(label, (said) => {
      const text = asLabel(said)
      expect(text).toMatch(/^[\x20-\x7e]*$/)
      expect(JSON.parse(text)).toEqual(said)
    }),
  )
  expect(asLabel({ name: 'Zürich \u007f 🔑' })).toBe('{"name":"Z\\u00fcrich \\u007f \\ud83d\\udd11"}')
})

it('contents have a byte at least and five million at most', () => {
  expect([0, 1, 5_000_000, 5_000_001].map((bytes) => sizeFault(bytes) === null)).toEqual([
    false,
    true,
    true,
    false,
  ])
})
