import { describe, expect, test } from 'vitest'
import { child, equal, valueAt, without, withValue } from './tree'
import type { PlistDict, PlistValue } from './value'

const string = (value: string): PlistValue => ({ type: 'string', value })
const dict = (...entries: [string, PlistValue][]): PlistDict => ({
  type: 'dict',
  entries: entries.map(([key, value]) => ({ key, value })),
})
const array = (...items: PlistValue[]): PlistValue => ({ type: 'array', items })
const keys = (value: PlistValue) => (value.type === 'dict' ? value.entries.map(({ key }) => key) : [])

const inner = dict(['x', string('1')], ['y', string('2')])
const root = dict(['list', array(inner, string('a'))], ['other', inner])

test('a path leads to its node, or nowhere', () => {
  expect(valueAt(root, ['list', 0, 'y'])).toEqual(string('2'))
  expect(valueAt(root, [])).toBe(root)
  expect(valueAt(root, ['list', 'x'])).toBeUndefined()
  expect(valueAt(root, ['list', 2])).toBeUndefined()
  expect(child(string('a'), 'x')).toBeUndefined()
})

describe('a changed tree', () => {
  test('shares everything beside the path', () => {
    const after = withValue(root, ['list', 0, 'x'], string('9'))
    expect(valueAt(after, ['list', 0, 'x'])).toEqual(string('9'))
    expect(valueAt(after, ['other'])).toBe(inner)
    expect(valueAt(after, ['list', 1])).toBe(valueAt(root, ['list', 1]))
    expect(valueAt(root, ['list', 0, 'x'])).toEqual(string('1'))
  })

  test('gets the dicts that are missing on the way', () => {
    expect(valueAt(withValue(dict(), ['a', 'b', 'c'], string('d')), ['a', 'b', 'c'])).toEqual(string('d'))
  })

  test('gets a new key at its place when its keys are sorted, else at the end', () => {
    const sorted = dict(['a', string('')], ['c', string('')])
    expect(keys(withValue(sorted, ['b'], string('')))).toEqual(['a', 'b', 'c'])
    const unsorted = dict(['c', string('')], ['a', string('')])
    expect(keys(withValue(unsorted, ['b'], string('')))).toEqual(['c', 'a', 'b'])
  })

  test('refuses a step its values cannot hold', () => {
    expect(() => withValue(root, ['list', 'x'], inner)).toThrow(TypeError)
    expect(() => withValue(root, ['list', 3], inner)).toThrow(TypeError)
  })

  test('loses exactly what is removed, and is the same tree when nothing is there', () => {
    expect(without(root, ['list', 0])).toEqual(dict(['list', array(string('a'))], ['other', inner]))
    expect(keys(without(root, ['list']))).toEqual(['other'])
    expect(without(root, ['list', 7])).toBe(root)
    expect(without(root, ['missing', 'x'])).toBe(root)
  })
})

describe('trees are equal when type, content and order are', () => {
  const one = (value: PlistValue) => array(value)
  test.each<[string, PlistValue, PlistValue]>([
    [
      'the order of keys',
      dict(['a', string('')], ['b', string('')]),
      dict(['b', string('')], ['a', string('')]),
    ],
    ['the types of numbers', { type: 'integer', value: 1n }, { type: 'real', value: 1 }],
    ['the sign of zero', { type: 'real', value: 0 }, { type: 'real', value: -0 }],
    [
      'the spelling of a real',
      { type: 'real', value: 1, text: '1' },
      { type: 'real', value: 1, text: '1.0' },
    ],
    ['a byte', { type: 'data', value: new Uint8Array([1]) }, { type: 'data', value: new Uint8Array([2]) }],
    [
      'the length of data',
      { type: 'data', value: new Uint8Array([1]) },
      { type: 'data', value: new Uint8Array([1, 0]) },
    ],
    ['the length of an array', array(string('a')), array(string('a'), string('b'))],
    ['a key', dict(['a', string('')]), dict(['b', string('')])],
  ])('%s matters', (_, left, right) => {
    expect(equal(one(left), one(right))).toBe(false)
    expect(equal(one(right), one(left))).toBe(false)
    expect(equal(one(left), one(left.type === 'dict' ? { ...left } : left))).toBe(true)
  })

  test('not a number equals itself, and a spelling that is not known equals any', () => {
    expect(equal({ type: 'real', value: Number.NaN }, { type: 'real', value: Number.NaN })).toBe(true)
    expect(equal({ type: 'real', value: 1, text: '1.0' }, { type: 'real', value: 1 })).toBe(true)
  })
})

test('a large dict gives what a search gives: the first value of each key, and nothing for keys it does not have', () => {
  const entries = Array.from({ length: 40 }, (_, at) => ({
    key: `key ${at % 30}`,
    value: string(`value ${at}`),
  }))
  const large: PlistValue = { type: 'dict', entries }
  for (let at = 0; at < 30; at++) {
    expect(child(large, `key ${at}`)).toEqual(string(`value ${at}`))
  }
  expect(child(large, 'key 30')).toBeUndefined()
  expect(child(large, '__proto__')).toBeUndefined()
})
