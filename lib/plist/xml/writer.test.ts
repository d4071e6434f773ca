import { describe, expect, test } from 'vitest'
import type { PlistError } from '../errors'
import type { PlistValue } from '../value'
import { writeXml } from './writer'

const string = (value: string): PlistValue => ({ type: 'string', value })
const dict = (...entries: [string, PlistValue][]): PlistValue => ({
  type: 'dict',
  entries: entries.map(([key, value]) => ({ key, value })),
})

function body(value: PlistValue): string {
  const text = writeXml(value)
  return text.slice(text.indexOf('<plist version="1.0">\n') + 22, text.lastIndexOf('\n</plist>'))
}

test("a tree is written in the form Apple's tools write", () => {
  const value = dict(
    ['text', string('a & b <c>')],
    ['empty', string('')],
    [
      'list',
      { type: 'array', items: [{ type: 'integer', value: -1n }, { type: 'array', items: [] }, dict()] },
    ],
    ['yes', { type: 'boolean', value: true }],
    ['bytes', { type: 'data', value: new Uint8Array(60).fill(255) }],
    ['date', { type: 'date', value: 0 }],
  )
  expect(writeXml(value)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
	<key>text</key>
	<string>a &amp; b &lt;c&gt;</string>
	<key>empty</key>
	<string></string>
	<key>list</key>
	<array>
		<integer>-1</integer>
		<array/>
		<dict/>
	</array>
	<key>yes</key>
	<true/>
	<key>bytes</key>
	<data>
	${'/'.repeat(68)}
	${'/'.repeat(12)}
	</data>
	<key>date</key>
	<date>2001-01-01T00:00:00Z</date>
</dict>
</plist>
`)
})

test.each<[string, PlistValue]>([
  ['<real>1.50</real>', { type: 'real', value: 1.5, text: '1.50' }],
  ['<real>2</real>', { type: 'real', value: 2 }],
  ['<real>3.5</real>', { type: 'real', value: 3.5, text: '1.50' }],
  ['<real>-0.0</real>', { type: 'real', value: -0 }],
  ['<real>1e+22</real>', { type: 'real', value: 1e22 }],
  ['<real>nan</real>', { type: 'real', value: Number.NaN }],
  ['<real>-infinity</real>', { type: 'real', value: Number.NEGATIVE_INFINITY }],
  ['<string>a&#13;b</string>', string('a\rb')],
  ['<dict>\n\t<key>CF$UID</key>\n\t<integer>7</integer>\n</dict>', { type: 'uid', value: 7 }],
])('%s is how XML spells the value', (text, value) => {
  expect(body(value)).toBe(text)
})

describe('what XML cannot hold is refused with the place', () => {
  test.each<[string, PlistValue]>([
    ['a control character', string('\u0001')],
    ['half a surrogate pair', string('\ud800')],
    ['U+FFFE', string('\ufffe')],
    ['an integer over 128 bits', { type: 'integer', value: 2n ** 127n }],
    ['an integer under 128 bits', { type: 'integer', value: -(2n ** 127n) - 1n }],
    ['half a second', { type: 'date', value: 0.5 }],
    ['the year 10000', { type: 'date', value: 252_423_993_600 }],
  ])('%s', (_, value) => {
    const root = dict(
      ['one', { type: 'array', items: [] }],
      ['two', { type: 'array', items: [dict(), dict(['three', value])] }],
    )
    const write = () => writeXml(root)
    expect(write).toThrow(
      expect.objectContaining({
        code: 'unwritable',
        excerpt: 'two → 1 → three',
      } satisfies Partial<PlistError>),
    )
  })

  test('a control character in a key', () => {
    expect(() => writeXml(dict(['a\u0000', string('')]))).toThrow(
      expect.objectContaining({ code: 'unwritable' }),
    )
  })
})
