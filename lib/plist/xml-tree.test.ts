import { describe, expect, test } from 'vitest'
import { applyRepair, type PlistError } from './errors'
import { MOST_BYTES } from './limits'
import { fault } from './testing/defects'
import { readXml } from './xml-reader'

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
