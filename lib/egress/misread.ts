/** What Windows-1252 has for the bytes from 0x80 to 0x9f, in which it differs from Latin-1. */
const own = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** A text, and what becomes of it where its UTF-8 is read as Latin-1 or as Windows-1252, once and twice. */
export function misread(text: string): readonly string[] {
  const latin1 = asLatin1(text)
  if (latin1 === text) {
    return [text]
  }
  const windows = asWindows1252(text)
  return [text, latin1, asLatin1(latin1), windows, asWindows1252(windows)]
}

function asLatin1(text: string): string {
  return Buffer.from(text).toString('latin1')
}

function asWindows1252(text: string): string {
  return asLatin1(text).replace(/[\x80-\x9f]/g, (sign) => own.charAt(sign.charCodeAt(0) - 0x80))
}
