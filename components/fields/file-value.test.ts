import fc from 'fast-check'
import { expect, it } from 'vitest'
import { toFileValue } from './file-value'

const file = fc.uint8Array({ minLength: 18, maxLength: 4000 })

it('a file becomes Base64 text or data, and one that holds Base64 text becomes the same', () => {
  fc.assert(
    fc.property(file, fc.constantFrom('', '\n', ' \r\n'), (bytes, ending) => {
      const text = Buffer.from(bytes).toString('base64')
      // What is taken for Base64 text by chance is not what this is about.
      fc.pre(!/^[\sA-Za-z0-9+/=]*$/.test(Buffer.from(bytes).toString('latin1')))
      const asText = new TextEncoder().encode(text.replace(/(.{64})/g, `$1${ending}`) + ending)
      for (const given of [bytes, asText]) {
        expect(toFileValue(given, 'string')).toEqual({ type: 'string', value: text })
        expect(toFileValue(given, 'data')).toEqual({ type: 'data', value: new Uint8Array(bytes) })
      }
    }),
  )
})
