import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { measureBinary } from '../binary/reader'
import { writeBinary } from '../binary/writer'
import { readPlist } from '../document'
import { tree } from '../fixtures/trees'
import { MOST_BYTES } from '../limits'
import type { PlistValue } from '../value'
import { xmlSize } from './size'
import { writeXml } from './writer'

const utf8 = (text: string) => new TextEncoder().encode(text)
const string = (value: string): PlistValue => ({ type: 'string', value })

test('the size of the XML of a tree is told to the byte without writing it', () => {
  fc.assert(
    fc.property(tree, (value) => {
      expect(xmlSize(value)).toBe(utf8(writeXml(value)).length)
    }),
    { numRuns: 2000 },
  )
})

describe('a file whose XML would be too large is refused by name, within a moment', () => {
  const long = 'x'.repeat(40_000)
  const shared: Record<string, PlistValue> = {
    'a text in many places': { type: 'array', items: Array.from({ length: 7500 }, () => string(long)) },
    'data in many places': {
      type: 'array',
      items: Array.from({ length: 7500 }, () => ({ type: 'data' as const, value: new Uint8Array(40_000) })),
    },
    'a long key in many dicts': {
      type: 'array',
      items: Array.from({ length: 7500 }, () => ({
        type: 'dict' as const,
        entries: [{ key: long, value: string('') }],
      })),
    },
    'very many small values': {
      type: 'array',
      items: Array.from({ length: 199_000 }, () => ({ type: 'integer' as const, value: 123_456_789n })),
    },
  }

  test.each(Object.entries(shared))('%s', (_, value) => {
    const bytes = writeBinary(value)
    expect(bytes.length).toBeLessThan(MOST_BYTES / 5)
    const started = performance.now()
    expect(() => readPlist(bytes)).toThrow(
      expect.objectContaining({ code: 'too-large', message: expect.stringContaining('As XML') }),
    )
    expect(performance.now() - started).toBeLessThan(2000)
  })

  test('OpenStep text', () => {
    const text = `(${'{alpha={beta={};};},'.repeat(60_000)})`
    expect(() => readPlist(utf8(text))).toThrow(expect.objectContaining({ code: 'too-large' }))
  })
})

test('what is read can be written as XML, and that be read again', () => {
  const items = Array.from({ length: 40_000 }, (_, index) => string(`${index}${'y'.repeat(90)}`))
  const { root } = readPlist(writeBinary({ type: 'array', items }))
  const xml = utf8(writeXml(root))
  expect(xml.length).toBeGreaterThan(MOST_BYTES * 0.8)
  expect(() => readPlist(xml)).not.toThrow()
})

test('what a binary file takes as XML is never more than its reader says', () => {
  fc.assert(
    fc.property(tree, (value) => {
      const { root, atMost } = measureBinary(writeBinary(value))
      expect(xmlSize(root)).toBeLessThanOrEqual(atMost)
    }),
    { numRuns: 1000 },
  )
})
