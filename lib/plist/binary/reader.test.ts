import { describe, expect, test } from 'vitest'
import { PlistError, type PlistErrorCode } from '../errors'
import type { PlistValue } from '../value'
import { readBinary } from './reader'

type Sizes = {
  readonly offsetSize?: number
  readonly referenceSize?: number
  readonly root?: number
  readonly count?: number
}

function bytesOf(value: number, size: number): number[] {
  return Array.from({ length: size }, (_, index) => Math.floor(value / 256 ** (size - 1 - index)) % 256)
}

/** A binary property list of the objects, given as bytes. */
function bplist(objects: readonly (readonly number[])[], sizes: Sizes = {}): Uint8Array {
  const { offsetSize = 1, referenceSize = 1, root = 0, count = objects.length } = sizes
  const body = [...'bplist00'].map((character) => character.charCodeAt(0))
  const table: number[] = []
  for (const object of objects) {
    table.push(...bytesOf(body.length, offsetSize))
    body.push(...object)
  }
  const trailer = [
    0,
    0,
    0,
    0,
    0,
    0,
    offsetSize,
    referenceSize,
    ...bytesOf(count, 8),
    ...bytesOf(root, 8),
    ...bytesOf(body.length, 8),
  ]
  return Uint8Array.from([...body, ...table, ...trailer])
}

function fault(bytes: Uint8Array): PlistError {
  try {
    readBinary(bytes)
  } catch (error) {
    if (error instanceof PlistError) {
      return error
    }
    throw error
  }
  throw new Error('The file was accepted.')
}

const A = [0x51, 0x61]
const integer = (value: bigint): PlistValue => ({ type: 'integer', value })

describe('every object is read with its type and exact value', () => {
  test.each<[string, number[], PlistValue]>([
    ['false', [0x08], { type: 'boolean', value: false }],
    ['true', [0x09], { type: 'boolean', value: true }],
    ['1 byte, unsigned', [0x10, 0xff], integer(255n)],
    ['2 bytes, unsigned', [0x11, 0xff, 0xff], integer(65535n)],
    ['4 bytes, unsigned', [0x12, 0xff, 0xff, 0xff, 0xff], integer(4294967295n)],
    ['8 bytes, signed', [0x13, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xfe], integer(-2n)],
    [
      '16 bytes, signed',
      [0x14, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255, 255, 255, 255, 255, 255, 255],
      integer(18446744073709551615n),
    ],
    ['a float', [0x22, 0x3f, 0xc0, 0, 0], { type: 'real', value: 1.5 }],
    ['a double', [0x23, 0x3f, 0xf8, 0, 0, 0, 0, 0, 0], { type: 'real', value: 1.5 }],
    [
      'half a second after the reference date',
      [0x33, 0x3f, 0xe0, 0, 0, 0, 0, 0, 0],
      { type: 'date', value: 0.5 },
    ],
    ['data', [0x42, 1, 255], { type: 'data', value: new Uint8Array([1, 255]) }],
    [
      'data with its length apart',
      [0x4f, 0x10, 2, 1, 255],
      { type: 'data', value: new Uint8Array([1, 255]) },
    ],
    ['ASCII', A, { type: 'string', value: 'a' }],
    ['UTF-16', [0x62, 0xd8, 0x3d, 0xde, 0x00], { type: 'string', value: '\u{1f600}' }],
    ['a UID', [0x81, 1, 0], { type: 'uid', value: 256 }],
    ['an empty array', [0xa0], { type: 'array', items: [] }],
  ])('%s', (_, object, value) => {
    expect(readBinary(bplist([object]))).toEqual(value)
  })

  test('a UID of 32 bits is read, and one beyond is refused, as macOS refuses it', () => {
    expect(readBinary(bplist([[0x83, 255, 255, 255, 255]]))).toEqual({ type: 'uid', value: 2 ** 32 - 1 })
    for (const size of [5, 8, 16]) {
      const large = [0x80 + size - 1, ...Array.from({ length: size }, (_, at) => (at === size - 5 ? 1 : 0))]
      expect(() => readBinary(bplist([large]))).toThrow('larger than 32 bits')
    }
  })

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('offsets and references of %i bytes', (size) => {
    const bytes = bplist([[0xd1, ...bytesOf(1, size), ...bytesOf(2, size)], A, [0x09]], {
      offsetSize: size,
      referenceSize: size,
    })
    expect(readBinary(bytes)).toEqual({
      type: 'dict',
      entries: [{ key: 'a', value: { type: 'boolean', value: true } }],
    })
  })

  test('a root that is not the first object, in a view into a larger buffer', () => {
    const bytes = bplist([A, [0xa2, 0, 0]], { root: 1 })
    const padded = new Uint8Array(bytes.length + 7)
    padded.set(bytes, 7)
    const text: PlistValue = { type: 'string', value: 'a' }
    expect(readBinary(padded.subarray(7))).toEqual({ type: 'array', items: [text, text] })
  })
})

/** Arrays that each hold the next one twice: 2^levels values in a few bytes. */
function doubling(levels: number): Uint8Array {
  return bplist([...Array.from({ length: levels }, (_, index) => [0xa2, index + 1, index + 1]), [0x09]])
}

describe('a damaged or hostile file is refused by name, at a byte, before it grows', () => {
  const good = bplist([[0xa1, 1], A])
  test.each<[string, Uint8Array, PlistErrorCode]>([
    [
      'another version',
      Uint8Array.from([...new TextEncoder().encode('bplist16'), ...good.subarray(8)]),
      'binary-header',
    ],
    ['a header alone', good.subarray(0, 8), 'binary-trailer'],
    ['a file that was cut off', good.subarray(0, good.length - 5), 'binary-trailer'],
    ['more objects than offsets', bplist([A], { count: 9 }), 'binary-trailer'],
    ['a huge number of objects', bplist([A], { count: 2 ** 52 }), 'binary-trailer'],
    ['a root that does not exist', bplist([A], { root: 1 }), 'binary-trailer'],
    ['bytes behind the end', Uint8Array.from([...good, 0, 0, 0]), 'binary-trailing-bytes'],
    ['a reference to no object', bplist([[0xa1, 5]]), 'binary-offset'],
    ['an offset behind the objects', good.with(good.length - 33, 200), 'binary-offset'],
    ['an offset in the header', good.with(good.length - 33, 3), 'binary-offset'],
    ['a string longer than the file', bplist([[0x5e, 0x61]]), 'binary-object'],
    [
      'an array longer than the file',
      bplist([[0xaf, 0x13, 0, 0, 255, 255, 255, 255, 255, 255]]),
      'binary-object',
    ],
    ['null', bplist([[0x00]]), 'binary-object'],
    ['an integer of 32 bytes', bplist([[0x15, ...new Array<number>(32).fill(0)]]), 'binary-object'],
    ['a set', bplist([[0xc1, 1], A]), 'binary-set'],
    ['an ordered set', bplist([[0xb1, 1], A]), 'binary-set'],
    ['an array in itself', bplist([[0xa1, 0]]), 'binary-cycle'],
    ['two dicts in each other', bplist([[0xd1, 2, 1], [0xd1, 2, 0], A]), 'binary-cycle'],
    ['a key that is no string', bplist([[0xd1, 1, 1], [0x09]]), 'binary-key'],
    ['a key twice', bplist([[0xd2, 1, 1, 2, 2], A, [0x09]]), 'duplicate-key'],
    ['the same key in two objects', bplist([[0xd2, 1, 2, 3, 3], A, A, [0x09]]), 'duplicate-key'],
    ['other bytes in ASCII', bplist([[0x51, 0xe9]]), 'binary-string'],
    ['half a surrogate pair', bplist([[0x61, 0xd8, 0x3d]]), 'lone-surrogate'],
    ['a date that is not a number', bplist([[0x33, 0x7f, 0xf8, 0, 0, 0, 0, 0, 0]]), 'invalid-date'],
    ['2^21 values by sharing', doubling(21), 'too-many-values'],
    ['2^60 values by sharing', doubling(60), 'too-many-values'],
    ['65 levels', bplist([...Array.from({ length: 65 }, (_, index) => [0xa1, index + 1]), A]), 'too-deep'],
  ])('%s: %s', (_, bytes, code) => {
    const start = performance.now()
    const error = fault(bytes)
    expect([error.code, error.line, error.column]).toEqual([code, 0, 0])
    expect(error.offset).toBeLessThan(bytes.length)
    expect(performance.now() - start).toBeLessThan(2000)
  })

  test('64 levels and values that are shared are read', () => {
    expect(() =>
      readBinary(bplist([...Array.from({ length: 64 }, (_, index) => [0xa1, index + 1]), A])),
    ).not.toThrow()
    expect(() => readBinary(doubling(16))).not.toThrow()
  })

  test('a container that was read near the root still counts its levels where it is shared', () => {
    const deep = Array.from({ length: 40 }, (_, index) => [0xa1, index + 1])
    const chain = Array.from({ length: 40 }, (_, index) => [0xa1, index + 43])
    const objects = [
      [0xa2, 1, 42],
      ...deep.map((_, index) => [0xa1, index + 2]),
      A,
      ...chain.map((_, index) => [0xa1, index < 39 ? index + 43 : 1]),
    ]
    expect(fault(bplist(objects)).code).toBe('too-deep')
  })
})
