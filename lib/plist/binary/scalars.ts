import { asciiString } from '../base64'
import { byteError, type PlistError } from '../errors'
import type { PlistValue } from '../value'
import { BYTE, MARKER } from './format'

const MOST_UID = 2 ** 32 - 1

/** The objects of a binary property list that hold no others, read by the offset of their first byte. */
export class BinaryScalars {
  private readonly bytes: Uint8Array
  private readonly view: DataView
  /** Where the objects end and the offset table starts. */
  private readonly end: number
  /** One code unit per byte of the objects, for cutting strings out. */
  private readonly ascii: string

  constructor(bytes: Uint8Array, end: number) {
    this.bytes = bytes
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.end = end
    this.ascii = asciiString(bytes.subarray(0, end))
  }

  read(at: number): PlistValue {
    const marker = (this.bytes[at] as number) >> 4
    const low = (this.bytes[at] as number) & 15
    switch (marker) {
      case MARKER.simple:
        return this.simple(at)
      case MARKER.integer:
        return { type: 'integer', value: this.integer(at, low) }
      case MARKER.real:
        return { type: 'real', value: this.real(at, low) }
      case MARKER.date:
        return { type: 'date', value: this.date(at) }
      case MARKER.data: {
        const { count, start } = this.count(at)
        this.need(at, start, count)
        return { type: 'data', value: this.bytes.slice(start, start + count) }
      }
      case MARKER.ascii:
        return { type: 'string', value: this.asciiText(at) }
      case MARKER.utf16:
        return { type: 'string', value: this.utf16Text(at) }
      case MARKER.uid:
        this.need(at, at + 1, low + 1)
        return { type: 'uid', value: this.uid(at, low + 1) }
      case MARKER.set:
      case MARKER.orderedSet:
        throw byteError(
          'binary-set',
          'The file holds a set, which property lists do not have; store an array.',
          at,
        )
      default:
        throw this.unknown(at)
    }
  }

  private simple(at: number): PlistValue {
    const byte = this.bytes[at]
    if (byte !== BYTE.true && byte !== BYTE.false) {
      throw this.unknown(at)
    }
    return { type: 'boolean', value: byte === BYTE.true }
  }

  private integer(at: number, power: number): bigint {
    if (power > 4) {
      throw this.unknown(at)
    }
    this.need(at, at + 1, 1 << power)
    if (power < 3) {
      return BigInt(this.unsigned(at + 1, 1 << power))
    }
    const high = this.view.getBigInt64(at + 1)
    return power === 3 ? high : (high << 64n) | this.view.getBigUint64(at + 9)
  }

  private real(at: number, power: number): number {
    if (power !== 2 && power !== 3) {
      throw this.unknown(at)
    }
    this.need(at, at + 1, 1 << power)
    return power === 2 ? this.view.getFloat32(at + 1) : this.view.getFloat64(at + 1)
  }

  private date(at: number): number {
    this.need(at, at + 1, 8)
    const seconds = this.view.getFloat64(at + 1)
    if (this.bytes[at] !== BYTE.date || !Number.isFinite(seconds)) {
      throw byteError('invalid-date', 'A date of this file is no point in time; the file is damaged.', at)
    }
    return seconds
  }

  private uid(at: number, size: number): number {
    const value = this.unsigned(at + 1, size)
    // CFBinaryPList.c refuses the file at a larger one.
    if (!(value <= MOST_UID)) {
      throw byteError('binary-object', 'A UID of this file is larger than 32 bits, which macOS refuses.', at)
    }
    return value
  }

  private asciiText(at: number): string {
    const { count, start } = this.count(at)
    this.need(at, start, count)
    const { bytes } = this
    for (let index = start; index < start + count; index++) {
      if ((bytes[index] as number) > 127) {
        throw byteError(
          'binary-string',
          'A string marked as ASCII holds another character; the file is damaged.',
          index,
        )
      }
    }
    return this.ascii.slice(start, start + count)
  }

  private utf16Text(at: number): string {
    const { count, start } = this.count(at)
    this.need(at, start, count * 2)
    const codes: number[] = []
    let text = ''
    for (let index = 0; index < count; index++) {
      codes.push(this.view.getUint16(start + index * 2))
      if (codes.length === 4096 || index === count - 1) {
        text += String.fromCharCode.apply(null, codes)
        codes.length = 0
      }
    }
    if (/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text)) {
      throw byteError('lone-surrogate', 'A string holds half a character; the file is damaged.', at)
    }
    return text
  }

  /** The length of an object, in its first byte or in the integer that follows it, and where its content starts. */
  count(at: number): { count: number; start: number } {
    const low = (this.bytes[at] as number) & 15
    if (low < 15) {
      return { count: low, start: at + 1 }
    }
    this.need(at, at + 1, 1)
    const head = this.bytes[at + 1] as number
    const power = head & 15
    if (head >> 4 !== MARKER.integer || power > 3) {
      throw this.unknown(at)
    }
    this.need(at, at + 2, 1 << power)
    return { count: this.unsigned(at + 2, 1 << power), start: at + 2 + (1 << power) }
  }

  /** A big-endian number; beyond 2^53 inexact, but then out of every bound it is checked against. */
  unsigned(at: number, size: number): number {
    let value = 0
    for (let index = at; index < at + size; index++) {
      value = value * 256 + (this.bytes[index] as number)
    }
    return value
  }

  need(at: number, start: number, length: number): void {
    if (start + length > this.end) {
      throw byteError(
        'binary-object',
        'An object is longer than the file has room for; the file is damaged.',
        at,
      )
    }
  }

  private unknown(at: number): PlistError {
    const byte = (this.bytes[at] as number).toString(16).padStart(2, '0')
    return byteError(
      'binary-object',
      `Property lists have no object of the kind 0x${byte}; the file is damaged.`,
      at,
      byte,
    )
  }
}
