import fc from 'fast-check'
import { expect, test } from 'vitest'
import { typedLines } from './typed-lines'

const inText = fc.string({ maxLength: 8 }).map((text) => text.replace(/[<>\n\r]/g, '-'))
const element = fc.oneof(
  inText.map((text) => `<string>${text}</string>`),
  inText.map((text) => `<key>${text}</key>`),
  fc.constantFrom('<true/>', '', '</dict>', '<integer>1</integer><string>a</string>'),
)
const lines = fc.array(element, { minLength: 1, maxLength: 6 })

test('what was typed in texts are the lines that it changed, and every other change is none', () => {
  fc.assert(
    fc.property(lines, lines, fc.array(fc.boolean()), (some, others, near) => {
      const after =
        near.length > 0 ? some.map((line, at) => (near[at] ? (others[at] ?? line) : line)) : others
      const typed = typedLines(some.join('\n'), some, after.join('\n'))
      if (typed !== null) {
        const changed = [...some]
        const [text, changedText] = [some.join('\n'), after.join('\n')]
        const first = typed[0]?.from ?? text.length
        expect(changedText.slice(0, first)).toBe(text.slice(0, first))
        let moved = 0
        for (const { at, line, by } of typed) {
          expect(some[at]).toContain('<string>')
          changed[at] = line
          moved += by
        }
        expect(changedText).toHaveLength(text.length + moved)
        expect(changed).toEqual(after)
      }
    }),
    { numRuns: 2_000 },
  )
})

test('a letter typed in two texts among thousands of equal lines is found', () => {
  const many: string[] = Array.from({ length: 5_000 }, (_, at) =>
    at % 2 === 0 ? '<key>a</key>' : '<string>aaaa</string>',
  )
  const line = '<string>aaaaa</string>'
  for (const [one, other] of [
    [1, 2_501],
    [2_501, 4_999],
    [4_999, 4_999],
  ] as const) {
    const after = many.with(one, line).with(other, line)
    expect(typedLines(many.join('\n'), many, after.join('\n'))).toEqual(
      [...new Set([one, other])].map((at) => expect.objectContaining({ at, line, by: 1 })),
    )
  }
})
