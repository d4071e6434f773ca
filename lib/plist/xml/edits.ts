import { applyRepair } from '../errors'
import { equal } from '../tree'
import type { PlistArray, PlistDict, PlistEntry, PlistPath, PlistValue } from '../value'
import { alignEntries, alignItems, type Step } from './align'
import {
  afterLineComment,
  childLayout,
  indentUnit,
  partsOf,
  type Separator,
  type SpannedText,
  separatorBefore,
  separatorText,
} from './layout'
import { scalarText } from './scalar-patch'
import type { Span } from './tree'
import { escapeXml, renderXml, type XmlStyle } from './writer'

/** A change of the source's text: what stands from `start` to `end` becomes `text`. */
export type Edit = { start: number; end: number; text: string }
type Container = PlistDict | PlistArray

/** Collects the edits of a text that turn its tree into another one. */
export class Patch {
  readonly source: SpannedText
  edits: Edit[] = []
  private unit: string | undefined

  constructor(source: SpannedText) {
    this.source = source
  }

  /** Adds the edits that make the element of `before` one of `after`. */
  value(before: PlistValue, after: PlistValue, path: PlistPath): void {
    if (before === after) {
      return
    }
    if (before.type === 'dict' && after.type === 'dict' && sameKeys(before, after)) {
      for (const [index, { key, value }] of after.entries.entries()) {
        const had = (before.entries[index] as PlistEntry).value
        if (had !== value) {
          this.value(had, value, [...path, key])
        }
      }
    } else if (before.type === 'dict' && after.type === 'dict') {
      this.children(before, after, { steps: alignedBefore(before, after), path })
    } else if (before.type === 'array' && after.type === 'array') {
      this.children(before, after, { steps: alignItems(before.items, after.items), path })
    } else if (!equal(before, after)) {
      const span = this.span(before)
      const text =
        scalarText(this.source.text, span, after, path) ??
        this.render(after, separator(this.source, span), path)
      this.edits.push({ start: span.start, end: span.end, text })
    }
  }

  private children(
    before: Container,
    after: Container,
    change: { steps: readonly Step[]; path: PlistPath },
  ): void {
    const span = this.span(before)
    const had = childrenOf(before)
    const has = childrenOf(after)
    if (has.length === 0 || had.length === 0) {
      if (had.length !== has.length) {
        this.fillOrEmpty(before, after, { span, path: change.path })
      }
      return
    }
    const staying = new Set<number>()
    let last: PlistValue | null = null
    for (const step of change.steps) {
      const value = has[step.after] as PlistValue
      if (step.kind === 'keep' || step.kind === 'rename') {
        last = had[step.before] as PlistValue
        staying.add(step.before)
        // Most of the thousands that a container may have are as they were.
        if (step.kind === 'rename' || last !== value) {
          this.inPlace(step.kind, last, value, [...change.path, stepName(after, step.after)])
        }
        continue
      }
      const path = [...change.path, stepName(after, step.after)]
      const anchor = last === null ? partsOf(this.source.text, span).at : this.chunk(last).end
      const text =
        step.kind === 'move'
          ? this.moved(had[step.before] as PlistValue, value, path)
          : this.child(value, this.layoutLike(last ?? (had[0] as PlistValue)), { container: after, path })
      this.edits.push({ start: anchor, end: anchor, text })
    }
    for (const [index, child] of had.entries()) {
      if (!staying.has(index)) {
        this.edits.push({ ...this.chunk(child), text: '' })
      }
    }
    this.dropRepeats(before, (key) =>
      change.steps.some((step) => step.kind === 'keep' && stepName(after, step.after) === key),
    )
  }

  /**
   * Takes out the entries without effect whose key does not stay where it is: they would take effect when the last one
   * of their key has gone or stands before them.
   */
  private dropRepeats(container: Container, stays: (key: string) => boolean): void {
    const repeats = container.type === 'dict' ? this.source.repeats.get(container) : undefined
    for (const { key, start, end } of repeats ?? []) {
      if (!stays(key)) {
        this.edits.push({ ...this.lines(start, end), text: '' })
      }
    }
  }

  private inPlace(kind: 'keep' | 'rename', before: PlistValue, after: PlistValue, path: PlistPath): void {
    if (kind === 'keep') {
      this.value(before, after, path)
      return
    }
    const { start, end } = this.span(before).key as { start: number; end: number }
    const { open, close } = partsOf(this.source.text, { start, end })
    const name = escapeXml(String(path.at(-1)), path)
    const text = close === '' ? `<key>${name}</key>` : open + name + close
    this.edits.push({ start, end, text })
  }

  /** The lines of a child that goes to another place of its container, with what changed inside it. */
  private moved(before: PlistValue, after: PlistValue, path: PlistPath): string {
    const { start, end } = this.chunk(before)
    const outer = this.edits
    this.edits = []
    this.value(before, after, path)
    const inner = this.edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }))
    this.edits = outer
    return applyRepair(this.source.text.slice(start, end), { title: '', edits: inner })
  }

  /** A child as new text, from the separator before it to its end. */
  private child(
    value: PlistValue,
    layout: Layout,
    { container, path }: { container: Container; path: PlistPath },
  ): string {
    const start = separatorText(layout.before)
    const element = this.render(value, layout.before, path)
    if (container.type === 'array') {
      return start + element
    }
    return `${start}<key>${escapeXml(String(path.at(-1)), path)}</key>${layout.between}${element}`
  }

  private fillOrEmpty(before: Container, after: Container, place: { span: Span; path: PlistPath }): void {
    const { text } = this.source
    const { span, path } = place
    const parts = partsOf(text, span)
    const tag = `${parts.open.replace(/\s*\/?>$/, '')}`
    const comments = parts.inner.includes('<!--')
    const has = childrenOf(after)
    if (has.length === 0 && !comments) {
      this.edits.push({ start: span.start, end: span.end, text: `${tag}/>` })
      return
    }
    if (has.length === 0) {
      for (const child of childrenOf(before)) {
        this.edits.push({ ...this.chunk(child), text: '' })
      }
      this.dropRepeats(before, () => false)
      return
    }
    const { child, close } = childLayout(this.source, span)
    const layout = { before: child, between: separatorText(child) }
    const children = has.map((value, index) =>
      this.child(value, layout, { container: after, path: [...path, stepName(after, index)] }),
    )
    const kept = comments ? parts.inner.trimEnd() : ''
    const closing = parts.close || `</${before.type}>`
    const filled = `${tag}>${kept}${children.join('')}${separatorText(close)}${closing}`
    this.edits.push({ start: span.start, end: span.end, text: filled })
  }

  /** A child with the separator before it and the comment that ends its line: what goes when the child goes. */
  private chunk(child: PlistValue): { start: number; end: number } {
    const span = this.span(child)
    return this.lines(span.key?.start ?? span.start, span.end)
  }

  private lines(start: number, end: number): { start: number; end: number } {
    const { text } = this.source
    return {
      start: start - separatorText(separatorBefore(text, start)).length,
      end: afterLineComment(text, end),
    }
  }

  private layoutLike(sibling: PlistValue): Layout {
    const { text } = this.source
    const { key, start } = this.span(sibling)
    const before = separatorBefore(text, key?.start ?? start)
    return { before, between: key ? separatorText(separatorBefore(text, start)) : '' }
  }

  /** The element of a value; one that the source holds at the same indentation is copied from there. */
  private render(value: PlistValue, { newline, indent }: Separator, path: PlistPath): string {
    if (newline === '') {
      return renderXml(value, { newline: '', indent: '', unit: '' }, path)
    }
    this.unit ??= indentUnit(this.source)
    const style: XmlStyle = {
      newline,
      indent,
      unit: this.unit,
      known: (part, at) => this.copied(part, { newline, indent: at }),
    }
    return renderXml(value, style, path)
  }

  private copied(value: PlistValue, at: Separator): string | undefined {
    const { text, spans } = this.source
    const span = value.type === 'dict' || value.type === 'array' ? spans.get(value) : undefined
    if (!span) {
      return undefined
    }
    const own = separator(this.source, span)
    return own.newline === at.newline && own.indent === at.indent
      ? text.slice(span.start, span.end)
      : undefined
  }

  private span(value: PlistValue): Span {
    return this.source.spans.get(value) as Span
  }
}

const aligned = new WeakMap<PlistDict, { readonly after: PlistDict; readonly steps: readonly Step[] }>()

/**
 * `alignEntries`, kept for the dictionaries that have the keys of the one it was made for, as while somebody types. Not
 * where a key has gone: whether it was renamed is told by values.
 */
function alignedBefore(before: PlistDict, after: PlistDict): readonly Step[] {
  const last = aligned.get(before)
  if (last && sameKeys(last.after, after)) {
    return last.steps
  }
  const steps = alignEntries(before.entries, after.entries)
  if (steps.filter(({ kind }) => kind === 'keep' || kind === 'move').length === before.entries.length) {
    aligned.set(before, { after, steps })
  }
  return steps
}

/** Whether the entries differ in their values at most, as they do while one value is typed. */
function sameKeys(before: PlistDict, after: PlistDict): boolean {
  return (
    before.entries.length === after.entries.length &&
    before.entries.every(({ key }, index) => key === after.entries[index]?.key)
  )
}

type Layout = { readonly before: Separator; readonly between: string }

/** What separates an element from what is before it, or its key when both share a line. */
function separator({ text }: SpannedText, span: Span): Separator {
  const own = separatorBefore(text, span.start)
  return own.newline === '' && span.key ? separatorBefore(text, span.key.start) : own
}

function childrenOf(container: Container): readonly PlistValue[] {
  return container.type === 'dict' ? container.entries.map(({ value }) => value) : container.items
}

function stepName(container: Container, index: number): string | number {
  return container.type === 'dict' ? (container.entries[index]?.key ?? index) : index
}
