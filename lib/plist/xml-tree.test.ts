import { describe, expect, test } from 'vitest'
import { applyRepair, type PlistError } from './errors'
import { fault } from './testing/defects'
import { readXml } from './xml-reader'

test('repairs chain until the file is valid', () => {
  let text = `\n<?xml version=“1.0”?>\n<plist version="1.0">\n<dict>\n\t<key>a</key>\n\t<String>x & y</String\n\t<key>b</key>\n</dict>\n`
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
    'key-without-value',
    'unexpected-end',
  ])
  expect(text).toBe(
    '<?xml version="1.0"?>\n<plist version="1.0">\n<dict>\n\t<key>a</key>\n\t<string>x &amp; y</string>\n</dict>\n</plist>\n',
  )
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
    const text = (length: number) => frame.replace('><', `>${'a'.repeat(length - frame.length)}<`)
    expect(fault(` ${text(5 * 1024 * 1024)}`).code).toBe('too-large')
  })

  test('a caller may set other limits', () => {
    expect(() => readXml(nested(65), { limits: { depth: 65 } })).not.toThrow()
  })
})
