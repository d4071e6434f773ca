import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readBinary } from './binary/reader'
import { writeBinary } from './binary/writer'
import { tree } from './fixtures/trees'
import { equal } from './tree'
import { readXml } from './xml/reader'
import { writeXml } from './xml/writer'

const RUNS = { numRuns: 10_000 }

test('XML gives back every tree that was written', () => {
  fc.assert(
    fc.property(tree, (value) => equal(readXml(writeXml(value)), value)),
    RUNS,
  )
})

test('XML gives back the same text when what it says is written again', () => {
  fc.assert(
    fc.property(tree, (value) => writeXml(readXml(writeXml(value))) === writeXml(value)),
    { numRuns: 2000 },
  )
})

test('a binary file gives back every tree that was written', () => {
  fc.assert(
    fc.property(tree, (value) => equal(readBinary(writeBinary(value)), value)),
    RUNS,
  )
})

test('a tree that went through a binary file says the same in XML', () => {
  fc.assert(
    fc.property(tree, (value) => {
      expect(writeXml(readBinary(writeBinary(value)))).toBe(writeXml(value))
    }),
    { numRuns: 2000 },
  )
})
