import { describe, expect, test } from 'vitest'
import type { PlistError } from './errors'
import { decodeText, encodeText, repairBytes, type TextEncoding } from './text'

const utf8 = (text: string) => new TextEncoder().encode(text)
const BODY = '<a>\u00e9\u{1f600}</a>'

describe('every encoding is found out, and written back with the same bytes', () => {
  const encodings: readonly TextEncoding[] = ['utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be']
  const cases = encodings.flatMap((encoding) => [
    { encoding, bom: true, text: BODY },
    { encoding, bom: true, text: `<?xml version="1.0" encoding="${encoding.toUpperCase()}"?>${BODY}` },
    { encoding, bom: true, text: `<?xml version="1.0" encoding='${encoding.slice(0, 6)}'?>${BODY}` },
  ])
  test.each([...cases, { encoding: 'utf-8' as const, bom: false, text: BODY }])(
    '$encoding, byte order mark $bom: $text',
    (decoded) => {
      const bytes = encodeText(decoded)
      expect(decodeText(bytes)).toEqual(decoded)
      expect(encodeText(decodeText(bytes))).toEqual(bytes)
    },
  )

  test.each(encodings.slice(1))('%s without a byte order mark is refused, and repaired', (encoding) => {
    const bytes = encodeText({ text: BODY, encoding, bom: false })
    const { code, line, column, repair } = fault(bytes)
    expect([code, line, column]).toEqual(['missing-mark', 1, 1])
    const repaired = repair && repairBytes(bytes, repair)
    expect(repaired && decodeText(repaired)).toEqual({ text: BODY, encoding, bom: true })
  })

  test.each(encodings)('%s with several byte order marks is refused, and repaired', (encoding) => {
    for (const more of ['\ufeff', '\ufeff\ufeff']) {
      const bytes = encodeText({ text: more + BODY, encoding, bom: true })
      const { code, line, column, repair } = fault(bytes)
      expect([code, line, column]).toEqual(['several-marks', 1, 1])
      const repaired = repair && repairBytes(bytes, repair)
      expect(repaired && decodeText(repaired)).toEqual({ text: BODY, encoding, bom: true })
    }
  })

  test('UTF-16 is two bytes a character, in the order its name says', () => {
    expect(encodeText({ text: '<', encoding: 'utf-16be', bom: true })).toEqual(
      Uint8Array.of(0xfe, 0xff, 0, 0x3c),
    )
    expect(encodeText({ text: '<', encoding: 'utf-16le', bom: false })).toEqual(Uint8Array.of(0x3c, 0))
  })
})

function fault(bytes: Uint8Array): PlistError {
  try {
    decodeText(bytes)
  } catch (error) {
    return error as PlistError
  }
  throw new Error('The bytes were accepted.')
}

describe('bytes that are not valid are refused at their place', () => {
  test.each<[string, number[], [number, number, number], string]>([
    ['a byte of Latin-1', [0x61, 0x0a, 0x62, 0xe9, 0x63], [2, 2, 3], 'e9 63'],
    ['an overlong form', [0x61, 0xc0, 0x80], [1, 2, 1], 'c0 80'],
    ['a surrogate', [0xed, 0xa0, 0x80], [1, 1, 0], 'ed a0 80'],
    ['a character that is cut off', [0x61, 0xe2, 0x82], [1, 2, 1], 'e2 82'],
    ['a bad byte behind a byte order mark', [0xef, 0xbb, 0xbf, 0x61, 0xff], [1, 2, 4], 'ff'],
  ])('%s', (_, bytes, [line, column, offset], excerpt) => {
    expect(fault(Uint8Array.from(bytes))).toMatchObject({
      code: 'invalid-encoding',
      line,
      column,
      offset,
      excerpt,
    })
  })

  test.each([
    ['UTF-16 with half a character', [0xff, 0xfe, 0x3c, 0x00, 0x3d, 0xd8]],
    ['UTF-32 with a number that is no character', [0x3c, 0, 0, 0, 0, 0, 0x11, 0]],
    ['UTF-32 that is cut off', [0x3c, 0, 0, 0, 0x3c]],
  ])('%s', (_, bytes) => {
    expect(fault(Uint8Array.from(bytes)).code).toBe('invalid-encoding')
  })
})

describe('the declared encoding has to be the real one', () => {
  test.each([
    ['UTF-16', 'encoding-mismatch'],
    ['ISO-8859-1', 'encoding-mismatch'],
    ['EBCDIC-CP-US', 'unsupported-encoding'],
  ])('a UTF-8 file that declares %s is refused, and repaired by declaring UTF-8', (name, code) => {
    const bytes = utf8(`<?xml version="1.0" encoding="${name}"?><a>\u00e9</a>`)
    const error = fault(bytes)
    expect([error.code, error.line, error.column, error.excerpt]).toEqual([code, 1, 31, name])
    expect(error.repair && repairBytes(bytes, error.repair)).toEqual(
      utf8('<?xml version="1.0" encoding="UTF-8"?><a>\u00e9</a>'),
    )
  })

  test.each(['ISO-8859-1', 'us-ascii', 'windows-1252'])(
    '%s may be declared while the text is ASCII',
    (name) => {
      const text = `<?xml version="1.0" encoding="${name}"?><a>e</a>`
      expect(decodeText(utf8(text)).text).toBe(text)
    },
  )

  test('an ASCII declaration becomes UTF-8 when the text outgrows it', () => {
    const decoded = decodeText(utf8('<?xml version="1.0" encoding="US-ASCII"?><a>e</a>'))
    expect(encodeText({ ...decoded, text: decoded.text.replace('e</a>', '\u00e9</a>') })).toEqual(
      utf8('<?xml version="1.0" encoding="UTF-8"?><a>\u00e9</a>'),
    )
  })
})

test('a declaration is read to its end, however long it is', () => {
  const text = `<?xml version="1.0"${' '.repeat(900)}encoding="ISO-8859-1"?><plist version="1.0"><string>caf\u00e9</string></plist>`
  const latin = Uint8Array.from(text, (character) => character.charCodeAt(0))
  expect(decodeText(latin)).toMatchObject({ encoding: 'iso-8859-1', text })
  expect(() => decodeText(new TextEncoder().encode(text))).toThrow(
    expect.objectContaining({ code: 'encoding-mismatch' }),
  )
})

test.each(['Shift_JIS', 'KOI8-R', 'GB18030', 'windows-1251'])(
  'of bytes that are no UTF-8, the declared encoding %s is named',
  (name) => {
    const start = `<?xml version="1.0" encoding="${name}"?><plist version="1.0"><string>`
    const file = Uint8Array.from([...new TextEncoder().encode(start), 0x93, 0xfa, 0xd0])
    expect(() => decodeText(file)).toThrow(
      expect.objectContaining({ code: 'unsupported-encoding', message: expect.stringContaining(name) }),
    )
  },
)
