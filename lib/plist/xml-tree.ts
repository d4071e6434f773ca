import { duplicateKey, keyWithoutValue, misplacedKey, strayValue } from './dict-faults'
import type { Limits } from './limits'
import type { PlistEntry, PlistValue } from './value'
import * as faults from './xml-faults'

/**
 * Where a value's element stands in the text: offsets from its "<" to behind its last ">".
 * `key` is the same for the `<key>` element of its dict entry.
 */
export type Span = {
  readonly start: number
  readonly end: number
  readonly key?: { readonly start: number; readonly end: number }
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
  /** The place of the value, to be completed when it closes; undefined when nobody asks. */
  span: { end: number } | undefined
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
  private readonly spans: Map<PlistValue, Span> | undefined
  private readonly outer: Open[] = []
  /** Per level, the dict that last had a key: tells a repeated key without a set for every dict. */
  private readonly seen: Map<string, number>[] = []
  private top: Open = opening('document', 0, 0, 0)
  private nodes = 0
  private serials = 0

  constructor(text: string, limits: Limits, spans: Map<PlistValue, Span> | undefined) {
    this.text = text
    this.limits = limits
    this.spans = spans
  }

  /** The innermost open element. */
  get kind(): Kind {
    return this.top.kind
  }

  /** Whether the root element has not come yet. */
  get atStart(): boolean {
    return this.top.kind === 'document' && this.top.items.length === 0
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
      const first = top.entries.find((entry) => entry.key === key)
      const span = first && this.spans?.get(first.value)
      const range = span?.key && { start: span.key.start, end: span.end }
      throw duplicateKey(text, key, { start, end }, range)
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
      this.spans?.set(value, { start, end, key: { start: top.keyStart, end: top.keyEnd } })
      top.keyStart = -1
      return
    }
    if (top.kind !== 'array' && top.items.length > 0) {
      throw faults.secondRoot(this.text, start, top.kind === 'plist')
    }
    top.items.push(value)
    this.spans?.set(value, { start, end })
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
      open.span = this.spans?.get(node)
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
    if (top.span) {
      top.span.end = end
    }
    this.top = this.outer.pop() as Open
    if (top.kind === 'plist') {
      const root = top.items[0]
      if (!root) {
        throw faults.emptyPlist(this.text, top.start, end)
      }
      this.top.items.push(root)
    }
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
  return { kind, start, content, entries, items, serial, span: undefined, key: '', keyStart: -1, keyEnd: -1 }
}
