import { describe, expect, test } from 'vitest'
import { asciiString, decodeBase64, encodeBase64 } from './base64'

const ascii = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))

describe('base64', () => {
  // The test vectors of RFC 4648 section 10.
  test.each([
    ['', ''],
    ['f', 'Zg=='],
    ['fo', 'Zm8='],
    ['foo', 'Zm9v'],
    ['foob', 'Zm9vYg=='],
    ['fooba', 'Zm9vYmE='],
    ['foobar', 'Zm9vYmFy'],
  ])('%j is %j', (text, base64) => {
    expect(encodeBase64(ascii(text))).toBe(base64)
    expect(decodeBase64(base64)).toEqual(ascii(text))
  })

  test('white space may stand anywhere, even between two padding characters', () => {
    expect(decodeBase64('\n\tZ m9v\r\nYg=\n= \n')).toEqual(ascii('foob'))
  })

  test('left-over bits of the last byte are dropped', () => {
    expect(decodeBase64('Zh==')).toEqual(ascii('f'))
  })

  test.each([
    'Z',
    'Zg',
    'Zg=',
    'Zg===',
    'Zm8',
    'Zm9v=',
    '=',
    'Zg==Zg==',
    'Zm9-',
    'Zm9_',
    'Zm\u00f6v',
    'Zm9v!',
  ])('%j is refused', (text) => {
    expect(decodeBase64(text)).toBeUndefined()
  })

  test('every byte survives', () => {
    const bytes = Uint8Array.from({ length: 20_000 }, (_, index) => (index * 7) % 256)
    expect(decodeBase64(encodeBase64(bytes))).toEqual(bytes)
    expect(asciiString(bytes).charCodeAt(19_999)).toBe(bytes[19_999])
  })
})
