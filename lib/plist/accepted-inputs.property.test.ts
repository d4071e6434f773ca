import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPlist, writeDocument } from './document'
import { copied, dictTree, paths, repeatingTree, tree } from './fixtures/trees'
import { encodeText } from './text'
import { equal, valueAt, without, withValue } from './tree'
import type { PlistPath, PlistValue } from './value'
import { openXml, patchXml, spanAt, type XmlSource } from './xml/patch'
import { readXml } from './xml/reader'
import { renderXml, writeXml } from './xml/writer'

/** A text in which keys stand more than once, as different tools lay it out, with comments behind some lines. */
const repeating = fc
  .tuple(
    repeatingTree,
    fc.constantFrom<(value: PlistValue) => string>(
      writeXml,
      (value) => writeXml(value).replaceAll('</key>\n', '</key>\r\n'),
      (value) => `<plist>${renderXml(value, { newline: '', indent: '', unit: '' })}</plist>`,
      (value) => writeXml(value).replaceAll('</string>\n', '</string> <!-- note -->\n'),
    ),
  )
  .map(([value, write]) => write(value))

/** A text with carriage returns as they are, in texts and between elements. */
const returning = dictTree.map((value) => writeXml(value).replaceAll('\n', '\r\n').replaceAll('&#13;', '\r'))

type Pick = { readonly place: number; readonly value: PlistValue; readonly what: 'set' | 'remove' | 'rename' }

const pick: fc.Arbitrary<Pick> = fc.record({
  place: fc.nat(),
  value: tree,
  what: fc.constantFrom('set', 'remove', 'rename'),
})

/** The tree of a source after one edit. */
function edited({ root }: XmlSource, { place, value, what }: Pick): PlistValue {
  const places = paths(root)
  const path = places[place % places.length] ?? []
  if (what === 'set' || path.length === 0) {
    return withValue(root, path, value)
  }
  return what === 'remove' ? without(root, path) : renamed(root, path)
}

function renamed(root: PlistValue, path: PlistPath): PlistValue {
  const holder = valueAt(root, path.slice(0, -1))
  if (holder?.type !== 'dict') {
    return root
  }
  const entries = holder.entries.map((entry) =>
    entry.key === path.at(-1) ? { ...entry, key: 'another key' } : entry,
  )
  return path.length === 1
    ? { type: 'dict', entries }
    : withValue(root, path.slice(0, -1), { type: 'dict', entries })
}

describe.each([
  ['keys that stand more than once', repeating],
  ['carriage returns', returning],
])('a text with %s', (_, texts) => {
  test('is left alone when nothing changes, even in other objects', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const source = openXml(text)
        expect(patchXml(source, source.root)).toBe(text)
        expect(patchXml(source, copied(source.root))).toBe(text)
      }),
      { numRuns: 300 },
    )
  })

  test('says after an edit exactly what the new tree says: no value without effect takes effect', () => {
    fc.assert(
      fc.property(texts, pick, (text, change) => {
        const source = openXml(text)
        const after = edited(source, change)
        expect(equal(readXml(patchXml(source, after)), after)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  test('keeps every byte outside a value that changes', () => {
    fc.assert(
      fc.property(texts, fc.nat(), (text, place) => {
        const source = openXml(text)
        const strings = paths(source.root).filter((path) => valueAt(source.root, path)?.type === 'string')
        fc.pre(strings.length > 0)
        const path = strings[place % strings.length] ?? []
        const span = spanAt(source, path) ?? { start: 0, end: 0 }
        const patched = patchXml(source, withValue(source.root, path, { type: 'string', value: 'new' }))
        expect(patched.slice(0, span.start)).toBe(text.slice(0, span.start))
        expect(patched.endsWith(text.slice(span.end))).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

describe.each(['iso-8859-1', 'iso-8859-15', 'windows-1252', 'macintosh'] as const)(
  'a file in %s',
  (encoding) => {
    const declared = (value: PlistValue) => writeXml(value).replace('UTF-8', encoding)
    const files = dictTree.map((value) => encodeText({ text: declared(value), encoding, bom: false }))

    test('is written back byte for byte when nothing changes', () => {
      fc.assert(
        fc.property(files, (bytes) => {
          const document = readPlist(bytes)
          expect(Buffer.compare(writeDocument(document, document.root), bytes)).toBe(0)
          expect(document).toMatchObject({ decoded: { encoding } })
        }),
        { numRuns: 300 },
      )
    })

    test('keeps its encoding in an edit; a character that it lacks becomes a reference', () => {
      const word = fc.constantFrom('Büro', 'naïve €', 'дом', '\u{1f600}', 'plain', '\u0085')
      fc.assert(
        fc.property(files, word, (bytes, value) => {
          const document = readPlist(bytes)
          const after = withValue(document.root, ['edited'], { type: 'string', value })
          const written = readPlist(writeDocument(document, after))
          expect(equal(written.root, after)).toBe(true)
          expect(written).toMatchObject({ decoded: { encoding } })
        }),
        { numRuns: 300 },
      )
    })

    test('becomes UTF-8, and says so, when a comment holds a character that it lacks', () => {
      const text = `<?xml version="1.0" encoding="${encoding}"?>\n<!-- дом --><plist><string>é</string></plist>`
      const document = readPlist(encodeText({ text, encoding, bom: false }))
      expect(document).toMatchObject({
        decoded: { encoding: 'utf-8', text: text.replace(encoding, 'UTF-8') },
        root: { value: 'é' },
      })
    })
  },
)
