import { valueAt } from '@/lib/plist/tree'
import type { PlistPath } from '@/lib/plist/value'
import { spanAt, type XmlSource } from '@/lib/plist/xml-patch'
import type { OpenedProfile } from '@/lib/profile/open-profile'
import { byPrecedence } from '@/lib/profile/shapes'
import type { Issue } from '@/lib/schema/issue'

export type Position = { readonly line: number; readonly column: number }

/**
 * Finds the line and column of what an issue is about: its key, else the nearest dictionary that would hold it. Gives
 * nothing for files that are not XML and for issues about settings that the file does not have at all.
 */
export function locator({ document, root, places }: OpenedProfile): (issue: Issue) => Position | undefined {
  if (document.format !== 'xml') {
    return () => undefined
  }
  const { source } = document
  const starts = lineStarts(source.text)
  return ({ domain, path }) => {
    const candidates = byPrecedence(places.filter((place) => place.domain === domain))
    const holder =
      candidates.find((place) => valueAt(root, [...place.path, ...path.slice(0, 1)]) !== undefined) ??
      candidates[0]
    if (domain !== null && holder === undefined) {
      return undefined
    }
    return positionOf(nearestStart(source, [...(holder?.path ?? []), ...path]), starts)
  }
}

function nearestStart(source: XmlSource, path: PlistPath): number {
  for (let length = path.length; length >= 0; length--) {
    const span = spanAt(source, path.slice(0, length))
    if (span) {
      return span.start
    }
  }
  return 0
}

/** Offsets at which lines start, so that thousands of issues do not each read the text. */
function lineStarts(text: string): number[] {
  const starts = [0]
  for (const match of text.matchAll(/\r\n?|\n/g)) {
    starts.push(match.index + match[0].length)
  }
  return starts
}

function positionOf(offset: number, starts: readonly number[]): Position {
  let low = 0
  let high = starts.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= offset) {
      low = middle
    } else {
      high = middle
    }
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
}
