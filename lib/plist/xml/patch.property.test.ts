import fc from 'fast-check'
import { expect, test } from 'vitest'
import { copied, dictTree, paths, tree } from '../fixtures/trees'
import { equal, valueAt, without, withValue } from '../tree'
import type { PlistValue } from '../value'
import { openXml, patchXml } from './patch'
import { readXml } from './reader'
import { renderXml, writeXml } from './writer'

/** The same values laid out as different tools do. */
const layout = fc.constantFrom<(value: PlistValue) => string>(
  writeXml,
  (value) => writeXml(value).replaceAll('\n', '\r\n'),
  (value) => `<plist version="1">${renderXml(value, { newline: '', indent: '', unit: '' })}</plist>`,
  (value) => `<?xml version="1.0"?>\n${renderXml(value, { newline: '\n', indent: '', unit: '  ' })}`,
)

test('a patched text says exactly what the new tree says, whatever the two trees', () => {
  fc.assert(
    fc.property(tree, tree, layout, (before, after, write) =>
      equal(readXml(patchXml(openXml(write(before)), after)), after),
    ),
    { numRuns: 1500 },
  )
})

test('a text is left alone when the new tree says the same, even in other objects', () => {
  fc.assert(
    fc.property(tree, layout, (value, write) => {
      const source = openXml(write(value))
      expect(patchXml(source, source.root)).toBe(source.text)
      expect(patchXml(source, copied(source.root))).toBe(source.text)
    }),
    { numRuns: 2000 },
  )
})

test('an edit at one place changes the value there and no other', () => {
  fc.assert(
    fc.property(dictTree, tree, layout, fc.nat(), fc.boolean(), (before, value, write, pick, remove) => {
      const source = openXml(write(before))
      const places = paths(source.root)
      const path = places[pick % places.length] ?? []
      const after =
        remove && path.length > 0 ? without(source.root, path) : withValue(source.root, path, value)
      expect(equal(readXml(patchXml(source, after)), after)).toBe(true)
    }),
    { numRuns: 10_000 },
  )
})

test('changing one string changes one line', () => {
  fc.assert(
    fc.property(dictTree, fc.stringMatching(/^[a-z]{1,8}$/), fc.nat(), (before, word, pick) => {
      const source = openXml(writeXml(before))
      const strings = paths(source.root).filter((path) => {
        const node = valueAt(source.root, path)
        return node?.type === 'string' && !node.value.includes('\n')
      })
      fc.pre(strings.length > 0)
      const path = strings[pick % strings.length] ?? []
      const patched = patchXml(source, withValue(source.root, path, { type: 'string', value: word }))
      expect(changedLines(source.text, patched)).toBeLessThanOrEqual(1)
    }),
    { numRuns: 1500 },
  )
})

test('an entry that is added and removed again leaves the text as it was', () => {
  fc.assert(
    fc.property(dictTree, tree, layout, fc.nat(), (before, value, write, pick) => {
      const source = openXml(write(before))
      const places = paths(source.root).filter((path) => {
        const node = valueAt(source.root, path)
        return node?.type === 'dict' && node.entries.length > 0
      })
      fc.pre(places.length > 0)
      const path = [...(places[pick % places.length] ?? []), 'A key no tree has']
      const added = openXml(patchXml(source, withValue(source.root, path, value)))
      expect(patchXml(added, without(added.root, path))).toBe(source.text)
    }),
    { numRuns: 1500 },
  )
})

function changedLines(before: string, after: string): number {
  const a = before.split('\n')
  const b = after.split('\n')
  expect(a.length).toBe(b.length)
  return a.filter((line, index) => line !== b[index]).length
}
