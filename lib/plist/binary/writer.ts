import { PlistError } from '../errors'
import { INTEGER_MAX, INTEGER_MIN, type PlistValue } from '../value'
import { BYTE, HEADER_SIZE, MAGIC, MARKER, TRAILER_SIZE } from './format'
import { flatten } from './objects'

/**
 * The binary property list of a tree ("bplist00"): equal scalars are stored once, numbers, references and offsets
 * in the fewest bytes, objects in the order CoreFoundation writes them. Throws PlistError with the code
 * `unwritable` for an integer over 64 bits and for half a character.
 */
export function writeBinary(root: PlistValue): Uint8Array {
  const { objects, references } = flatten(root)
  const referenceSize = countSize(objects.length - 1)
  const offsets: number[] = []
  let table = HEADER_SIZE
  for (const [index, object] of objects.entries()) {
    offsets.push(table)
    table += sizeOf(object, (references[index]?.length ?? 0) * referenceSize)
  }
  const offsetSize = countSize(table)
  const out = new Output(table + offsets.length * offsetSize + TRAILER_SIZE)
  out.text(MAGIC)
  for (const [index, object] of objects.entries()) {
    writeObject(out, object)
    for (const reference of references[index] ?? []) {
      out.number(reference, referenceSize)
    }
  }
  for (const offset of offsets) {
    out.number(offset, offsetSize)
  }
  out.skip(6)
  out.number(offsetSize, 1)
  out.number(referenceSize, 1)
  out.number(objects.length, 8)
  out.number(0, 8)
  out.number(table, 8)
  return out.bytes
}

class Output {
  readonly bytes: Uint8Array
  private readonly view: DataView
  private at = 0

  constructor(size: number) {
    this.bytes = new Uint8Array(size)
    this.view = new DataView(this.bytes.buffer)
  }

  skip(count: number): void {
    this.at += count
  }

  /** A whole number, big-endian. */
  number(value: number, size: number): void {
    let rest = value
    for (let at = this.at + size - 1; at >= this.at; at--) {
      this.bytes[at] = rest % 256
      rest = Math.floor(rest / 256)
    }
    this.at += size
  }

  integer(value: bigint, size: number): void {
    if (size < 8) {
      this.number(Number(value), size)
      return
    }
    if (size === 16) {
      this.view.setBigInt64(this.at, value >> 64n)
      this.at += 8
    }
    this.view.setBigUint64(this.at, BigInt.asUintN(64, value))
    this.at += 8
  }

  float(value: number): void {
    this.view.setFloat64(this.at, value)
    this.at += 8
  }

  data(value: Uint8Array): void {
    this.bytes.set(value, this.at)
    this.at += value.length
  }

  text(value: string): void {
    for (let index = 0; index < value.length; index++) {
      this.bytes[this.at + index] = value.charCodeAt(index)
    }
    this.at += value.length
  }

  wideText(value: string): void {
    for (let index = 0; index < value.length; index++) {
      this.view.setUint16(this.at + index * 2, value.charCodeAt(index))
    }
    this.at += value.length * 2
  }

  /** A first byte with the length of the object in it, or behind it when it is 15 or more. */
  head(marker: number, count: number): void {
    this.bytes[this.at++] = (marker << 4) | Math.min(count, 15)
    if (count >= 15) {
      const size = countSize(count)
      this.bytes[this.at++] = (MARKER.integer << 4) | Math.log2(size)
      this.number(count, size)
    }
  }
}

/** The bytes of an object, references given in bytes. */
function sizeOf(value: PlistValue, references: number): number {
  switch (value.type) {
    case 'boolean':
      return 1
    case 'integer':
      return 1 + integerSize(value.value)
    case 'real':
    case 'date':
      return 9
    case 'uid':
      return 1 + countSize(value.value)
    case 'data':
      return headSize(value.value.length) + value.value.length
    case 'string':
      return headSize(value.value.length) + value.value.length * (isAscii(value.value) ? 1 : 2)
    case 'array':
      return headSize(value.items.length) + references
    case 'dict':
      return headSize(value.entries.length) + references
  }
}

function writeObject(out: Output, value: PlistValue): void {
  switch (value.type) {
    case 'boolean':
      out.number(value.value ? BYTE.true : BYTE.false, 1)
      break
    case 'integer': {
      const size = integerSize(value.value)
      out.number((MARKER.integer << 4) | Math.log2(size), 1)
      out.integer(value.value, size)
      break
    }
    case 'real':
      out.number((MARKER.real << 4) | 3, 1)
      out.float(value.value)
      break
    case 'date':
      out.number(BYTE.date, 1)
      out.float(value.value)
      break
    case 'uid': {
      const size = countSize(value.value)
      out.number((MARKER.uid << 4) | (size - 1), 1)
      out.number(value.value, size)
      break
    }
    case 'data':
      out.head(MARKER.data, value.value.length)
      out.data(value.value)
      break
    case 'string':
      writeString(out, value.value)
      break
    case 'array':
      out.head(MARKER.array, value.items.length)
      break
    case 'dict':
      out.head(MARKER.dict, value.entries.length)
      break
  }
}

function writeString(out: Output, value: string): void {
  if (isAscii(value)) {
    out.head(MARKER.ascii, value.length)
    out.text(value)
    return
  }
  if (/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(value)) {
    throw unwritable('A text holds half a character; remove it.', value)
  }
  out.head(MARKER.utf16, value.length)
  out.wideText(value)
}

function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    if (text.charCodeAt(index) > 127) {
      return false
    }
  }
  return true
}

/** 1, 2, 4 or 8 bytes, unsigned up to 4 and signed from 8 on, as CoreFoundation reads them. */
function integerSize(value: bigint): number {
  if (value >= 0n && value < 4294967296n) {
    return countSize(Number(value))
  }
  if (value >= -(2n ** 63n) && value < 2n ** 63n) {
    return 8
  }
  if (value < INTEGER_MIN || value > INTEGER_MAX) {
    throw unwritable('An integer needs more than 64 bits; use a smaller number.', String(value))
  }
  return 16
}

/** The bytes, a power of two, for counts, references, offsets and UIDs up to `count`. */
function countSize(count: number): number {
  return count < 256 ? 1 : count < 65536 ? 2 : count < 4294967296 ? 4 : 8
}

function headSize(count: number): number {
  return count < 15 ? 1 : 2 + countSize(count)
}

function unwritable(message: string, excerpt: string): PlistError {
  return new PlistError('unwritable', message, {
    line: 0,
    column: 0,
    offset: 0,
    excerpt: excerpt.slice(0, 60),
  })
}
