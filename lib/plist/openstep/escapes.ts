/** Characters 0x80 to 0xFF of the NeXTSTEP encoding (unicode.org, VENDORS/NEXT/NEXTSTEP.TXT), which octal escapes use. */
const NEXTSTEP =
  '\u00a0\u00c0\u00c1\u00c2\u00c3\u00c4\u00c5\u00c7\u00c8\u00c9\u00ca\u00cb\u00cc\u00cd\u00ce\u00cf' +
  '\u00d0\u00d1\u00d2\u00d3\u00d4\u00d5\u00d6\u00d9\u00da\u00db\u00dc\u00dd\u00de\u00b5\u00d7\u00f7' +
  '\u00a9\u00a1\u00a2\u00a3\u2044\u00a5\u0192\u00a7\u00a4\u2019\u201c\u00ab\u2039\u203a\ufb01\ufb02' +
  '\u00ae\u2013\u2020\u2021\u00b7\u00a6\u00b6\u2022\u201a\u201e\u201d\u00bb\u2026\u2030\u00ac\u00bf' +
  '\u00b9\u02cb\u00b4\u02c6\u02dc\u00af\u02d8\u02d9\u00a8\u00b2\u02da\u00b8\u00b3\u02dd\u02db\u02c7' +
  '\u2014\u00b1\u00bc\u00bd\u00be\u00e0\u00e1\u00e2\u00e3\u00e4\u00e5\u00e7\u00e8\u00e9\u00ea\u00eb' +
  '\u00ec\u00c6\u00ed\u00aa\u00ee\u00ef\u00f0\u00f1\u0141\u00d8\u0152\u00ba\u00f2\u00f3\u00f4\u00f5' +
  '\u00f6\u00e6\u00f9\u00fa\u00fb\u0131\u00fc\u00fd\u0142\u00f8\u0153\u00df\u00fe\u00ff\ufffd\ufffd'

const ESCAPE = /\\(?:([0-7]{1,3})|[uU]([0-9a-fA-F]{4})|([\s\S]))/g
const LETTERS: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\n': '\n',
}

/** The text between the quotation marks of an OpenStep string, its backslash escapes resolved. */
export function unescapeOpenStep(quoted: string): string {
  return quoted.replaceAll(ESCAPE, (_, octal?: string, unicode?: string, letter?: string) => {
    if (octal !== undefined) {
      const code = Number.parseInt(octal, 8) & 0xff
      return code < 0x80 ? String.fromCharCode(code) : (NEXTSTEP[code - 0x80] as string)
    }
    return unicode === undefined
      ? (LETTERS[letter as string] ?? (letter as string))
      : String.fromCharCode(Number.parseInt(unicode, 16))
  })
}
