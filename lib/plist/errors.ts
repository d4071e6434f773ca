/** A change of text: every edit replaces `start` to `end` (offsets in the text as it was) with `text`. */
export type TextRepair = {
  readonly title: string
  readonly edits: readonly { readonly start: number; readonly end: number; readonly text: string }[]
}

/** Everything that can be wrong with a property list, one code per defect. */
export type PlistErrorCode = FileCode | PrologCode | MarkupCode | StructureCode | ValueCode | BinaryCode

/** The file as a whole: what it is, how large, in which encoding. */
type FileCode =
  | 'empty-file'
  | 'too-large'
  | 'too-deep'
  | 'too-many-values'
  | 'archive'
  | 'signed'
  | 'web-page'
  | 'json'
  | 'base64'
  | 'not-a-plist'
  | 'invalid-encoding'
  | 'encoding-mismatch'
  | 'unsupported-encoding'
  | 'missing-mark'
  | 'several-marks'
  | 'openstep-syntax'
  | 'openstep-lossy'
  | 'unwritable'

type PrologCode =
  | 'space-before-declaration'
  | 'text-before-start'
  | 'broken-declaration'
  | 'typographic-quotes'
  | 'html-escaped'
  | 'broken-doctype'
  | 'internal-subset'

type MarkupCode =
  | 'unclosed-tag'
  | 'broken-tag'
  | 'broken-closing-tag'
  | 'mismatched-tag'
  | 'missing-closing-tag'
  | 'unexpected-closing-tag'
  | 'unexpected-end'
  | 'broken-comment'
  | 'broken-instruction'
  | 'broken-markup'
  | 'unknown-element'
  | 'element-in-value'
  | 'markup-in-text'
  | 'raw-less-than'
  | 'raw-ampersand'
  | 'unknown-entity'
  | 'illegal-reference'
  | 'cdata-end-in-text'
  | 'control-character'
  | 'lone-surrogate'
  | 'text-outside-value'
  | 'text-after-end'
  | 'nul-after-end'

type StructureCode =
  | 'empty-plist'
  | 'nested-plist'
  | 'two-roots'
  | 'duplicate-key'
  | 'key-without-value'
  | 'value-without-key'
  | 'second-value'
  | 'dict-without-keys'
  | 'misplaced-key'

type ValueCode =
  | 'placeholder'
  | 'invalid-integer'
  | 'integer-out-of-range'
  | 'invalid-real'
  | 'invalid-date'
  | 'invalid-data'
  | 'text-in-boolean'

type BinaryCode =
  | 'binary-header'
  | 'binary-trailer'
  | 'binary-offset'
  | 'binary-object'
  | 'binary-set'
  | 'binary-cycle'
  | 'binary-key'
  | 'binary-string'
  | 'binary-trailing-bytes'

export type PlistErrorPlace = {
  readonly line: number
  readonly column: number
  readonly offset: number
  readonly excerpt: string
}

/**
 * A property list that cannot be read or written. `message` is one sentence: what is wrong and what to do.
 * `line` and `column` count from 1 (columns in UTF-16 code units, as editors do); for binary files both are 0
 * and `offset` counts bytes, else `offset` is a position in the text. `excerpt` is the offending text, shortened.
 * `repair` is there when one change of the text is the obvious remedy.
 */
export class PlistError extends Error {
  override readonly name = 'PlistError'
  readonly code: PlistErrorCode
  readonly line: number
  readonly column: number
  readonly offset: number
  readonly excerpt: string
  readonly repair?: TextRepair

  constructor(code: PlistErrorCode, message: string, place: PlistErrorPlace, repair?: TextRepair) {
    super(message)
    this.code = code
    this.line = place.line
    this.column = place.column
    this.offset = place.offset
    this.excerpt = place.excerpt
    if (repair) {
      this.repair = repair
    }
  }
}

/** The text with every edit of `repair` made. Edits may come in any order and do not overlap. */
export function applyRepair(text: string, repair: TextRepair): string {
  const parts: string[] = []
  let at = 0
  for (const edit of repair.edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    parts.push(text.slice(at, edit.start), edit.text)
    at = edit.end
  }
  parts.push(text.slice(at))
  return parts.join('')
}

/** An error about `start` to `end` of a text. */
export function textError(
  code: PlistErrorCode,
  message: string,
  where: { readonly text: string; readonly start: number; readonly end: number },
  repair?: TextRepair,
): PlistError {
  const place = { ...lineAndColumn(where.text, where.start), offset: where.start }
  return new PlistError(
    code,
    message,
    { ...place, excerpt: shorten(where.text, where.start, where.end) },
    repair,
  )
}

/** An error about a byte of a file that has no lines. */
export function byteError(code: PlistErrorCode, message: string, offset: number, excerpt = ''): PlistError {
  return new PlistError(code, message, { line: 0, column: 0, offset, excerpt })
}

/** Line and column, from 1, of an offset. Lines end with LF, CR LF or CR. For many offsets of a text there is `placesIn`. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  let line = 1
  let start = 0
  for (const end of lineEnds(text)) {
    if (end > offset) {
      break
    }
    line += 1
    start = end
  }
  return { line, column: offset - start + 1 }
}

/** `lineAndColumn` for one text, whose lines are counted once. */
export function placesIn(text: string): (offset: number) => { line: number; column: number } {
  const starts = [0, ...lineEnds(text)]
  return (offset) => {
    let [low, high] = [0, starts.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((starts[middle] ?? 0) <= offset) {
        low = middle
      } else {
        high = middle - 1
      }
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
  }
}

/** Offsets behind the ends of lines. */
function* lineEnds(text: string): Generator<number> {
  const breaks = /\r\n?|\n/g
  while (breaks.exec(text)) {
    yield breaks.lastIndex
  }
}

const EXCERPT_LENGTH = 60

function shorten(text: string, start: number, end: number): string {
  const most = start + EXCERPT_LENGTH * 4
  const whole = visible(text.slice(start, Math.min(end, most)).replaceAll(/\s+/g, ' '))
  return whole.length > EXCERPT_LENGTH || end > most
    ? `${whole.slice(0, EXCERPT_LENGTH - 1).trimEnd()}…`
    : whole.trim()
}

/** Control characters as their pictures (U+2400 and following), so that a NUL can be seen. */
function visible(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be shown
  return text.replaceAll(/[\u0000-\u001f]/g, (character) =>
    String.fromCharCode(0x2400 + character.charCodeAt(0)),
  )
}
