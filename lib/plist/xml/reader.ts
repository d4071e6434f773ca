import { DEFAULT_LIMITS, type ReadOptions } from '../limits'
import { isSpace } from '../repairs'
import type { PlistValue } from '../value'
import { isElement } from './elements'
import * as faults from './faults'
import { scanClosingTag, scanComment, scanFirstComment, scanInstruction, scanTag } from './markup'
import { markupFault, scanDoctype, startOfDocument } from './prolog'
import { strayText } from './stray-text'
import { type Content, readText } from './text'
import { type Places, XmlTree } from './tree'
import type { ScalarElement } from './value-faults'
import { scalarValue, textValue } from './values'

/** `places` is filled with the place of every value; each value is an object of its own. */
export type XmlOptions = ReadOptions & { readonly places?: Places }

/**
 * The value of an XML property list (Apple's PropertyList-1.0.dtd over XML 1.0) as macOS reads it. Strict: what macOS or
 * XML refuses is refused. Two things that macOS takes are read as it takes them: of equal keys the last counts, and line
 * ends in texts stay as they are. A `<plist>` around the value may be absent, as CoreFoundation has it.
 * Throws PlistError, with a repair wherever one is obvious.
 */
export function readXml(text: string, options: XmlOptions = {}): PlistValue {
  return new XmlReader(text, options).read()
}

const LESS_THAN = 60
const AMPERSAND = 38
const SLASH = 47
const RIGHT_BRACKET = 93
/** Decimal digits that a number holds exactly. */
const SAFE_DIGITS = 15

const SPECIAL = /[&\]]/

/** Whether a character is text as it stands; the others need a closer look. */
function isPlain(code: number): boolean {
  return code !== LESS_THAN && code !== AMPERSAND && code !== RIGHT_BRACKET
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
    this.tree = new XmlTree(text, limits, options.places)
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
      const { kind, atStart, waiting } = this.tree
      throw strayText(text, at, { kind, atStart, waiting })
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
      const key = this.textual(at, at + 5, 'key', '</key>')
      this.tree.putKey(key, at, this.pos)
    } else if (letter === 115 && text.startsWith('string>', at + 1)) {
      const value = this.textual(at, at + 8, 'string', '</string>')
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
    const start = at + name.length + 2
    const element = this.content(at, start, name, closing)
    this.tree.put(scalarValue(element), at, this.pos)
  }

  private unusual(at: number): void {
    const { text } = this
    if (text.startsWith('<!--', at)) {
      this.pos = this.tree.atStart ? scanFirstComment(text, at) : scanComment(text, at)
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
    const element = tag.empty
      ? { text, name, raw: '', start: at, end: tag.end, empty: true }
      : this.content(at, tag.end, name, `</${name}>`)
    if (name === 'key') {
      this.tree.putKey(textValue(element), at, this.pos)
    } else {
      this.tree.put(scalarValue(element), at, this.pos)
    }
  }

  /** The text of the `<key>` or `<string>` at `at` whose content starts at `start`; moves behind its closing tag. */
  private textual(at: number, start: number, name: string, closing: string): string {
    const { text } = this
    let end = start
    let code = text.charCodeAt(end)
    // Most characters lie above all special ones, so one comparison passes them.
    while (code > RIGHT_BRACKET || (isPlain(code) && end < text.length)) {
      end += 1
      code = text.charCodeAt(end)
    }
    if (code === LESS_THAN && text.startsWith(closing, end)) {
      this.pos = end + closing.length
      return text.slice(start, end)
    }
    return textValue(this.resolved(at, start, name))
  }

  /** The element at `at` whose content starts at `start`; moves behind its closing tag. */
  private content(at: number, start: number, name: string, closing: string): ScalarElement {
    const { text } = this
    const less = text.indexOf('<', start)
    const raw = text.slice(start, Math.max(start, less))
    if (less >= 0 && text.startsWith(closing, less) && !SPECIAL.test(raw)) {
      this.pos = less + closing.length
      return { text, name, raw, start: at, end: this.pos }
    }
    return this.resolved(at, start, name)
  }

  private resolved(at: number, start: number, name: string): ScalarElement {
    const content: Content = readText(this.text, start, name)
    this.pos = content.end
    const plain = content.markup.length === 0 && !content.resolved
    const element = { text: this.text, name, raw: content.value, start: at, end: content.end }
    return plain ? element : { ...element, content }
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
