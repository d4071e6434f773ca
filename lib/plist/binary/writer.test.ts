import { describe, expect, test } from 'vitest'
import type { PlistValue } from '../value'
import { readBinary } from './reader'
import { writeBinary } from './writer'

const string = (value: string): PlistValue => ({ type: 'string', value })
const integer = (value: bigint): PlistValue => ({ type: 'integer', value })

/** The objects without header, offset table and trailer. */
function objects(value: PlistValue): string {
  const bytes = writeBinary(value)
  const table = Number(new DataView(bytes.buffer).getBigUint64(bytes.length - 8))
  return Array.from(bytes.subarray(8, table), (byte) => byte.toString(16).padStart(2, '0')).join(' ')
}

describe('every object takes the fewest bytes CoreFoundation gives it', () => {
  test.each<[string, PlistValue]>([
    ['10 00', integer(0n)],
    ['10 ff', integer(255n)],
    ['11 01 00', integer(256n)],
    ['12 00 01 00 00', integer(65536n)],
    ['13 00 00 00 01 00 00 00 00', integer(4294967296n)],
    ['13 ff ff ff ff ff ff ff ff', integer(-1n)],
    ['14 00 00 00 00 00 00 00 00 80 00 00 00 00 00 00 00', integer(2n ** 63n)],
    ['09', { type: 'boolean', value: true }],
    ['23 80 00 00 00 00 00 00 00', { type: 'real', value: -0 }],
    ['33 3f e0 00 00 00 00 00 00', { type: 'date', value: 0.5 }],
    ['41 01', { type: 'data', value: new Uint8Array([1]) }],
    ['81 01 00', { type: 'uid', value: 256 }],
    ['52 61 62', string('ab')],
    ['61 00 e9', string('\u00e9')],
    ['5f 10 0f 30 31 32 33 34 35 36 37 38 39 61 62 63 64 65', string('0123456789abcde')],
  ])('%s', (expected, value) => {
    expect(objects(value)).toBe(expected)
  })
})

test('equal scalars are stored once, keys with the strings, and numbers of different types apart', () => {
  const value: PlistValue = {
    type: 'dict',
    entries: [
      { key: 'a', value: string('a') },
      {
        key: 'b',
        value: { type: 'array', items: [integer(1n), integer(1n), { type: 'real', value: 1 }, string('b')] },
      },
    ],
  }
  expect(objects(value)).toBe('d2 01 02 01 03 51 61 51 62 a4 04 04 05 02 10 01 23 3f f0 00 00 00 00 00 00')
})

test('0 and -0 stay apart', () => {
  const value: PlistValue = {
    type: 'array',
    items: [
      { type: 'real', value: 0 },
      { type: 'real', value: -0 },
    ],
  }
  expect(readBinary(writeBinary(value))).toEqual(value)
})

test('references and offsets grow with the file', () => {
  const many: PlistValue = {
    type: 'array',
    items: Array.from({ length: 70_000 }, (_, index) => integer(BigInt(index))),
  }
  expect(readBinary(writeBinary(many))).toEqual(many)
})

test('what a binary file cannot hold is refused', () => {
  expect(() => writeBinary(integer(2n ** 127n))).toThrow(expect.objectContaining({ code: 'unwritable' }))
  expect(() => writeBinary(string('\ud800'))).toThrow(expect.objectContaining({ code: 'unwritable' }))
})
