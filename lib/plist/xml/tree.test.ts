import { describe, expect, test } from 'vitest'
import { readBinary } from '../binary/reader'
import { writeBinary } from '../binary/writer'
import { applyRepair, type PlistError } from '../errors'
import { fault } from '../fixtures/defects'
import { MOST_BYTES } from '../limits'
import { withValue } from '../tree'
import { openXml, patchXml } from './patch'
import { readXml } from './reader'
import { writeXml } from './writer'

test('repairs chain until the file is valid', () => {
  let text = `\n<?xml version=“1.0”?>\n<plist version="1.0">\n<dict>\n\t<key>a</key>\n\t<String>x & y</String\n</dict>\n`
  const codes: string[] = []
  for (let round = 0; round < 10; round++) {
    try {
      readXml(text)
      break
    } catch (error) {
      const { code, repair } = error as PlistError
      codes.push(code)
      text = repair ? applyRepair(text, repair) : text
    }
  }
  expect(codes).toEqual([
    'space-before-declaration',
    'typographic-quotes',
    'unknown-element',
    'raw-ampersand',
    'unclosed-tag',
    'unexpected-end',
  ])
  expect(text).toBe(
    '<?xml version="1.0"?>\n<plist version="1.0">\n<dict>\n\t<key>a</key>\n\t<string>x &amp; y</string>\n</dict>\n</plist>\n',
  )
})

describe('of a key that stands more than once in a dict', () => {
  const entry = (key: string, value: string) => `<key>${key}</key><string>${value}</string>`
  const text = `<plist><dict>${entry('a', '1')}${entry('b', '2')}${entry('a', '3')}<key>c</key><dict>${entry('a', '4')}</dict>${entry('a', '5')}</dict></plist>`

  test('the last value counts, at its place, as on a Mac', () => {
    const dict = (entries: readonly [string, unknown][]) => ({
      type: 'dict',
      entries: entries.map(([key, value]) => ({ key, value })),
    })
    const string = (value: string) => ({ type: 'string', value })
    expect(readXml(text)).toEqual(
      dict([
        ['b', string('2')],
        ['c', dict([['a', string('4')]])],
        ['a', string('5')],
      ]),
    )
  })

  test('100,000 of them are read as fast as others', () => {
    const many = `<plist><dict>${entry('a', '1').repeat(100_000)}</dict></plist>`
    const started = performance.now()
    expect(readXml(many)).toMatchObject({ entries: [{ key: 'a' }] })
    expect(performance.now() - started).toBeLessThan(2000)
  })
})

describe('a dict with one number under CF$UID is a keyed-archiver reference, as macOS reads it', () => {
  const uid = (number: string) => `<dict><key>CF$UID</key><integer>${number}</integer></dict>`

  test.each(['0', '7', '4294967295'])('%s', (number) => {
    expect(readXml(`<plist>${uid(number)}</plist>`)).toEqual({ type: 'uid', value: Number(number) })
  })

  test.each([
    ['another key beside it', '<dict><key>CF$UID</key><integer>7</integer><key>a</key><true/></dict>'],
    ['a text', '<dict><key>CF$UID</key><string>7</string></dict>'],
    ['more than 32 bits', uid('4294967296')],
    ['a number below zero', uid('-1')],
  ])('%s makes it a dict like others', (_what, text) => {
    expect(readXml(text).type).toBe('dict')
  })

  test('it stays one through XML and binary, and what is beside it can be edited', () => {
    const source = openXml(
      `<plist><dict><key>a</key>${uid('7')}<key>b</key><array>${uid('8')}<true/></array></dict></plist>`,
    )
    expect(readBinary(writeBinary(source.root))).toEqual(source.root)
    expect(readXml(writeXml(source.root))).toEqual(source.root)
    const after = withValue(source.root, ['b', 1], { type: 'boolean', value: false })
    expect(patchXml(source, after)).toBe(source.text.replace('<true/>', '<false/>'))
    const other = withValue(source.root, ['a'], { type: 'uid', value: 9 })
    expect(readXml(patchXml(source, other))).toEqual(other)
  })
})

describe('limits', () => {
  const nested = (levels: number) => `<plist>${'<array>'.repeat(levels)}${'</array>'.repeat(levels)}</plist>`

  test('64 levels are read, 65 are not, and 100,000 are refused as fast', () => {
    expect(() => readXml(nested(64))).not.toThrow()
    expect(fault(nested(65)).code).toBe('too-deep')
    expect(fault(nested(100_000)).code).toBe('too-deep')
  })

  test('200,000 values are read and one more is not', () => {
    const values = (count: number) => `<plist><array>${'<true/>'.repeat(count - 1)}</array></plist>`
    expect(() => readXml(values(200_000))).not.toThrow()
    expect(fault(values(200_001)).code).toBe('too-many-values')
  })

  test('5 MB are read and one character more is not', () => {
    const frame = '<plist><string></string></plist>'
    const text = (length: number) => frame.replace('></', `>${'a'.repeat(length - frame.length)}</`)
    expect(() => readXml(text(MOST_BYTES))).not.toThrow()
    expect(fault(` ${text(MOST_BYTES)}`).code).toBe('too-large')
  })

  test('a caller may set other limits', () => {
    expect(() => readXml(nested(65), { limits: { depth: 65 } })).not.toThrow()
  })
})
