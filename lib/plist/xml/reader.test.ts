import { describe, expect, test } from 'vitest'
import type { PlistValue } from '../value'
import { readXml } from './reader'
import type { Span } from './tree'

const string = (value: string): PlistValue => ({ type: 'string', value })
const integer = (value: bigint): PlistValue => ({ type: 'integer', value })
const real = (value: number, text: string): PlistValue => ({ type: 'real', value, text })
const dict = (...entries: [string, PlistValue][]): PlistValue => ({
  type: 'dict',
  entries: entries.map(([key, value]) => ({ key, value })),
})

describe('every value keeps its type and exact content', () => {
  test.each<[string, PlistValue]>([
    ['<string>a b</string>', string('a b')],
    ['<string> a\n b </string>', string(' a\n b ')],
    ['<string/>', string('')],
    ['<string>&lt;&gt;&amp;&quot;&apos;</string>', string('<>&"\'')],
    ['<string>&#65;&#x1F600;&#13;</string>', string('A\u{1f600}\r')],
    ['<string>a\r\nb\rc</string>', string('a\r\nb\rc')],
    ['<string>a<![CDATA[\r\n]]></string>', string('a\r\n')],
    ['<string>a<![CDATA[<b>&amp;]]>c</string>', string('a<b>&amp;c')],
    ['<string>a]]b</string>', string('a]]b')],
    ['<integer>9007199254740993</integer>', integer(9007199254740993n)],
    ['<integer>18446744073709551615</integer>', integer(18446744073709551615n)],
    ['<integer>-9223372036854775808</integer>', integer(-9223372036854775808n)],
    ['<integer>0x1F</integer>', integer(31n)],
    ['<integer>-0x1F</integer>', integer(-31n)],
    ['<integer>\n+ 007</integer>', integer(7n)],
    ['<real>1.0</real>', real(1, '1.0')],
    ['<real>1e22</real>', real(1e22, '1e22')],
    ['<real> &#49;<![CDATA[.5]]></real>', real(1.5, '1.5')],
    ['<real>-0</real>', real(-0, '-0')],
    ['<real>nan</real>', real(Number.NaN, 'nan')],
    ['<real>-infinity</real>', real(Number.NEGATIVE_INFINITY, '-infinity')],
    ['<real>+inf</real>', real(Number.POSITIVE_INFINITY, '+inf')],
    ['<true/>', { type: 'boolean', value: true }],
    ['<false />', { type: 'boolean', value: false }],
    ['<true></true>', { type: 'boolean', value: true }],
    ['<date>2001-01-01T00:00:01Z</date>', { type: 'date', value: 1 }],
    ['<date>0001-01-01T00:00:00Z</date>', { type: 'date', value: -63113904000 }],
    ['<data>\n\tAAEC\n\tAw==\n</data>', { type: 'data', value: new Uint8Array([0, 1, 2, 3]) }],
    ['<data></data>', { type: 'data', value: new Uint8Array(0) }],
    ['<array/>', { type: 'array', items: [] }],
    ['<dict></dict>', dict()],
    ['<dict foo="a/b"><key>a</key><true/></dict>', dict(['a', { type: 'boolean', value: true }])],
    [
      '<dict><key>10</key><true/><key>2</key><true/></dict>',
      dict(['10', { type: 'boolean', value: true }], ['2', { type: 'boolean', value: true }]),
    ],
    ['<dict><key>__proto__</key><string>a</string></dict>', dict(['__proto__', string('a')])],
    ['<dict><key>a<![CDATA[]]>b</key><string>c</string></dict>', dict(['ab', string('c')])],
    ['<dict><key/><string>c</string></dict>', dict(['', string('c')])],
  ])('%s', (text, value) => {
    expect(readXml(`<plist version="1.0">${text}</plist>`)).toEqual(value)
  })

  test('a key may stand again in a dict inside or beside its own', () => {
    const inner = dict(['a', string('1')])
    const text = '<dict><key>a</key><string>1</string></dict>'
    expect(readXml(`<array>${text}<dict><key>a</key>${text}<key>b</key>${text}</dict></array>`)).toEqual({
      type: 'array',
      items: [inner, dict(['a', inner], ['b', inner])],
    })
  })
})

describe('every well-formed frame is read', () => {
  test.each([
    ['a plist only', '<plist><true/></plist>'],
    ['the value only, as CoreFoundation has it', '<true/>'],
    ['a declaration and the value', '<?xml version="1.0"?><true/>'],
    [
      'single quotes',
      "<?xml version='1.0' encoding='utf-8' standalone='no'?><plist version='1'><true/></plist>",
    ],
    ['a byte order mark', '\ufeff<?xml version="1.0"?><plist><true/></plist>'],
    ['white space without a declaration', '\n  <plist><true/></plist>\n'],
    [
      'a local document type',
      '<!DOCTYPE plist SYSTEM "file://localhost/System/Library/DTDs/PropertyList.dtd"><plist><true/></plist>',
    ],
    [
      'a document type over two lines',
      '<!DOCTYPE plist PUBLIC "-//Apple Computer//DTD PLIST 1.0//EN"\n  "http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n<plist><true/></plist>',
    ],
    [
      'comments and instructions everywhere',
      '<!-- a --><?b c?><plist><!-- d --><true/><!-- e --></plist><!-- f --><?g?>\n',
    ],
    ['white space in tags', '<plist\n  version = "1.0" ><true\n/></plist\n>'],
  ])('%s', (_, text) => {
    expect(readXml(text)).toEqual({ type: 'boolean', value: true })
  })
})

test('spans say where every value and key stands, each value being an object of its own', () => {
  const text =
    '<plist>\n<dict>\n<key>a</key>\n<array>\n<true/><true/>\n<string>b</string></array>\n</dict></plist>'
  const spans = new Map<PlistValue, Span>()
  readXml(text, { places: { spans, repeats: new Map() } })
  expect([...spans.values()].map(({ start, end }) => text.slice(start, end))).toEqual([
    text.slice(text.indexOf('<dict>'), text.indexOf('</plist>')),
    text.slice(text.indexOf('<array>'), text.indexOf('\n</dict>')),
    '<true/>',
    '<true/>',
    '<string>b</string>',
  ])
  expect([...spans.values()].map(({ key }) => key && text.slice(key.start, key.end))).toEqual([
    undefined,
    '<key>a</key>',
    undefined,
    undefined,
    undefined,
  ])
})

test('hostile texts are refused within a moment', () => {
  const hostile = [
    '<!--'.repeat(300_000),
    `<plist><string>&${'<!--'.repeat(300_000)}`,
    `<plist>${' '.repeat(1_000_000)}x`,
    `<plist${' a'.repeat(300_000)}>`,
    `<plist>${'<dict>'.repeat(200_000)}`,
    `<plist><dict>x${'</a>y'.repeat(200_000)}`,
    `<plist><string>${'&#65;'.repeat(500_000)}`,
    '\u0001'.repeat(1_000_000),
    `<!DOCTYPE ${'plist '.repeat(200_000)}`,
    `<plist><integer>${'9'.repeat(4_000_000)}</integer></plist>`,
    `<plist><String>${'</String>'.repeat(300_000)}`,
  ]
  for (const text of hostile) {
    const start = performance.now()
    expect(() => readXml(text)).toThrow()
    expect(performance.now() - start).toBeLessThan(3000)
  }
})
