import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPlist } from './document'
import { PlistError } from './errors'
import { appleReads } from './fixtures/apple-reader'
import { damaged } from './fixtures/damage'
import { typed } from './fixtures/plistlib'
import { tree } from './fixtures/trees'
import { sniff } from './sniff'
import { writeXml } from './xml/writer'

const FOLDER = path.resolve('../shared/corpus/files')
const FILES = existsSync(FOLDER)
  ? readdirSync(FOLDER)
      .map((name) => ({ name, bytes: new Uint8Array(readFileSync(path.join(FOLDER, name))) }))
      .filter(({ bytes }) => sniff(bytes) === 'xml')
  : []

const utf8 = (text: string) => new TextEncoder().encode(text)

/** What Apple's rules make of a file, or that they refuse it. */
function apple(bytes: Uint8Array): unknown {
  try {
    return appleReads(bytes)
  } catch {
    return 'refused'
  }
}

/** What we make of a file; refused files are no concern here. */
function ours(bytes: Uint8Array): unknown {
  try {
    return typed(readPlist(bytes).root)
  } catch (error) {
    if (error instanceof PlistError) {
      return undefined
    }
    throw error
  }
}

/** What we read, Apple's rules read, to the same values. Gives whether we read it. */
function expectAgreement(bytes: Uint8Array): boolean {
  const own = ours(bytes)
  if (own !== undefined) {
    expect(apple(bytes)).toEqual(own)
  }
  return own !== undefined
}

describe('what we read, macOS reads to the same values', () => {
  test.skipIf(FILES.length === 0)('published files (skipped where ../shared/corpus is absent)', () => {
    const read = FILES.filter(({ bytes }) => expectAgreement(bytes))
    expect(read.length).toBeGreaterThan(FILES.length / 2)
  })

  test.skipIf(FILES.length === 0)(
    'published files, damaged (skipped where ../shared/corpus is absent)',
    () => {
      const texts = FILES.filter(({ bytes }) => bytes.length < 20_000).map(({ bytes }) =>
        new TextDecoder().decode(bytes),
      )
      fc.assert(
        fc.property(damaged(fc.constantFrom(...texts)), (text) => {
          expectAgreement(utf8(text))
        }),
        { numRuns: 3000 },
      )
    },
  )

  test('generated files, whole and damaged', () => {
    const texts = tree.map((value) => writeXml(value))
    fc.assert(
      fc.property(texts, (text) => expectAgreement(utf8(text))),
      { numRuns: 500 },
    )
    fc.assert(
      fc.property(damaged(texts), (text) => {
        expectAgreement(utf8(text))
      }),
      { numRuns: 5000 },
    )
  })

  test('generated files in encodings of one byte a character', () => {
    const bytes = fc.uint8Array({ min: 0x20, max: 0xff, maxLength: 30 })
    const names = fc.constantFrom(
      'ISO-8859-1',
      'latin1',
      'windows-1252',
      'CP1252',
      'ISO-8859-15',
      'macintosh',
      'x-mac-roman',
    )
    const equals = fc.constantFrom('=', ' =', '= ')
    fc.assert(
      fc.property(bytes, names, equals, (content, name, sign) => {
        const frame = [
          `<?xml version="1.0" encoding${sign}"${name}"?><plist><string><![CDATA[`,
          ']]></string></plist>',
        ]
        const [start, end] = frame.map(utf8) as [Uint8Array, Uint8Array]
        const plain = content.map((byte) => (byte === 0x5d ? 0x5b : byte))
        expectAgreement(Uint8Array.from([...start, ...plain, ...end]))
      }),
      { numRuns: 2000 },
    )
  })
})

const refusedByApple = [
  '<string>a<!-- b -->c</string>',
  '<string>a<?b?></string>',
  '<dict><key>a<!-- b --></key><true/></dict>',
  '<true> </true>',
  '<false>\n</false>',
  '<true><!-- b --></true>',
  '<integer>1 </integer>',
  '<integer>\n1\n</integer>',
  '<integer>&#49;</integer>',
  '<integer><![CDATA[1]]></integer>',
  '<integer>0x</integer>',
  '<integer>18446744073709551616</integer>',
  '<integer>-9223372036854775809</integer>',
  '<integer/>',
  '<real>1.5 </real>',
  '<real> inf</real>',
  '<real>+nan</real>',
  '<real></real>',
  '<date> 2030-01-31T12:00:00Z</date>',
  '<date>2030-01-31T12:00:00</date>',
  '<data/>',
  '<data><![CDATA[AAEC]]></data>',
  '<data>AA<!-- b -->EC</data>',
  '<string>&#0000000065;</string>',
  '<string>&#X41;</string>',
  '<dict a="b>c"></dict>',
  '<true\u00a0/>',
]
const takenByApple = [
  '<string>a\r\nb\rc</string>',
  '<string>&#65;&#x42;<![CDATA[<&]]></string>',
  '<integer> - 0x1f</integer>',
  '<integer>\t+007</integer>',
  '<real> &#49;.5</real>',
  '<real>-INFINITY</real>',
  '<data>\r\n</data>',
  '<dict><key>a</key><integer>1</integer><key>b</key><true/><key>a</key><string>2</string></dict>',
  '<dict><!-- a --><key>b</key><!-- c --><?d?><true></true ></dict>',
  '<string  a="b/"\n/>',
]

test.each(refusedByApple)('%s, which macOS refuses, is refused', (text) => {
  const bytes = utf8(`<plist>${text}</plist>`)
  expect(apple(bytes)).toBe('refused')
  expect(ours(bytes)).toBeUndefined()
})

test.each(takenByApple)('%s, which macOS reads, is read', (text) => {
  expect(expectAgreement(utf8(`<plist>${text}</plist>`))).toBe(true)
})
