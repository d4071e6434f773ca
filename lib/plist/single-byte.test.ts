import { expect, test } from 'vitest'
import { decodeSingleByte, encodeSingleByte, type SingleByteEncoding } from './single-byte'

const LATIN =
  '\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ'
const CONTROLS = String.fromCharCode(...Array.from({ length: 32 }, (_, at) => 0x80 + at))

/** The characters of the bytes from 0x80 on, from the tables of Unicode; "?" where there is none. */
const UPPER: { readonly [E in SingleByteEncoding]: string } = {
  'iso-8859-1': CONTROLS + LATIN,
  // https://www.unicode.org/Public/MAPPINGS/ISO8859/8859-15.TXT
  'iso-8859-15':
    CONTROLS +
    LATIN.replace('¤', '€')
      .replace('¦', 'Š')
      .replace('¨', 'š')
      .replace('´', 'Ž')
      .replace('¸', 'ž')
      .replace('¼', 'Œ')
      .replace('½', 'œ')
      .replace('¾', 'Ÿ'),
  // https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT
  'windows-1252': `€?‚ƒ„…†‡ˆ‰Š‹Œ?Ž??‘’“”•–—˜™š›œ?žŸ${LATIN}`,
  // https://www.unicode.org/Public/MAPPINGS/VENDORS/APPLE/ROMAN.TXT
  macintosh:
    'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙı\u02c6\u02dc¯\u02d8\u02d9\u02da¸\u02dd\u02db\u02c7',
}

test.each(Object.keys(UPPER) as SingleByteEncoding[])(
  'every byte of %s is its character, both ways',
  (encoding) => {
    for (const [at, character] of [...UPPER[encoding]].entries()) {
      const byte = Uint8Array.of(0x80 + at)
      if (character === '?') {
        expect(decodeSingleByte(byte, encoding), `0x${(0x80 + at).toString(16)}`).toBe(0)
      } else {
        expect(decodeSingleByte(byte, encoding), `0x${(0x80 + at).toString(16)}`).toBe(character)
        expect(encodeSingleByte(character, encoding)).toEqual(byte)
      }
    }
    expect(UPPER[encoding]).toHaveLength(128)
  },
)
