import type { KeyAt } from '@/components/open-profile/found-settings'
import type { ProfileStore } from '@/components/open-profile/profile-store'
import type { PlistPath, PlistValue } from '@/lib/plist/value'
import { openXml, spanAt, type XmlSource } from '@/lib/plist/xml/patch'
import { writeXml } from '@/lib/plist/xml/writer'
import { allKeys } from '@/lib/products/keys'
import { secretsOf } from '@/lib/profile/secrets'
import { HIDDEN, shownAddress } from '@/lib/schema/shown-address'
import { type TypedLine, typedLines } from './typed-lines'

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

/** What was shown last, as the text it was made of: the lines of which nothing is hidden can follow what is typed. */
type Shown = Preview & {
  readonly of: string
  readonly exact: readonly string[]
  /** Each line of the text is one that is shown. */
  readonly lineByLine: boolean
  readonly hiddenIn: ReadonlySet<number>
  readonly source: XmlSource
  readonly secrets: boolean
  readonly focus: KeyAt | null
}

/**
 * The XML of a profile for showing, asked for at every key press. What is typed within one text changes one line of what
 * was shown before; else, where the keys stand is read from the text when tags have changed, and moved when they have not.
 */
export class PreviewText {
  #shown: Shown | null = null
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
    this.#shown = this.#followed(profile, secrets) ?? this.#anew(profile, secrets)
    const { lines, marked, laidOut } = this.#shown
    return { lines, marked, laidOut }
  }

  #followed(profile: ProfileStore, secrets: boolean): Shown | null {
    const shown = this.#shown
    const { text, focus, snapshot } = profile
    if (
      shown?.source !== snapshot.source ||
      shown.secrets !== secrets ||
      !sameKey(shown.focus, focus) ||
      !shown.lineByLine ||
      text.length / shown.exact.length > LONG_LINE
    ) {
      return null
    }
    if (shown.of === text) {
      return shown
    }
    const typed = typedLines(shown.of, shown.exact, text)
    if (
      typed === null ||
      typed.some(({ at, line }) => shown.hiddenIn.has(at) || line.includes('\r') || mayTell(line))
    ) {
      return null
    }
    const exact = withLines(shown.exact, typed)
    const lines = shown.lines === shown.exact ? exact : withLines(shown.lines, typed)
    return { ...shown, of: text, exact, lines }
  }

  #anew(profile: ProfileStore, secrets: boolean): Shown {
    const exact = profile.text
    const exactLines = exact.split('\n')
    const laidOut = exact.length / exactLines.length > LONG_LINE
    const text = laidOut ? writeXml(profile.root) : exact
    const lines = laidOut ? text.split('\n') : exactLines
    const spanOf = this.#places(text, lines, profile.snapshot.source)
    const focused = profile.focus && profile.pathInProfile(profile.focus)
    const span = focused && spanOf(focused)
    const hidden = secrets ? [] : secretSpans(profile, this.#secrets(profile.snapshot.source), spanOf)
    const returns = text.includes('\r')
    const shown = hidden.length === 0 && !returns ? lines : linesOf(masked(text, hidden))
    return {
      lines: shown,
      marked: span ? { from: lineOf(text, span.start), to: lineOf(text, span.end) } : null,
      laidOut,
      of: exact,
      exact: exactLines,
      lineByLine: !laidOut && !returns && shown.length === exactLines.length,
      hiddenIn: new Set(hidden.map(({ end }) => lineOf(text, end))),
      source: profile.snapshot.source,
      secrets,
      focus: profile.focus,
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
    const changes = this.#read && typedLines(this.#read.source.text, this.#read.lines, text)
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

/** Secrets by their keys, addresses that tell one, and what was found by name and shape. */
function secretSpans(profile: ProfileStore, found: readonly PlistPath[], spanOf: SpanOf): Span[] {
  const keys = [
    ...secretKeys.filter(({ domain, path }) => profile.valueOf(domain, path) !== undefined),
    ...addressKeys.filter(({ domain, path }) => tells(profile.valueOf(domain, path))),
  ].map((key) => profile.pathInProfile(key))
  const paths = new Map([...keys, ...found].flatMap((path) => (path ? [[path.join('/'), path]] : [])))
  return [...paths.values()].map(spanOf).filter((span) => span !== undefined)
}

function withLines(lines: readonly string[], typed: readonly TypedLine[]): readonly string[] {
  const after = [...lines]
  for (const { at, line } of typed) {
    after[at] = line
  }
  return after
}

const sameKey = (one: KeyAt | null, other: KeyAt | null) =>
  one?.domain === other?.domain && one?.path.join('/') === other?.path.join('/')

/** Whether something in a line may have to be hidden: an address that tells a secret, also one spelled with references. */
function mayTell(line: string): boolean {
  const text = line.slice(line.indexOf('>') + 1, line.lastIndexOf('<'))
  return text.includes('&#') || (text.includes('://') && (text.includes('&') || shownAddress(text) !== text))
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
