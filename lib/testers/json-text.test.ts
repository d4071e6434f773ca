import fc from 'fast-check'
import { expect, test } from 'vitest'
import { written } from './json-text'

test('every value of JSON becomes a text, whatever its members are called', () => {
  const names = fc.constantFrom('toString', 'valueOf', 'toJSON', '__proto__', 'constructor', 'a')
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), fc.dictionary(names, fc.jsonValue())), (value) => {
      const parsed: unknown = JSON.parse(JSON.stringify(value))
      expect(written(parsed)).toBe(typeof parsed === 'string' ? parsed : JSON.stringify(parsed))
    }),
  )
  expect(written(JSON.parse('{"toString":1}'))).toBe('{"toString":1}')
  expect(written(undefined)).toBe('undefined')
})

test('what nests without end is named by its type', () => {
  expect(written(JSON.parse(`${'['.repeat(200_000)}${']'.repeat(200_000)}`))).toBe('a list')
})
