import { expect, test } from 'vitest'
import { writeDocument } from '../document'
import { without } from '../tree'
import { droppedComments, hasComments } from './comments'
import { readXmlDocument } from './document'

const document = readXmlDocument(
  new TextEncoder().encode(`<plist version="1.0"><dict>
  <!-- kept -->
  <key>a</key> <!-- between -->
  <string>1</string> <!-- behind -->
  <key>b</key><dict><key>c</key><!-- inside --><true/></dict>
  <key>d</key><false/> <!-- end -->
</dict></plist>`),
)

test.each([
  ['a', [3, 4]],
  ['b', [5]],
  ['d', [6]],
] as const)('of the comments around %s, those that go with it are told by line', (key, lines) => {
  const after = without(document.root, [key])
  expect(droppedComments(document, after)).toEqual(lines)
  const left = new TextDecoder().decode(writeDocument(document, after)).match(/<!--/g)
  expect(left).toHaveLength(5 - lines.length)
})

test('an edit that takes nothing away drops no comment', () => {
  expect(droppedComments(document, document.root)).toEqual([])
})

test('a text of a hundred thousand openings without an end is looked through once', () => {
  const text = `<plist><string><![CDATA[${'<!--'.repeat(100_000)}]]></string></plist>`
  const started = performance.now()
  expect(hasComments(readXmlDocument(new TextEncoder().encode(text)))).toBe(false)
  expect(performance.now() - started).toBeLessThan(1_000)
})
