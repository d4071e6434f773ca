import { expect, test } from 'vitest'
import { withLineEnds } from './line-ends'

const mixed = 'one\r\ntwo\nthree\rfour\r\n'
const shown = mixed.replace(/\r\n?/g, '\n')

test('a text that was not edited keeps every line end', () => {
  expect(withLineEnds(mixed, shown)).toBe(mixed)
})

test('an edit changes its own lines only, and new lines end as the first does', () => {
  expect(withLineEnds(mixed, shown.replace('three', 'three and\na half'))).toBe(
    'one\r\ntwo\nthree and\r\na half\rfour\r\n',
  )
})

test('lines can be removed at either end and in the middle', () => {
  expect(withLineEnds(mixed, shown.replace('one\n', ''))).toBe('two\nthree\rfour\r\n')
  expect(withLineEnds(mixed, shown.replace('two\n', ''))).toBe('one\r\nthree\rfour\r\n')
  expect(withLineEnds(mixed, '')).toBe('')
})

test('a text with LF only is taken as it is', () => {
  expect(withLineEnds('a\nb', 'a\nc\r')).toBe('a\nc\r')
})
