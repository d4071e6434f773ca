import type { Issue } from '@/lib/api/issue'
import type { PlistPath, PlistValue } from '@/lib/plist/value'
import type { XmlSource } from '@/lib/plist/xml/patch'
import type { OpenedProfile } from '@/lib/profile/open-profile'
import { byPrecedence, type SettingsPlace, settingsAt } from '@/lib/profile/payloads/shapes'

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
  const startOf = startFinder(source)
  const holderOf = holderFinder(root, places)
  return ({ domain, path }) => {
    const holder = domain === null ? [] : holderOf(domain, path[0])
    return holder && positionOf(startOf([...holder, ...path]), starts)
  }
}

/** Where the settings of a domain are that hold a key: of several places the one that `setSetting` changes. */
function holderFinder(root: PlistValue, places: readonly SettingsPlace[]) {
  const paths = new Map<string, PlistPath>()
  for (const place of byPrecedence(places)) {
    const names = ['', ...settingsAt(root, place).entries.map(({ key }) => `\n${key}`)]
    for (const name of names.map((each) => place.domain + each)) {
      paths.set(name, paths.get(name) ?? place.path)
    }
  }
  return (domain: string, key: string | number | undefined) =>
    paths.get(`${domain}\n${key}`) ?? paths.get(domain)
}

/** Where the node at a path starts, its key included; of a path that leads nowhere, the last node on the way. */
function startFinder({ root, spans }: XmlSource): (path: PlistPath) => number {
  const children = childFinder()
  return (path) => {
    let node: PlistValue | undefined = root
    let start = 0
    for (let depth = 0; node; depth++) {
      const span = spans.get(node)
      start = span ? (span.key?.start ?? span.start) : start
      const step: string | number | undefined = path[depth]
      node = step === undefined ? undefined : children(node, step)
    }
    return start
  }
}

/** Dictionaries are searched once for all issues: a large one may have an issue at every key. */
function childFinder(): (node: PlistValue, step: string | number) => PlistValue | undefined {
  const indexes = new Map<PlistValue, ReadonlyMap<string, PlistValue>>()
  return (node, step) => {
    if (node.type === 'array') {
      return typeof step === 'number' ? node.items[step] : undefined
    }
    if (node.type !== 'dict' || typeof step === 'number') {
      return undefined
    }
    const index = indexes.get(node) ?? new Map(node.entries.map(({ key, value }) => [key, value]))
    indexes.set(node, index)
    return index.get(step)
  }
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
