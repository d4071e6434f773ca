import fc from 'fast-check'
import { expect, it } from 'vitest'
import { asLabel } from './labelled'

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
