import { encodeBase64 } from '../base64'
import { PlistError } from '../errors'
import {
  INTEGER_MAX,
  INTEGER_MIN,
  type PlistArray,
  type PlistDate,
  type PlistDict,
  type PlistInteger,
  type PlistPath,
  type PlistReal,
  type PlistValue,
} from '../value'
import { APPLE_DECLARATION, APPLE_DOCTYPE } from './prolog'
import { parseReal, writeDate, writeReal } from './scalars'

/**
 * How elements are laid out: `newline` between them ("" for one line), `indent` of the outermost one,
 * `unit` added per level, and optionally text to be taken for a value as it stands.
 */
export type XmlStyle = {
  readonly newline: string
  readonly indent: string
  readonly unit: string
  readonly known?: (value: PlistValue, indent: string) => string | undefined
}

/**
 * The XML property list of a tree in the form Apple's tools write: declaration, document type, tabs, LF.
 * A UID becomes a dict with the key CF$UID. Throws PlistError with the code `unwritable`, naming the key,
 * for what XML cannot hold: forbidden characters, integers over 64 bits, fractions of seconds.
 */
export function writeXml(root: PlistValue): string {
  const value = renderXml(root, { newline: '\n', indent: '', unit: '\t' })
  return `${APPLE_DECLARATION}\n${APPLE_DOCTYPE}\n<plist version="1.0">\n${value}\n</plist>\n`
}

/** The element of a value, without indentation before its first line and line end after its last. */
export function renderXml(value: PlistValue, style: XmlStyle, path: PlistPath = []): string {
  return new XmlWriter(style, path).render(value)
}

/** The text of a key or string as XML spells it. `path` is named when it holds a character XML forbids. */
export function escapeXml(text: string, path: PlistPath): string {
  if (!SPECIAL.test(text)) {
    return text
  }
  if (FORBIDDEN.test(text)) {
    throw unwritable('the text holds a character that XML forbids; remove it', path)
  }
  return text.replaceAll(/[&<>\r]/g, (character) => ESCAPES[character] as string)
}

/** The digits on a line of base64 as CoreFoundation breaks them: 76 columns less 8 for each of up to eight levels. */
export function dataWidth(level: number): number {
  return 76 - 8 * Math.min(level, MOST_DATA_INDENT)
}

/** Base64 in lines of `dataWidth` digits. */
export function dataLines(bytes: Uint8Array, level: number): string[] {
  const text = encodeBase64(bytes)
  const width = dataWidth(level)
  const lines: string[] = []
  for (let at = 0; at < text.length; at += width) {
    lines.push(text.slice(at, at + width))
  }
  return lines
}

const MOST_DATA_INDENT = 8
/** Needs a closer look; most texts do not. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be found
const SPECIAL = /[&<>\u0000-\u0008\u000b-\u001f\ud800-\udfff\ufffe\uffff]/
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be found
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' }

class XmlWriter {
  private out = ''
  private readonly style: XmlStyle
  private readonly indents: string[]
  private readonly base: PlistPath
  /** The step taken at each level; those beyond the current level are old. */
  private readonly steps: (string | number)[] = []

  constructor(style: XmlStyle, base: PlistPath) {
    this.style = style
    this.base = base
    this.indents = [style.newline + style.indent]
  }

  render(value: PlistValue): string {
    this.value(value, 0)
    return this.out
  }

  private value(value: PlistValue, level: number): void {
    const known = this.style.known?.(value, this.lineStart(level).slice(this.style.newline.length))
    if (known !== undefined) {
      this.out += known
      return
    }
    switch (value.type) {
      case 'string':
        this.out += `<string>${SPECIAL.test(value.value) ? escapeXml(value.value, this.path(level)) : value.value}</string>`
        break
      case 'boolean':
        this.out += value.value ? '<true/>' : '<false/>'
        break
      case 'dict':
        this.dict(value, level)
        break
      case 'array':
        this.array(value, level)
        break
      case 'data':
        this.data(value.value, level)
        break
      case 'uid':
        this.dict(keyedArchiverUid(value.value), level)
        break
      default:
        this.out += numberElement(value, () => this.path(level))
    }
  }

  private dict({ entries }: PlistDict, level: number): void {
    if (entries.length === 0) {
      this.out += '<dict/>'
      return
    }
    const inner = this.lineStart(level + 1)
    this.out += '<dict>'
    for (const { key, value } of entries) {
      this.steps[level] = key
      this.out += `${inner}<key>${SPECIAL.test(key) ? escapeXml(key, this.path(level + 1)) : key}</key>${inner}`
      this.value(value, level + 1)
    }
    this.out += `${this.lineStart(level)}</dict>`
  }

  private array({ items }: PlistArray, level: number): void {
    if (items.length === 0) {
      this.out += '<array/>'
      return
    }
    const inner = this.lineStart(level + 1)
    this.out += '<array>'
    for (const [index, item] of items.entries()) {
      this.steps[level] = index
      this.out += inner
      this.value(item, level + 1)
    }
    this.out += `${this.lineStart(level)}</array>`
  }

  private data(bytes: Uint8Array, level: number): void {
    if (this.style.newline === '') {
      this.out += `<data>${encodeBase64(bytes)}</data>`
      return
    }
    const depth = Math.floor(this.style.indent.length / Math.max(1, this.style.unit.length)) + level
    const start = this.lineStart(level)
    this.out += `<data>${dataLines(bytes, depth)
      .map((line) => start + line)
      .join('')}${start}</data>`
  }

  private lineStart(level: number): string {
    const known = this.indents[level]
    if (known !== undefined) {
      return known
    }
    const made = this.style.newline === '' ? '' : this.lineStart(level - 1) + this.style.unit
    this.indents[level] = made
    return made
  }

  private path(level: number): PlistPath {
    return [...this.base, ...this.steps.slice(0, level)]
  }
}

/** How XML spells a keyed-archiver reference. */
export function keyedArchiverUid(value: number): PlistDict {
  return { type: 'dict', entries: [{ key: 'CF$UID', value: { type: 'integer', value: BigInt(value) } }] }
}

function numberElement(value: PlistInteger | PlistReal | PlistDate, path: () => PlistPath): string {
  switch (value.type) {
    case 'integer':
      if (value.value < INTEGER_MIN || value.value > INTEGER_MAX) {
        throw unwritable('the integer needs more than 64 bits; use a smaller number', path())
      }
      return `<integer>${value.value}</integer>`
    case 'real':
      return `<real>${realText(value)}</real>`
    case 'date': {
      const text = writeDate(value.value)
      if (text === undefined) {
        throw unwritable('XML dates hold whole seconds of the years 0 to 9999; round the date', path())
      }
      return `<date>${text}</date>`
    }
  }
}

/** The kept spelling when it still says the same number. */
function realText({ value, text }: { value: number; text?: string }): string {
  return text !== undefined && Object.is(parseReal(text), value) ? text : writeReal(value)
}

function unwritable(reason: string, path: PlistPath): PlistError {
  const place = path.length > 0 ? path.join(' → ') : 'the root value'
  return new PlistError('unwritable', `XML cannot hold ${place}: ${reason}.`, {
    line: 0,
    column: 0,
    offset: 0,
    excerpt: place,
  })
}
