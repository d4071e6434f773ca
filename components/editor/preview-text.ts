import type { ProfileStore } from '@/components/open-profile/profile-store'
import { openXml, spanAt } from '@/lib/plist/xml-patch'
import { writeXml } from '@/lib/plist/xml-writer'
import { allKeys } from '@/lib/schema/keys'

export type Preview = {
  readonly lines: readonly string[]
  readonly marked: { readonly from: number; readonly to: number } | null
  /** The file has its XML on a few very long lines: what is shown is laid out for reading. */
  readonly laidOut: boolean
}

const secretKeys = allKeys.filter(({ definition }) => definition.secret)
const LONG_LINE = 2_000

/** The XML of the profile for showing: secrets masked unless `secrets` is true, with the lines of the key in hand. */
export function previewOf(profile: ProfileStore, secrets: boolean): Preview {
  const exact = profile.text
  const laidOut = exact.length / exact.split('\n').length > LONG_LINE
  const text = laidOut ? writeXml(profile.root) : exact
  const source = openXml(text)
  const focused = profile.focus && profile.pathInProfile(profile.focus)
  const span = focused && spanAt(source, focused)
  const shown = secrets ? text : masked(text, secretSpans(profile, source))
  return {
    lines: shown.split(/\r\n|\r|\n/),
    marked: span ? { from: lineOf(text, span.start), to: lineOf(text, span.end) } : null,
    laidOut,
  }
}

function secretSpans(profile: ProfileStore, source: ReturnType<typeof openXml>) {
  return secretKeys
    .filter(({ domain, path }) => profile.valueOf(domain, path) !== undefined)
    .map((key) => profile.pathInProfile(key))
    .map((path) => path && spanAt(source, path))
    .filter((span) => span !== null && span !== undefined)
}

/** Replaces the text of each value by dots of one length: the length of a secret is not shown either. */
function masked(text: string, spans: readonly { start: number; end: number }[]): string {
  return [...spans]
    .sort((left, right) => right.start - left.start)
    .reduce((whole, { start, end }) => {
      const part = whole.slice(start, end).replace(/(<string\b[^>]*>).*(<\/string\s*>)\s*$/s, '$1••••••••$2')
      return whole.slice(0, start) + part + whole.slice(end)
    }, text)
}

function lineOf(text: string, offset: number): number {
  let line = 0
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
    line++
  }
  return line
}
