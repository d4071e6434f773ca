/** Longest part of a file name that comes from the configuration's name, in characters. */
const MAX_NAME = 80

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
 * result is ASCII letters, digits, dots and hyphens, has no path in it, and is no device name of Windows.
 */
export function exportFileName(name: string, date: Date, suffix = '', extension = 'mobileconfig'): string {
  const day = [
    String(date.getFullYear()).padStart(4, '0'),
    String(date.getMonth() + 1).padStart(2, '0'),
    String(date.getDate()).padStart(2, '0'),
  ].join('-')
  return `${['JamfConnect', asciiWords(name), day, asciiWords(suffix)].filter(Boolean).join('-')}.${extension}`
}

/** The letters, digits and dots of a text in ASCII, hyphens between; accents are left out. */
export function asciiWords(text: string): string {
  return text
    .slice(0, 400)
    .replaceAll(/[ßæÆœŒøØđĐłŁ]/g, (letter) => SPELLED_OUT[letter] ?? '')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^A-Za-z0-9.]+/g, '-')
    .replaceAll(/\.{2,}/g, '.')
    .slice(0, MAX_NAME)
    .replaceAll(/^[-.]+|[-.]+$/g, '')
}
