import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyRepair, PlistError } from './errors'
import { damaged } from './fixtures/damage'
import type { PlistValue } from './value'
import { readXml } from './xml/reader'
import { writeXml } from './xml/writer'

/** A profile in which every key and every text is a word of its own, so that a word that has gone can be seen. */
const marked: fc.Arbitrary<string> = fc
  .array(fc.constantFrom('string', 'boolean', 'array', 'dict'), { minLength: 2, maxLength: 7 })
  .map((kinds) => {
    const entries = kinds.map((kind, index) => ({ key: `Key${index}x`, value: valueFor(kind, index) }))
    return writeXml({ type: 'dict', entries })
  })

function valueFor(kind: string, index: number): PlistValue {
  const text = (part: string): PlistValue => ({ type: 'string', value: `Text${index}${part}x` })
  switch (kind) {
    case 'boolean':
      return { type: 'boolean', value: index % 2 === 0 }
    case 'array':
      return { type: 'array', items: [text('a'), text('b')] }
    case 'dict':
      return { type: 'dict', entries: [{ key: `Inner${index}x`, value: text('c') }] }
    default:
      return text('')
  }
}

const WORDS = /(?:Key|Text|Inner)\d[a-c]?x/g
const ELEMENTS = /<(key|string)>((?:Key|Text|Inner)\d[a-c]?x)<\/\1>/g

function wordsOf(text: string): Set<string> {
  return new Set(text.match(WORDS))
}

/** The words that stand in a whole element of their own, outside comments. */
function elementsOf(text: string): Set<string> {
  const plain = text.replace(/<!DOCTYPE[^>[]*>/, '').replaceAll(/<!--[\s\S]*?-->/g, ' ')
  return new Set(Array.from(plain.matchAll(ELEMENTS), ([element]) => element))
}

/** The text after each repair that is offered for it, one after the other, until it is read or nothing is offered. */
function* repairsOf(text: string): Generator<string> {
  let now = text
  for (let round = 0; round < 100; round++) {
    const next = repaired(now)
    if (next === undefined) {
      return
    }
    now = next
    yield now
  }
  throw new Error('The repairs do not come to an end.')
}

function repaired(text: string): string | undefined {
  try {
    readXml(text)
    return undefined
  } catch (error) {
    if (error instanceof PlistError) {
      return error.repair && applyRepair(text, error.repair)
    }
    throw error
  }
}

describe('no repair, and no sequence of them, takes away what can be read in the damaged text', () => {
  test('generated damage', () => {
    fc.assert(
      fc.property(damaged(marked), (text) => {
        let before = text
        for (const after of repairsOf(text)) {
          expect([...wordsOf(before)].filter((word) => !wordsOf(after).has(word))).toEqual([])
          expect([...elementsOf(before)].filter((element) => !elementsOf(after).has(element))).toEqual([])
          before = after
        }
      }),
      { numRuns: 4000 },
    )
  })

  test.each([
    '<plist><dict><key>Key1x</key>\n<key>Key2x</key><true/></dict></plist>',
    '<plist><dict><key>Key1x</key><string>Text1x</string><string>Text2x</string></dict></plist>',
    '<plist><dict><string>Text1x</string><key>Key1x</key><true/></dict></plist>',
    '<plist><dict><key>Key1x</key>Text1x<key>Key2x</key><true/></dict></plist>',
    '<plist><dict><key>Key1x<key><string>Text1x</string></dict></plist>',
    '<plist><dict><key>Key1x</key><true>Text1x</true></dict></plist>',
    '<?xml version="1.0"?>words<plist><dict><key>Key1x</key><string>Text1x</string></dict></plist>',
    '<key>Key1x</key> words <plist><string>Text1x</string></plist>',
    '<plist><dict></dict></plist>words<key>Key1x</key><string>Text1x</string>',
    '<plist><!-- a -- > <string>Text1x</string> <!-- b --></plist>',
    '<plist><dict><!key>Key1x</key><true/></dict></plist>',
    '<!DOCTYPE plist [ <plist><string>Text1x</string><string><![CDATA[]]></string> ]></plist>',
    '<plist><dict><?xml <key>Key1x</key><true/><?pi?></dict></plist>',
  ])('%s', (text) => {
    for (const after of repairsOf(text)) {
      expect([...wordsOf(text)].filter((word) => !wordsOf(after).has(word))).toEqual([])
    }
  })
})
