import { describe, expect, test } from 'vitest'
import { applyRepair, PlistError, type PlistErrorCode } from '../errors'
import type { PlistValue } from '../value'
import { readOpenStep } from './reader'

const string = (value: string): PlistValue => ({ type: 'string', value })
const array = (...items: PlistValue[]): PlistValue => ({ type: 'array', items })
const dict = (...entries: [string, PlistValue][]): PlistValue => ({
  type: 'dict',
  entries: entries.map(([key, value]) => ({ key, value })),
})

describe('OpenStep text is read', () => {
  test.each<[string, PlistValue]>([
    ['{}', dict()],
    ['( a, "b c", -1.5, )', array(string('a'), string('b c'), string('-1.5'))],
    ['{ 10 = a; 2 = b; }', dict(['10', string('a')], ['2', string('b')])],
    ['{ "__proto__" = a; constructor = b; }', dict(['__proto__', string('a')], ['constructor', string('b')])],
    ['{ a = { b = (); }; }', dict(['a', dict(['b', array()])])],
    ['<0001 ff>', { type: 'data', value: new Uint8Array([0, 1, 255]) }],
    ['// note\n{ /* why */ a = "b"; }\n', dict(['a', string('b')])],
    [
      '("\\"\\\\\\n\\t\\101\\U00e9\\u4321\\0", \'it "is"\')',
      array(string('"\\\n\tA\u00e9\u4321\0'), string('it "is"')),
    ],
    ['("\\200\\376")', array(string('\u00a0\ufffd'))],
    [
      '(<*I87>, <*R1.50>, <*BY>, <*BN>, <*D2011-11-28 09:21:30 +0000>)',
      array(
        { type: 'integer', value: 87n },
        { type: 'real', value: 1.5, text: '1.50' },
        { type: 'boolean', value: true },
        { type: 'boolean', value: false },
        { type: 'date', value: 344164890 },
      ),
    ],
  ])('%s', (text, value) => {
    expect(readOpenStep(text)).toEqual(value)
  })
})

describe('what the text does not say for certain is refused', () => {
  test.each<[string, PlistErrorCode, [number, number], string | null]>([
    ['', 'empty-file', [1, 1], null],
    ['{ a = b; } c', 'text-after-end', [1, 12], null],
    ['{ a = b }', 'openstep-syntax', [1, 9], '{ a = b; }'],
    ['{ a = b\n c = d; }', 'openstep-syntax', [2, 2], '{ a = b;\n c = d; }'],
    ['( a b )', 'openstep-syntax', [1, 5], '( a, b )'],
    ['( a, , b )', 'openstep-syntax', [1, 6], null],
    ['{ a = b;; }', 'openstep-syntax', [1, 9], null],
    ['{ a; }', 'key-without-value', [1, 3], null],
    ['{ (a) = b; }', 'openstep-syntax', [1, 3], null],
    ['{\na = 1;\nb = 2;\na = 3;\n}', 'duplicate-key', [4, 1], null],
    ['{ a = (b; }', 'openstep-syntax', [1, 9], '{ a = (b,; }'],
    ['{ a = (b', 'unexpected-end', [1, 7], null],
    ['{ a = "b; }', 'openstep-syntax', [1, 7], null],
    ['{ a = <0g>; }', 'openstep-syntax', [1, 7], null],
    ['{ a = <000>; }', 'openstep-syntax', [1, 7], null],
    ['{ a = \u30af; }', 'openstep-syntax', [1, 7], null],
    ['{ a = {length = 16, bytes = 0x0102 ... 0f10 }; }', 'openstep-lossy', [1, 19], null],
    ['('.repeat(65), 'too-deep', [1, 65], null],
  ])('%s', (text, code, at, repaired) => {
    let error: unknown
    try {
      readOpenStep(text)
    } catch (caught) {
      error = caught
    }
    expect(error).toBeInstanceOf(PlistError)
    const { code: actual, line, column, repair } = error as PlistError
    expect([actual, line, column]).toEqual([code, ...at])
    expect(repair ? applyRepair(text, repair) : null).toBe(repaired)
  })
})
