import { applyRepair } from '../errors'
import type { ReadOptions } from '../limits'
import { valueAt } from '../tree'
import type { PlistPath, PlistValue } from '../value'
import { type Edit, Patch } from './edits'
import type { SpannedText } from './layout'
import { readXml } from './reader'
import type { Places } from './tree'

/** An XML property list with its text: the value, and where each of its nodes stands. */
export type XmlSource = SpannedText

/** Reads a text and remembers where everything stands. Throws PlistError as `readXml` does. */
export function openXml(text: string, options: ReadOptions = {}): XmlSource {
  const places: Places = { spans: new Map(), repeats: new Map() }
  return { text, root: readXml(text, { ...options, places }), ...places }
}

/**
 * The text of the tree `after`, made by editing the source's text as little as possible: what did not change is
 * copied as it stands, with its indentation, line ends, comments and spellings. `after === source.root` gives the
 * text itself. Reading the result gives a tree equal to `after`.
 * Throws PlistError with the code `unwritable` for what XML cannot hold.
 */
export function patchXml(source: XmlSource, after: PlistValue): string {
  const edits = patchEdits(source, after)
  return edits.length === 0 ? source.text : applyRepair(source.text, { title: '', edits })
}

/** The changes of the source's text that `patchXml` makes. Throws as it does. */
export function patchEdits(source: XmlSource, after: PlistValue): readonly Edit[] {
  const patch = new Patch(source)
  patch.value(source.root, after, [])
  return patch.edits
}

/** Where the entry or item at `path` stands: for a dict entry from its `<key>` to the end of its value. */
export function spanAt(source: XmlSource, path: PlistPath): { start: number; end: number } | undefined {
  const node = valueAt(source.root, path)
  const span = node && source.spans.get(node)
  return span && { start: span.key?.start ?? span.start, end: span.end }
}
