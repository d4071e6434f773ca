import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeBinary } from './binary/writer'
import { readPlist, writeDocument } from './document'
import { PlistError } from './errors'
import { dictTree } from './fixtures/trees'
import { repairBytes } from './text'
import { writeXml } from './xml/writer'

const PIECES = [
  '<',
  '>',
  '/',
  '&',
  '"',
  '<key>a</key>',
  '</key>',
  '<string>',
  '</dict>',
  '<!--',
  ']]>',
  '<true/>',
  '\u0001',
  'x',
  '\n',
  '',
]

/** A text with a few pieces put in the place of others. */
const damaged = fc
  .tuple(
    dictTree,
    fc.array(fc.tuple(fc.nat(), fc.nat({ max: 6 }), fc.constantFrom(...PIECES)), {
      minLength: 1,
      maxLength: 3,
    }),
  )
  .map(([value, changes]) =>
    changes.reduce((text, [place, length, piece]) => {
      const at = place % text.length
      return text.slice(0, at) + piece + text.slice(at + length)
    }, writeXml(value)),
  )

test('a damaged text is read and kept, or refused; its repairs come to an end', () => {
  fc.assert(
    fc.property(damaged, (text) => {
      let bytes = new TextEncoder().encode(text)
      for (let round = 0; round < 100; round++) {
        try {
          const document = readPlist(bytes)
          expect(writeDocument(document, document.root)).toEqual(bytes)
          return
        } catch (error) {
          if (!(error instanceof PlistError)) {
            throw error
          }
          if (!error.repair) {
            return
          }
          bytes = new Uint8Array(repairBytes(bytes, error.repair))
        }
      }
      throw new Error('The repairs do not come to an end.')
    }),
    { numRuns: 3000 },
  )
})

test('a damaged binary file is read or refused, never misread into an accident', () => {
  const changes = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(dictTree, changes, (value, list) => {
      const bytes = writeBinary(value)
      for (const [place, byte] of list) {
        bytes[place % bytes.length] = byte
      }
      try {
        readPlist(bytes)
      } catch (error) {
        expect(error).toBeInstanceOf(PlistError)
      }
    }),
    { numRuns: 5000 },
  )
})
