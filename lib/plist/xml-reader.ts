import { PlistError } from './errors'
import { DEFAULT_LIMITS, type ReadOptions } from './limits'
import { isSpace } from './repairs'
import type { PlistValue } from './value'
import { isElement } from './xml-elements'
import * as faults from './xml-faults'
import { scanClosingTag, scanComment, scanInstruction, scanTag } from './xml-markup'
import { markupFault, scanDoctype, startOfDocument } from './xml-prolog'
import { strayText } from './xml-stray-text'
import { readText } from './xml-text'
import { type Span, XmlTree } from './xml-tree'
import { scalarValue } from './xml-values'

/** `spans` is filled with the place of every value; each value is an object of its own. */
export type XmlOptions = ReadOptions & { readonly spans?: Map<PlistValue, Span> }

/**
 * The value of an XML property list (Apple's PropertyList-1.0.dtd over XML 1.0). Strict: whatever another reader
 * might take differently is refused. A `<plist>` around the value may be absent, as CoreFoundation has it.
 * Throws PlistError, with a repair wherever one is obvious.
 */
export function readXml(text: string, options: XmlOptions = {}): PlistValue {
  try {
    return new XmlReader(text, options).read()
  } catch (error) {
    // Only a reading with spans knows where the first of two equal keys stands.
    if (error instanceof PlistError && error.code === 'duplicate-key' && !options.spans) {
      return readXml(text, { ...options, spans: new Map() })
    }
    throw error
  }
}

const LESS_THAN = 60
const AMPERSAND = 38
const SLASH = 47
const RIGHT_BRACKET = 93
const RETURN = 13
/** Decimal digits that a number holds exactly. */
const SAFE_DIGITS = 15

/** Whether a character is text as it stands; the others need a closer look. */
function isPlain(code: number): boolean {
  return code !== LESS_THAN && code !== AMPERSAND && code !== RETURN && code !== RIGHT_BRACKET
}

class XmlReader {
  private readonly text: string
  private readonly tree: XmlTree
  private pos = 0
  private doctype = false

  constructor(text: string, options: XmlOptions) {
    const limits = { ...DEFAULT_LIMITS, ...options.limits }
    if (text.length > limits.size) {
      throw faults.tooLarge(text, limits.size)
    }
    this.text = text
    this.tree = new XmlTree(text, limits, options.spans)
  }

  read(): PlistValue {
    this.pos = startOfDocument(this.text)
    while (this.next()) {
      // next() moves on by one tag
    }
    return this.tree.finish()
  }

  /** Reads one tag with the scalar it opens; false at the end of the text. */
  private next(): boolean {
    const { text } = this
    let at = this.pos
    let code = text.charCodeAt(at)
    while (isSpace(code)) {
      at += 1
      code = text.charCodeAt(at)
    }
    if (code !== LESS_THAN) {
      if (at >= text.length) {
        return false
      }
      throw strayText(text, at, this.tree.kind === 'document' ? undefined : this.tree.kind)
    }
    const second = text.charCodeAt(at + 1)
    if (second === SLASH) {
      this.close(at)
    } else if (second > 96) {
      this.element(at, second)
    } else {
      this.unusual(at)
    }
    return true
  }

  /** An element whose tag is written in the usual way; all others go through `tagged`. */
  private element(at: number, letter: number): void {
    const { text } = this
    if (letter === 107 && text.startsWith('key>', at + 1)) {
      const key = this.content(at + 5, 'key', '</key>')
      this.tree.putKey(key, at, this.pos)
    } else if (letter === 115 && text.startsWith('string>', at + 1)) {
      const value = this.content(at + 8, 'string', '</string>')
      this.tree.put({ type: 'string', value }, at, this.pos)
    } else if (letter === 105 && text.startsWith('integer>', at + 1)) {
      this.integer(at)
    } else if (letter === 116 && text.startsWith('true/>', at + 1)) {
      this.pos = at + 7
      this.tree.put({ type: 'boolean', value: true }, at, this.pos)
    } else if (letter === 102 && text.startsWith('false/>', at + 1)) {
      this.pos = at + 8
      this.tree.put({ type: 'boolean', value: false }, at, this.pos)
    } else if (letter === 100 && text.startsWith('dict>', at + 1)) {
      this.pos = at + 6
      this.tree.push('dict', at, this.pos)
    } else if (letter === 97 && text.startsWith('array>', at + 1)) {
      this.pos = at + 7
      this.tree.push('array', at, this.pos)
    } else if (letter === 100 && text.startsWith('data>', at + 1)) {
      this.scalar(at, 'data', '</data>')
    } else if (letter === 100 && text.startsWith('date>', at + 1)) {
      this.scalar(at, 'date', '</date>')
    } else if (letter === 114 && text.startsWith('real>', at + 1)) {
      this.scalar(at, 'real', '</real>')
    } else {
      this.tagged(at)
    }
  }

  private scalar(at: number, name: string, closing: string): void {
    const raw = this.content(at + name.length + 2, name, closing)
    this.tree.put(scalarValue({ text: this.text, name, raw, start: at, end: this.pos }), at, this.pos)
  }

  private unusual(at: number): void {
    const { text } = this
    if (text.startsWith('<!--', at)) {
      this.pos = scanComment(text, at)
    } else if (text.startsWith('<?', at)) {
      this.pos = scanInstruction(text, at)
    } else if (text.startsWith('<!', at)) {
      if (this.doctype || !this.tree.atStart || !text.startsWith('<!DOCTYPE', at)) {
        throw markupFault(text, at)
      }
      this.doctype = true
      this.pos = scanDoctype(text, at)
    } else {
      this.tagged(at)
    }
  }

  /** An element in any spelling XML allows: attributes, white space in the tag, `<string/>`. */
  private tagged(at: number): void {
    const { text } = this
    const tag = scanTag(text, at)
    const { name } = tag
    if (!isElement(name)) {
      throw faults.unknownElement(text, tag)
    }
    this.pos = tag.end
    if (name === 'plist' || name === 'dict' || name === 'array') {
      this.tree.push(name, at, tag.end)
      if (tag.empty) {
        this.tree.pop(tag.end)
      }
      return
    }
    const raw = tag.empty ? '' : this.content(tag.end, name, `</${name}>`)
    if (name === 'key') {
      this.tree.putKey(raw, at, this.pos)
    } else {
      this.tree.put(scalarValue({ text, name, raw, start: at, end: this.pos }), at, this.pos)
    }
  }

  /** The text of an element whose content starts at `start`; moves behind its closing tag. */
  private content(start: number, name: string, closing: string): string {
    const { text } = this
    let at = start
    let code = text.charCodeAt(at)
    // Most characters lie above all special ones, so one comparison passes them.
    while (code > RIGHT_BRACKET || (isPlain(code) && at < text.length)) {
      at += 1
      code = text.charCodeAt(at)
    }
    if (code === LESS_THAN && text.startsWith(closing, at)) {
      this.pos = at + closing.length
      return text.slice(start, at)
    }
    const { value, end } = readText(text, start, name)
    this.pos = end
    return value
  }

  private integer(at: number): void {
    const { text } = this
    const start = at + 9
    let end = start
    let value = 0
    let code = text.charCodeAt(end)
    while (code >= 48 && code <= 57 && end - start < SAFE_DIGITS) {
      value = value * 10 + code - 48
      end += 1
      code = text.charCodeAt(end)
    }
    if (end === start || code !== LESS_THAN || !text.startsWith('</integer>', end)) {
      this.tagged(at)
      return
    }
    this.pos = end + 10
    this.tree.put({ type: 'integer', value: BigInt(value) }, at, this.pos)
  }

  private close(at: number): void {
    const { text, tree } = this
    const { kind } = tree
    const usual = kind === 'dict' ? '</dict>' : '</array>'
    if ((kind === 'dict' || kind === 'array') && text.startsWith(usual, at)) {
      this.pos = at + usual.length
      tree.pop(this.pos)
      return
    }
    const open = tree.openElements()
    const tag = scanClosingTag(text, at, open.at(-1)?.name)
    if (tag.name !== kind) {
      throw faults.wrongClosingTag(text, tag, open)
    }
    this.pos = tag.end
    tree.pop(tag.end)
  }
}
