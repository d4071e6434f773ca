import { expect, test } from 'vitest'
import { disputed } from './disputed'
import type { PlistValue } from './value'

const string = (value: string): PlistValue => ({ type: 'string', value })

test('a name is disputed as soon as two of its values differ, wherever they stand', () => {
  const found = disputed([
    ['a', string('1')],
    ['b', string('1')],
    ['a', string('1')],
    ['b', string('2')],
    ['b', string('1')],
  ])
  expect([...found]).toEqual(['b'])
})

test('two types are two values, and a name that stands alone is clear', () => {
  const found = disputed([
    ['number', { type: 'integer', value: 1n }],
    ['number', string('1')],
    ['alone', string('')],
  ])
  expect([...found]).toEqual(['number'])
})
