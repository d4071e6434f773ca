import { byteError } from '../errors'
import type { Limits } from '../limits'
import type { PlistDict, PlistValue } from '../value'
import { writeReal } from './scalars'
import { dataWidth, keyedArchiverUid, writeXml } from './writer'

/**
 * Throws PlistError "too-large" when the XML of a tree would be larger than the limit. Binary files hold a value that
 * stands in many places once, so a small file may be a huge text; profiles are edited as text.
 */
export function refuseLargeAsXml(root: PlistValue, limits: Limits): void {
  const size = xmlSize(root, limits.size)
  if (size > limits.size) {
    const most = Math.round(limits.size / 1_000_000)
    const message = `As XML, in which it is edited, the file would be larger than ${most} MB, too large for a property list.`
    throw byteError('too-large', message, 0)
  }
}

/** The bytes of the XML that `writeXml` makes of a tree; beyond `most` counting ends. */
export function xmlSize(root: PlistValue, most = Number.POSITIVE_INFINITY): number {
  return new Counter(most).count(root)
}

/** The bytes around the value. */
export const xmlFrame = writeXml({ type: 'boolean', value: true }).length - '<true/>'.length
/** A container without its parts. */
export const EMPTY_CONTAINER = '<array></array>'.length + 1

/** A character of a text takes five bytes at most, as "&amp;" does. */
const WIDEST = 5
/** A number or a date in its element, and the two lines of a UID. */
const LARGEST = 100

/**
 * What a value that is no container takes at most in XML, in bytes without indentation, and on how many lines: counted
 * without looking at the characters.
 */
export function scalarAtMost(value: PlistValue): { readonly size: number; readonly lines: number } {
  if (value.type === 'string') {
    return { size: '<string></string>'.length + WIDEST * value.value.length, lines: 1 }
  }
  if (value.type === 'data') {
    const digits = Math.ceil(value.value.length / 3) * 4
    const lines = Math.ceil(digits / dataWidth(Number.POSITIVE_INFINITY)) + 2
    return { size: '<data></data>'.length + digits + lines, lines }
  }
  return { size: LARGEST, lines: value.type === 'uid' ? 4 : 1 }
}
const ENCODER = new TextEncoder()

class Counter {
  private readonly most: number
  private size = xmlFrame
  /** Bytes of each text that is counted often. */
  private readonly texts = new Map<string, number>()

  constructor(most: number) {
    this.most = most
  }

  count(root: PlistValue): number {
    this.value(root, 0)
    return this.size
  }

  private value(value: PlistValue, level: number): void {
    if (this.size > this.most) {
      return
    }
    switch (value.type) {
      case 'string':
        this.size += '<string></string>'.length + this.text(value.value)
        break
      case 'boolean':
        this.size += value.value ? '<true/>'.length : '<false/>'.length
        break
      case 'dict':
        this.dict(value, level)
        break
      case 'array':
        this.size += value.items.length === 0 ? '<array/>'.length : '<array></array>'.length + 1 + level
        for (const item of value.items) {
          this.size += 1 + level + 1
          this.value(item, level + 1)
        }
        break
      case 'data': {
        const digits = Math.ceil(value.value.length / 3) * 4
        const lines = Math.ceil(digits / dataWidth(level))
        this.size += '<data></data>'.length + digits + (lines + 1) * (1 + level)
        break
      }
      case 'integer':
        this.size += '<integer></integer>'.length + String(value.value).length
        break
      case 'real':
        this.size += '<real></real>'.length + (value.text ?? writeReal(value.value)).length
        break
      case 'date':
        this.size += '<date>2001-01-01T00:00:00Z</date>'.length
        break
      case 'uid':
        this.dict(keyedArchiverUid(value.value), level)
        break
    }
  }

  private dict({ entries }: PlistDict, level: number): void {
    this.size += entries.length === 0 ? '<dict/>'.length : '<dict></dict>'.length + 1 + level
    for (const { key, value } of entries) {
      this.size += '<key></key>'.length + this.text(key) + 2 * (1 + level + 1)
      this.value(value, level + 1)
    }
  }

  private text(text: string): number {
    const known = this.texts.get(text)
    if (known !== undefined) {
      return known
    }
    const size = bytesOf(text)
    this.texts.set(text, size)
    return size
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII
const SPECIAL = /[&<>\r]|[^\u0000-\u007f]/
const LENGTHS: Readonly<Record<string, number>> = { '&': 4, '<': 3, '>': 3, '\r': 4 }

/** The bytes of a text, escaped, in UTF-8. */
function bytesOf(text: string): number {
  if (!SPECIAL.test(text)) {
    return text.length
  }
  const more = text.match(/[&<>\r]/g)?.reduce((sum, character) => sum + (LENGTHS[character] ?? 0), 0) ?? 0
  return ENCODER.encode(text).length + more
}
