import { describe, expect, test } from 'vitest'
import { writeBinary } from './binary/writer'
import { readPlist, writeDocument } from './document'
import { PlistError, type PlistErrorCode } from './errors'
import { MOST_BYTES } from './limits'
import { type FileKind, sniff } from './sniff'
import { encodeText } from './text'
import { equal, withValue } from './tree'

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))
const XML = '<?xml version="1.0"?>\r\n<plist><dict>\r\n  <key>a</key><string/>\r\n</dict></plist>'

describe('a file is known by its first bytes', () => {
  test.each<[string, string, FileKind]>([
    ['XML', XML, 'xml'],
    ['XML behind white space', `\n\n${XML}`, 'xml'],
    ['XML behind other text', `hello\n${XML}`, 'xml'],
    ['XML with a byte order mark', `\u00ef\u00bb\u00bf${XML}`, 'xml'],
    ['XML in UTF-16', '\u00ff\u00fe<\0p\0l\0', 'xml'],
    ['XML turned into HTML codes', '&lt;?xml', 'xml'],
    ['binary', 'bplist00', 'binary'],
    ['a dict in OpenStep text', '{ a = b; }', 'openstep'],
    ['data in OpenStep text', '<0a ff>', 'openstep'],
    ['OpenStep text behind a comment', '// !$*UTF8*$!$\n{}', 'openstep'],
    [
      'CMS in DER',
      '0\u0082\u0001\u0002\u0006\u0009\u002a\u0086\u0048\u0086\u00f7\u000d\u0001\u0007\u0002',
      'cms',
    ],
    ['CMS in BER', '0\u0080\u0006\u0009\u002a\u0086\u0048\u0086\u00f7\u000d\u0001\u0007\u0002', 'cms'],
    ['CMS in PEM', '-----BEGIN PKCS7-----\n', 'cms'],
    ['ZIP', 'PK\u0003\u0004', 'archive'],
    ['RAR', 'Rar!\u001a\u0007', 'archive'],
    ['nothing', '', 'empty'],
    ['white space', ' \r\n', 'empty'],
    ['JSON', '{ "a": 1 }', 'unknown'],
    ['a picture', '\u0089PNG\r\n', 'unknown'],
  ])('%s', (_, text, kind) => {
    expect(sniff(bytes(text))).toBe(kind)
  })
})

/** How a signed profile begins. */
const SIGNED = '0\u0080\u0006\u0009\u002a\u0086\u0048\u0086\u00f7\u000d\u0001\u0007\u0002'

test.each<[string, PlistErrorCode]>([
  ['', 'empty-file'],
  ['PK\u0003\u0004', 'archive'],
  ['Rar!\u001a\u0007\u0000', 'archive'],
  ['0\u0080\u0006\u0009\u002a\u0086\u0048\u0086\u00f7\u000d\u0001\u0007\u0002', 'signed'],
  ['{ "a": 1 }', 'json'],
  ['[1, 2]', 'json'],
  ['\u0089PNG\r\n', 'not-a-plist'],
  ['65536', 'not-a-plist'],
  ['c2hvcnQ=', 'not-a-plist'],
  [btoa(`\n${XML}`).replaceAll(/(.{60})/g, '$1\r\n'), 'base64'],
  [` \n${SIGNED}`, 'signed'],
  [`\0\0${SIGNED}<plist version="1.0">`, 'signed'],
])('%j is refused as %s', (text, code) => {
  expect(() => readPlist(bytes(text))).toThrow(expect.objectContaining({ code }))
  expect(() => readPlist(bytes(text))).toThrow(PlistError)
})

test('a file over the limit is refused before it is looked at', () => {
  expect(() => readPlist(new Uint8Array(MOST_BYTES + 1))).toThrow(
    expect.objectContaining({ code: 'too-large' }),
  )
  expect(() => readPlist(bytes(XML), { limits: { size: 10 } })).toThrow(
    expect.objectContaining({ code: 'too-large' }),
  )
})

describe('a document is written back as it came', () => {
  const value = { type: 'string', value: 'b' } as const
  const files = {
    xml: bytes(XML),
    'xml in UTF-16': encodeText({ text: XML, encoding: 'utf-16be', bom: true }),
    binary: writeBinary(readPlist(bytes(XML)).root),
    openstep: bytes('{ a = ""; }'),
  }

  test.each(Object.entries(files))('%s: the same bytes when nothing changed', (_, file) => {
    const document = readPlist(file)
    expect(writeDocument(document, document.root)).toEqual(file)
  })

  test.each(Object.entries(files))('%s: the new tree when something changed', (name, file) => {
    const document = readPlist(file)
    const after = withValue(document.root, ['a'], value)
    const written = readPlist(writeDocument(document, after))
    expect(equal(written.root, after)).toBe(true)
    expect(written.format).toBe(name === 'binary' ? 'binary' : 'xml')
  })

  test('XML keeps its text and encoding around the change', () => {
    const document = readPlist(files['xml in UTF-16'])
    const expected = {
      text: XML.replace('<string/>', '<string>b</string>'),
      encoding: 'utf-16be',
      bom: true,
    } as const
    expect(writeDocument(document, withValue(document.root, ['a'], value))).toEqual(encodeText(expected))
  })
})

test('white space before a list without declaration is no reason to call the file empty', () => {
  const plain = XML.slice(XML.indexOf('<plist'))
  expect(readPlist(bytes(`${'\n'.repeat(7000)}${plain}`)).root).toEqual(readPlist(bytes(XML)).root)
  expect(() => readPlist(bytes(' \n'.repeat(7000)))).toThrow(expect.objectContaining({ code: 'empty-file' }))
})
