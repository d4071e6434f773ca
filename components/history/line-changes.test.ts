import { Chunk } from '@codemirror/merge'
import { Text } from '@codemirror/state'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineChanges } from './line-changes'

const lines = fc.array(fc.constantFrom('<key>A</key>', '<true/>', '<string>x</string>', '', 'é😀'), {
  maxLength: 30,
})

test('what changed put into the text before gives the text after', () => {
  fc.assert(
    fc.property(lines, lines, fc.constantFrom('', '\n'), (one, two, end) => {
      const [before, after] = [one.join('\n') + end, two.join('\n')]
      let made = ''
      let at = 0
      for (const { fromA, toA, fromB, toB } of lineChanges(before, after)) {
        expect(fromA).toBeGreaterThanOrEqual(at)
        made += before.slice(at, fromA) + after.slice(fromB, toB)
        at = toA
      }
      expect(made + before.slice(at)).toBe(after)
    }),
  )
})

test('a hundred changes that stand apart are a hundred chunks of one line', () => {
  const before = Array.from({ length: 5_000 }, (_, line) => `<string>value ${line}</string>`)
  const after = before.map((text, line) => (line % 50 === 25 ? text.replace('value', 'other') : text))
  const [a, b] = [before, after].map((text) => text.join('\n')) as [string, string]
  const chunks = Chunk.build(Text.of(before), Text.of(after), { override: () => lineChanges(a, b) })
  expect(chunks).toHaveLength(100)
  expect(chunks.every(({ fromB, toB }) => Text.of(after).lineAt(fromB).to + 1 >= toB)).toBe(true)
})
