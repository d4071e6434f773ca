import { byteError, type PlistError } from '../errors'
import { DEFAULT_LIMITS, type Limits, type ReadOptions } from '../limits'
import type { PlistEntry, PlistValue } from '../value'
import { tooLargeMessage } from '../xml/faults'
import { EMPTY_CONTAINER, scalarAtMost, xmlFrame } from '../xml/size'
import { HEADER_SIZE, MARKER } from './format'
import { BinaryScalars } from './scalars'
import { readTrailer, type Trailer } from './trailer'

/**
 * The value of a binary property list (CFBinaryPList, "bplist00"). Objects that several references share become one
 * node; for the limits, every reference counts. Throws PlistError with a byte offset for whatever is damaged,
 * refers to itself, or has no place in a property list.
 */
export function readBinary(bytes: Uint8Array, options: ReadOptions = {}): PlistValue {
  return measureBinary(bytes, options).root
}

/** As `readBinary`, with what the XML of the value takes at most, in bytes. */
export function measureBinary(
  bytes: Uint8Array,
  options: ReadOptions = {},
): { readonly root: PlistValue; readonly atMost: number } {
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  if (bytes.length > limits.size) {
    throw byteError('too-large', tooLargeMessage(limits.size), 0)
  }
  const trailer = readTrailer(bytes)
  const reader = new BinaryReader(bytes, trailer, limits)
  const root = reader.read(trailer.root)
  return { root, atMost: xmlFrame + reader.atMost(trailer.root) }
}

/** CFBinaryPList.c adds the pairs in the order of the file, and a key that is there already keeps its value. */
const twice = (key: string) =>
  `The key “${key}” stands twice in one dict. macOS takes the first value; Latchkey does not open the file, so that the other one is not lost unseen. Write it anew with one of the two.`

/** A container's part of the limits: how many values it expands to, and how many levels it has. */
type Extent = { readonly nodes: number; readonly levels: number }

const SCALAR: Extent = { nodes: 1, levels: 0 }

class BinaryReader {
  private readonly bytes: Uint8Array
  private readonly trailer: Trailer
  private readonly limits: Limits
  private readonly scalars: BinaryScalars
  private readonly values: (PlistValue | undefined)[]
  private readonly extents: (Extent | undefined)[]
  /** Of each object that was read the bytes of its XML at most, and on how many lines they stand. */
  private readonly sizes: Float64Array
  private readonly lines: Float64Array
  /** The containers being read, from the root down. */
  private readonly open = new Set<number>()

  constructor(bytes: Uint8Array, trailer: Trailer, limits: Limits) {
    this.bytes = bytes
    this.trailer = trailer
    this.limits = limits
    this.scalars = new BinaryScalars(bytes, trailer.table)
    this.values = new Array(trailer.objects)
    this.extents = new Array(trailer.objects)
    this.sizes = new Float64Array(trailer.objects)
    this.lines = new Float64Array(trailer.objects)
  }

  /** The object with this number; each is read once. */
  read(index: number): PlistValue {
    const known = this.values[index]
    if (known) {
      return known
    }
    const at = this.offsetOf(index)
    const marker = (this.bytes[at] as number) >> 4
    const value =
      marker === MARKER.dict || marker === MARKER.array
        ? this.container(index, at, marker)
        : this.scalar(index, at)
    this.values[index] = value
    return value
  }

  /** What the XML of an object that was read takes at most, in bytes. */
  atMost(index: number): number {
    return (this.sizes[index] ?? 0) + (this.lines[index] ?? 0)
  }

  private scalar(index: number, at: number): PlistValue {
    const value = this.scalars.read(at)
    const { size, lines } = scalarAtMost(value)
    this.sizes[index] = size
    this.lines[index] = lines
    return value
  }

  private container(index: number, at: number, marker: number): PlistValue {
    if (this.open.has(index)) {
      throw byteError('binary-cycle', 'A container of this file contains itself; the file is damaged.', at)
    }
    if (this.open.size >= this.limits.depth) {
      throw this.tooDeep(at)
    }
    this.open.add(index)
    const { count, start } = this.scalars.count(at)
    const size = this.trailer.referenceSize
    this.scalars.need(at, start, count * size * (marker === MARKER.dict ? 2 : 1))
    let nodes = 1
    let levels = 1
    let bytes = EMPTY_CONTAINER
    let lines = 2
    const child = (place: number): PlistValue => {
      const reference = this.reference(at, place)
      const value = this.read(reference)
      const extent = this.extents[reference] ?? SCALAR
      nodes += extent.nodes
      bytes += this.atMost(reference) + 1
      lines += this.lines[reference] ?? 0
      levels = Math.max(levels, extent.levels + 1)
      if (nodes > this.limits.nodes) {
        const message = `The file holds more than ${this.limits.nodes} values, too many to open; split it.`
        throw byteError('too-many-values', message, at)
      }
      return value
    }
    const value: PlistValue =
      marker === MARKER.array
        ? { type: 'array', items: this.items(start, count, child) }
        : { type: 'dict', entries: this.entries(at, { start, count }, child) }
    for (let key = 0; marker === MARKER.dict && key < count; key++) {
      bytes += this.atMost(this.reference(at, start + key * size)) + 1
      lines += 1
    }
    this.sizes[index] = bytes
    this.lines[index] = lines
    this.open.delete(index)
    if (this.open.size + levels > this.limits.depth) {
      throw this.tooDeep(at)
    }
    this.extents[index] = { nodes, levels }
    return value
  }

  private items(start: number, count: number, child: (place: number) => PlistValue): PlistValue[] {
    const items: PlistValue[] = []
    for (let index = 0; index < count; index++) {
      items.push(child(start + index * this.trailer.referenceSize))
    }
    return items
  }

  private entries(
    at: number,
    { start, count }: { start: number; count: number },
    child: (place: number) => PlistValue,
  ): PlistEntry[] {
    const size = this.trailer.referenceSize
    const entries: PlistEntry[] = []
    const seen = new Set<string>()
    for (let index = 0; index < count; index++) {
      const key = this.read(this.reference(at, start + index * size))
      if (key.type !== 'string') {
        throw byteError('binary-key', `A dict has a key that is no string but of type ${key.type}.`, at)
      }
      if (seen.has(key.value)) {
        throw byteError('duplicate-key', twice(key.value), at, key.value)
      }
      seen.add(key.value)
      entries.push({ key: key.value, value: child(start + (count + index) * size) })
    }
    return entries
  }

  private reference(at: number, place: number): number {
    const reference = this.scalars.unsigned(place, this.trailer.referenceSize)
    if (reference >= this.trailer.objects) {
      throw byteError('binary-offset', `A container refers to object ${reference}, which does not exist.`, at)
    }
    return reference
  }

  private offsetOf(index: number): number {
    const { offsetSize, table } = this.trailer
    const offset = this.scalars.unsigned(table + index * offsetSize, offsetSize)
    if (offset < HEADER_SIZE || offset >= table) {
      const message = `Object ${index} is said to stand outside the objects, at byte ${offset}; the file is damaged.`
      throw byteError('binary-offset', message, table + index * offsetSize)
    }
    return offset
  }

  private tooDeep(at: number): PlistError {
    return byteError(
      'too-deep',
      `The file nests deeper than ${this.limits.depth} levels, too deep to open.`,
      at,
    )
  }
}
