import { expect, test } from 'vitest'
import { fold } from './fold'

test('lines have at most 80 columns, with what stands before the first and before the others', () => {
  const words = Array.from({ length: 60 }, (_, at) => `word${at}`).join(' ')
  const lines = fold(words, 3, 5)
  expect(lines.every((line) => line.length <= 80)).toBe(true)
  expect(lines[0]).toMatch(/^ {3}word0 /)
  expect(lines.slice(1).every((line) => /^ {5}word/.test(line))).toBe(true)
  expect(lines.map((line) => line.trim()).join(' ')).toBe(words)
})

test('a word that is longer stays whole, and nothing is no line', () => {
  const long = `https://example.com/${'a'.repeat(100)}`
  expect(fold(`see ${long} there`, 2)).toEqual(['  see', `  ${long}`, '  there'])
  expect(fold('  ')).toEqual([])
})
