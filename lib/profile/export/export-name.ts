/** Longest part of a file name that comes from the configuration's name, in characters, and in bytes: disks take 255 for all of it. */
const MAX_NAME = 80
const MAX_BYTES = 160

/** Letters that Unicode does not take apart into a base letter and marks. */
const SPELLED_OUT: { readonly [letter: string]: string } = {
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ł: 'l',
  Ł: 'L',
}

/**
 * `JamfConnect-<name>-<yyyy-mm-dd>[-<suffix>].mobileconfig`, the date being the local one. Whatever the name holds, the
 * result is letters, digits, dots and hyphens, Latin letters without accents, has no path in it, and is no device name of
 * Windows.
 */
export function exportFileName(name: string, date: Date, suffix = '', extension = 'mobileconfig'): string {
  const day = [
    String(date.getFullYear()).padStart(4, '0'),
    String(date.getMonth() + 1).padStart(2, '0'),
    String(date.getDate()).padStart(2, '0'),
  ].join('-')
  return `${['JamfConnect', words(name), day, asciiWords(suffix)].filter(Boolean).join('-')}.${extension}`
}

/** The letters, digits and dots of a text, hyphens between; Latin letters in ASCII, those of other scripts as they are. */
function words(text: string): string {
  const plain = text
    .slice(0, 400)
    .normalize('NFKC')
    .replaceAll(/\p{Script=Latin}\p{M}*/gu, inAscii)
    .replaceAll(/[^\p{L}\p{M}\p{Nd}.]+/gu, '-')
    .replaceAll(/\.{2,}/g, '.')
  return withinBytes(plain).replaceAll(/^[-.]+|[-.]+$/g, '')
}

function withinBytes(text: string): string {
  const encoder = new TextEncoder()
  let [kept, bytes] = ['', 0]
  for (const character of text) {
    bytes += encoder.encode(character).length
    if (bytes > MAX_BYTES || kept.length + character.length > MAX_NAME) {
      break
    }
    kept += character
  }
  return kept
}

const inAscii = (letters: string) =>
  letters
    .replaceAll(/[ßæÆœŒøØđĐłŁ]/g, (letter) => SPELLED_OUT[letter] ?? '')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')

/** The letters, digits and dots of a text in ASCII, hyphens between; accents are left out. */
export function asciiWords(text: string): string {
  return inAscii(text.slice(0, 400))
    .replaceAll(/[^A-Za-z0-9.]+/g, '-')
    .replaceAll(/\.{2,}/g, '.')
    .slice(0, MAX_NAME)
    .replaceAll(/^[-.]+|[-.]+$/g, '')
}
