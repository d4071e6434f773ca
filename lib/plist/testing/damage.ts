import fc from 'fast-check'

/** What stands in files that went wrong somewhere: pieces of tags, comments, references, white space. */
const PIECES = [
  '<',
  '>',
  '/',
  '&',
  '"',
  '=',
  '!',
  '?',
  ' ',
  '\n',
  '\r\n',
  '\t',
  'x',
  '-',
  '--',
  'words ',
  'key>',
  '/key>',
  '<key>',
  '</key>',
  '<key>a</key>',
  '<string>',
  '</string>',
  '<string/>',
  '<true>',
  '<true/>',
  '</true>',
  '<integer>',
  '</integer>',
  '<integer> 7</integer>',
  '<integer>7 </integer>',
  '<real>1.5 </real>',
  '<data/>',
  '<dict>',
  '</dict>',
  '<dict/>',
  '<array>',
  '</array>',
  '</plist>',
  '<plist>',
  '<!--',
  '-->',
  '<!-- note -->',
  '<!---->',
  '<![CDATA[',
  ']]>',
  '<![CDATA[x]]>',
  '<?pi?>',
  '<?xml version="1.0"?>',
  '<!DOCTYPE plist [',
  '&#65;',
  '&#0000000065;',
  '&nbsp;',
  '\u0001',
  '\u00a0',
  '\u201c',
  '',
]

/** Texts made of `text` by putting one to three pieces in the place of a few characters, at tags more often than within. */
export function damaged(texts: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const change = fc.record({
    place: fc.nat(),
    atTag: fc.boolean(),
    length: fc.nat({ max: 6 }),
    piece: fc.constantFrom(...PIECES),
  })
  return fc
    .tuple(texts, fc.array(change, { minLength: 1, maxLength: 3 }))
    .map(([text, changes]) => changes.reduce((before, each) => changed(before, each), text))
}

type Change = {
  readonly place: number
  readonly atTag: boolean
  readonly length: number
  readonly piece: string
}

function changed(text: string, { place, atTag, length, piece }: Change): string {
  const any = place % (text.length + 1)
  const tag = text.indexOf(place % 2 === 0 ? '<' : '>', any)
  const at = atTag && tag >= 0 ? tag + (place % 2) : any
  return text.slice(0, at) + piece + text.slice(at + length)
}
