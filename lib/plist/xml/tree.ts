import type { Limits } from '../limits'
import type { PlistDict, PlistEntry, PlistUid, PlistValue } from '../value'
import { keyWithoutValue, misplacedKey, strayValue } from './dict-faults'
import * as faults from './faults'

/**
 * Where a value's element stands in the text: offsets from its "<" to behind its last ">".
 * `key` is the same for the `<key>` element of its dict entry.
 */
export type Span = {
  readonly start: number
  readonly end: number
  readonly key?: { readonly start: number; readonly end: number }
}

/** An entry without effect: its key stands again further down in the same dict. From its key to the end of its value. */
export type Repeat = { readonly key: string; readonly start: number; readonly end: number }

/** Where everything of a text stands: each value, and by dict what is in it without effect, in the order of the file. */
export type Places = {
  readonly spans: Map<PlistValue, Span>
  readonly repeats: Map<PlistDict, readonly Repeat[]>
}

/** What an open element is; `document` is the file around the root element. */
type Kind = 'document' | 'plist' | 'dict' | 'array'

type Open = {
  readonly kind: Kind
  readonly start: number
  /** Where the content starts, behind the opening tag. */
  readonly content: number
  /** A dict fills `entries`, the others `items`. */
  readonly entries: PlistEntry[]
  readonly items: PlistValue[]
  /** Different for every element of the file. */
  readonly serial: number
  /** The value that is being filled; undefined for `<plist>` and the file. */
  node: PlistValue | undefined
  /** Whether a key stands in it more than once. */
  repeated: boolean
  /** The key that waits for its value, and where it stands; `keyStart` is -1 when none does. */
  key: string
  keyStart: number
  keyEnd: number
}

const NO_ENTRIES: PlistEntry[] = []
const NO_ITEMS: PlistValue[] = []

/** The tree while it grows: takes keys and values in the order of the file and holds them to the rules of dicts. */
export class XmlTree {
  private readonly text: string
  private readonly limits: Limits
  private readonly places: Places | undefined
  private readonly outer: Open[] = []
  /** Per level, the dict that last had a key: tells a repeated key without a set for every dict. */
  private readonly seen: Map<string, number>[] = []
  private top: Open = opening('document', 0, 0, 0)
  private nodes = 0
  private serials = 0

  constructor(text: string, limits: Limits, places: Places | undefined) {
    this.text = text
    this.limits = limits
    this.places = places
  }

  /** The innermost open element. */
  get kind(): Kind {
    return this.top.kind
  }

  /** Whether the root element has not come yet. */
  get atStart(): boolean {
    return this.top.kind === 'document' && this.top.items.length === 0
  }

  /** The key that waits for its value. */
  get waiting(): string | undefined {
    return this.top.keyStart < 0 ? undefined : this.top.key
  }

  /** The open elements, innermost last. */
  openElements(): faults.OpenElement[] {
    return [...this.outer, this.top].slice(1).map(({ kind, start }) => ({ name: kind, start }))
  }

  /** The root value; throws when the text ended too early. */
  finish(): PlistValue {
    const root = this.top.items[0]
    if (this.top.kind !== 'document' || !root) {
      throw faults.openAtEnd(this.text, this.openElements())
    }
    return root
  }

  putKey(key: string, start: number, end: number): void {
    const { top, text } = this
    if (top.kind !== 'dict') {
      throw misplacedKey(text, { start, end }, top.kind === 'document' ? 'plist' : top.kind)
    }
    if (top.keyStart >= 0) {
      throw keyWithoutValue(text, top.key, { start: top.keyStart, end: top.keyEnd })
    }
    const seen = this.seen[this.outer.length] as Map<string, number>
    if (seen.get(key) === top.serial) {
      top.repeated = true
    }
    seen.set(key, top.serial)
    top.key = key
    top.keyStart = start
    top.keyEnd = end
  }

  put(value: PlistValue, start: number, end: number): void {
    const { top } = this
    this.nodes += 1
    if (this.nodes > this.limits.nodes) {
      throw faults.tooMany(this.text, start, 'values', this.limits.nodes)
    }
    if (top.kind === 'dict') {
      if (top.keyStart < 0) {
        const before = top.entries.at(-1)?.key
        throw strayValue(this.text, { range: { start, end }, content: top.content, before })
      }
      top.entries.push({ key: top.key, value })
      this.places?.spans.set(value, { start, end, key: { start: top.keyStart, end: top.keyEnd } })
      top.keyStart = -1
      return
    }
    if (top.kind !== 'array' && top.items.length > 0) {
      throw faults.secondRoot(this.text, start, top.kind === 'plist')
    }
    top.items.push(value)
    this.places?.spans.set(value, { start, end })
  }

  /** Opens an element whose tag stands from `start` to `end`. */
  push(kind: 'plist' | 'dict' | 'array', start: number, end: number): void {
    this.serials += 1
    const open = opening(kind, start, end, this.serials)
    if (kind === 'plist') {
      this.refuseInnerPlist(start, end)
    } else {
      const node: PlistValue =
        kind === 'dict' ? { type: kind, entries: open.entries } : { type: kind, items: open.items }
      this.put(node, start, end)
      open.node = node
    }
    this.outer.push(this.top)
    if (this.outer.length - (this.outer[1]?.kind === 'plist' ? 1 : 0) > this.limits.depth) {
      throw faults.tooMany(this.text, start, 'levels', this.limits.depth)
    }
    this.seen[this.outer.length] ??= new Map()
    this.top = open
  }

  /** Closes the innermost element, whose closing tag ends at `end`. */
  pop(end: number): void {
    const { top } = this
    if (top.keyStart >= 0) {
      throw keyWithoutValue(this.text, top.key, { start: top.keyStart, end: top.keyEnd })
    }
    if (top.node) {
      this.complete(top, top.node, end)
    }
    this.top = this.outer.pop() as Open
    const uid = uidOf(top)
    if (uid) {
      this.replaceLast(top.node as PlistValue, uid)
    }
    if (top.kind === 'plist') {
      const root = top.items[0]
      if (!root) {
        throw faults.emptyPlist(this.text, top.start, end)
      }
      this.top.items.push(root)
    }
  }

  private complete({ entries, repeated }: Open, node: PlistValue, end: number): void {
    const span: { end: number } | undefined = this.places?.spans.get(node)
    if (span) {
      span.end = end
    }
    if (repeated && node.type === 'dict') {
      const dropped = dropRepeated(entries)
      this.places?.repeats.set(node, this.rangesOf(dropped))
    }
  }

  /** Puts `value` where the element stands that has just ended as `before`. */
  private replaceLast(before: PlistValue, value: PlistValue): void {
    const { top, places } = this
    if (top.kind === 'dict') {
      top.entries.push({ key: (top.entries.pop() as PlistEntry).key, value })
    } else {
      top.items.splice(-1, 1, value)
    }
    const span = places?.spans.get(before)
    if (places && span) {
      places.spans.delete(before)
      places.spans.set(value, span)
    }
  }

  private rangesOf(dropped: readonly PlistEntry[]): Repeat[] {
    return dropped.map(({ key, value }) => {
      const span = this.places?.spans.get(value) as Span
      this.places?.spans.delete(value)
      return { key, start: span.key?.start ?? span.start, end: span.end }
    })
  }

  private refuseInnerPlist(start: number, end: number): void {
    if (this.top.kind !== 'document') {
      throw faults.nestedPlist(this.text, { start, end })
    }
    if (this.top.items.length > 0) {
      throw faults.secondRoot(this.text, start, false)
    }
  }
}

function opening(kind: Kind, start: number, content: number, serial: number): Open {
  const entries = kind === 'dict' ? [] : NO_ENTRIES
  const items = kind === 'dict' ? NO_ITEMS : []
  return {
    kind,
    start,
    content,
    entries,
    items,
    serial,
    node: undefined,
    repeated: false,
    key: '',
    keyStart: -1,
    keyEnd: -1,
  }
}

const LARGEST_UID = 0xffff_ffffn

/** The UID of a keyed archive that a dict stands for in XML: one number under CF$UID (CFPropertyList.c, parseDictTag). */
function uidOf({ kind, entries, repeated }: Open): PlistUid | undefined {
  const [entry] = entries
  return kind === 'dict' &&
    entries.length === 1 &&
    !repeated &&
    entry?.key === 'CF$UID' &&
    entry.value.type === 'integer' &&
    entry.value.value >= 0n &&
    entry.value.value <= LARGEST_UID
    ? { type: 'uid', value: Number(entry.value.value) }
    : undefined
}

/** Takes out of `entries` those whose key stands again further down, as `CFDictionarySetValue` does; gives them. */
function dropRepeated(entries: PlistEntry[]): PlistEntry[] {
  const last = new Map(entries.map((entry) => [entry.key, entry]))
  const dropped = entries.filter((entry) => last.get(entry.key) !== entry)
  const kept = entries.filter((entry) => last.get(entry.key) === entry)
  entries.splice(0, entries.length)
  for (const entry of kept) {
    entries.push(entry)
  }
  return dropped
}
