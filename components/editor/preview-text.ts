import type { ProfileStore } from '@/components/open-profile/profile-store'
import type { PlistPath, PlistValue } from '@/lib/plist/value'
import { openXml, spanAt, type XmlSource } from '@/lib/plist/xml/patch'
import { writeXml } from '@/lib/plist/xml/writer'
import { allKeys } from '@/lib/products/keys'
import { secretsOf } from '@/lib/profile/secrets'
import { HIDDEN, shownAddress } from '@/lib/schema/shown-address'

export type Preview = {
  readonly lines: readonly string[]
  readonly marked: { readonly from: number; readonly to: number } | null
  /** The file has its XML on a few very long lines: what is shown is laid out for reading. */
  readonly laidOut: boolean
}

const secretKeys = allKeys.filter(({ definition }) => definition.secret)
const addressKeys = allKeys.filter(
  ({ definition }) => 'format' in definition && definition.format === 'https-url',
)
const LONG_LINE = 2_000

type Span = { readonly start: number; readonly end: number }
type SpanOf = (path: PlistPath) => Span | undefined

/**
 * The XML of a profile for showing, asked for at every key press. Where the keys stand is read from the text when tags
 * have changed; while only a text between two tags does, the places behind it are moved.
 */
export class PreviewText {
  #read: {
    readonly source: XmlSource
    readonly lines: readonly string[]
  } | null = null
  /**
   * Where credentials stand that no manifest knows, in a text that was opened or edited as text: the form adds none, and
   * thousands of keys are not searched at every key press.
   */
  #found: { readonly in: XmlSource; readonly paths: readonly PlistPath[] } | null = null

  /** Secrets are masked unless `secrets` is true; `marked` are the lines of the key in hand. Throws PlistError. */
  of(profile: ProfileStore, secrets: boolean): Preview {
    const exact = profile.text
    const exactLines = exact.split('\n')
    const laidOut = exact.length / exactLines.length > LONG_LINE
    const text = laidOut ? writeXml(profile.root) : exact
    const lines = laidOut ? text.split('\n') : exactLines
    const spanOf = this.#places(text, lines, profile.snapshot.source)
    const focused = profile.focus && profile.pathInProfile(profile.focus)
    const span = focused && spanOf(focused)
    const hidden = secrets ? [] : secretSpans(profile, this.#secrets(profile.snapshot.source), spanOf)
    return {
      lines: hidden.length === 0 && !text.includes('\r') ? lines : linesOf(masked(text, hidden)),
      marked: span ? { from: lineOf(text, span.start), to: lineOf(text, span.end) } : null,
      laidOut,
    }
  }

  #secrets(source: XmlSource): readonly PlistPath[] {
    if (this.#found?.in !== source) {
      this.#found = { in: source, paths: secretsOf(source.root).map(({ path }) => path) }
    }
    return this.#found.paths
  }

  /** Finds things in a text. It is looked through for the first one that is asked for; often none is. */
  #places(text: string, lines: readonly string[], opened: XmlSource): SpanOf {
    let find: SpanOf | null = null
    return (path) => {
      find ??= this.#readPlaces(text, lines, opened)
      return find(path)
    }
  }

  /** `opened` is the text as it was read last: while nothing was edited, it is read already. */
  #readPlaces(text: string, lines: readonly string[], opened: XmlSource): SpanOf {
    const changes = this.#read && textChanges(this.#read.lines, lines)
    if (!this.#read || !changes) {
      this.#read = { source: text === opened.text ? opened : openXml(text), lines }
    }
    const { source } = this.#read
    const moved = (at: number) =>
      changes?.reduce((place, { from, by }) => (at > from ? place + by : place), at) ?? at
    return (path) => {
      const span = spanAt(source, path)
      return span && { start: moved(span.start), end: moved(span.end) }
    }
  }
}

/** A text became longer or, with `by` below 0, shorter at the offset `from`. */
type TextChange = { readonly from: number; readonly by: number }

/** How two versions of a file differ, when they differ in texts between two tags of a line only; else null. */
function textChanges(before: readonly string[], after: readonly string[]): TextChange[] | null {
  if (before.length !== after.length) {
    return null
  }
  const changes: TextChange[] = []
  let offset = 0
  for (let at = 0; at < before.length; at++) {
    const [old = '', line = ''] = [before[at], after[at]]
    if (old !== line) {
      const from = changedText(old, line)
      if (from === null) {
        return null
      }
      changes.push({ from: offset + from, by: line.length - old.length })
    }
    offset += old.length + 1
  }
  return changes
}

/** Where two lines begin to differ, when that is within one `<string>` of both; else null. */
function changedText(before: string, after: string): number | null {
  let from = 0
  while (from < before.length && before[from] === after[from]) {
    from++
  }
  let tail = 0
  const most = Math.min(before.length, after.length) - from
  while (tail < most && before.at(-1 - tail) === after.at(-1 - tail)) {
    tail++
  }
  const tag = before.lastIndexOf('<', from - 1)
  const inString = before.startsWith('<string>', tag) && from >= tag + '<string>'.length
  const changed = before.slice(from, before.length - tail) + after.slice(from, after.length - tail)
  return inString && !/[<>]/.test(changed) ? from : null
}

/** Secrets by their keys, addresses that tell one, and what was found by name and shape. */
function secretSpans(profile: ProfileStore, found: readonly PlistPath[], spanOf: SpanOf): Span[] {
  const keys = [
    ...secretKeys.filter(({ domain, path }) => profile.valueOf(domain, path) !== undefined),
    ...addressKeys.filter(({ domain, path }) => tells(profile.valueOf(domain, path))),
  ].map((key) => profile.pathInProfile(key))
  const paths = new Map([...keys, ...found].flatMap((path) => (path ? [[path.join('/'), path]] : [])))
  return [...paths.values()].map(spanOf).filter((span) => span !== undefined)
}

const tells = (value: PlistValue | undefined) =>
  value?.type === 'string' && shownAddress(value.value) !== value.value

/** The lines of a text; a pattern is ten times slower than a character to split by. */
const linesOf = (text: string): string[] => text.split(text.includes('\r') ? /\r\n|\r|\n/ : '\n')

/** Replaces the text of each value by dots of one length: the length of a secret is not shown either. */
function masked(text: string, spans: readonly Span[]): string {
  const inOrder = [...spans].sort((left, right) => left.start - right.start)
  const ends = [0, ...inOrder.map(({ end }) => end)]
  const parts = inOrder.flatMap(({ start, end }, at) => [
    text.slice(ends[at], start),
    dotted(text.slice(start, end)),
  ])
  return [...parts, text.slice(ends.at(-1))].join('')
}

/** An address stays readable but for what is secret in it. */
const dotted = (part: string) =>
  part.replace(
    /(<(string|data)\b[^>]*>)(.*)(<\/\2\s*>)\s*$/s,
    (_, open: string, _type, inner: string, close: string) => {
      const shown = shownAddress(inner)
      return `${open}${shown === inner ? HIDDEN : shown}${close}`
    },
  )

function lineOf(text: string, offset: number): number {
  let line = 0
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
    line++
  }
  return line
}
