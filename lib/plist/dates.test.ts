import { expect, it } from 'vitest'
import { withWholeSeconds } from './dates'
import type { PlistValue } from './value'
import { writeXml } from './xml/writer'

const tree = (seconds: number): PlistValue => ({
  type: 'dict',
  entries: [
    { key: 'a', value: { type: 'array', items: [{ type: 'date', value: seconds }] } },
    { key: 'b', value: { type: 'string', value: 'x' } },
  ],
})

it('cuts fractions of seconds, so that XML can hold the dates of a binary file', () => {
  expect(() => writeXml(tree(10.75))).toThrow()
  expect(withWholeSeconds(tree(10.75))).toEqual(tree(10))
  expect(withWholeSeconds(tree(-0.5))).toEqual(tree(-1))
})

it('gives a tree without fractions back as it is', () => {
  const whole = tree(10)
  expect(withWholeSeconds(whole)).toBe(whole)
})
