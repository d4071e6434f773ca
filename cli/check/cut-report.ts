import { shortened } from '@/lib/schema/words'
import type { IssueReport, MoreOfKind, Report } from './report'

/** Of one rule, so many issues are told; a damaged file may have one at every key. */
export const MOST_OF_KIND = 100

/** The first issues of each kind, and how many more there are. */
export function firstOfKinds<T extends Pick<IssueReport, 'severity' | 'rule'>>(
  issues: readonly T[],
): { readonly issues: readonly T[]; readonly more: readonly MoreOfKind[] } {
  const counts = new Map<string, MoreOfKind>()
  const kept = issues.filter(({ severity, rule }) => {
    const kind = `${severity} ${rule}`
    const count = (counts.get(kind)?.count ?? 0) + 1
    counts.set(kind, { severity, rule, count })
    return count <= MOST_OF_KIND
  })
  const more = [...counts.values()].filter(({ count }) => count > MOST_OF_KIND)
  return { issues: kept, more: more.map((kind) => ({ ...kind, count: kind.count - MOST_OF_KIND })) }
}

/** The longest name in a sentence, and the longest sentence. */
const LONGEST_NAME = 300
const LONGEST = 2500
const START = 1500
const END = 300

/**
 * The report with names and values of the file cut where they are long, with their length. Lines and columns are exact;
 * the path of the file stays whole.
 */
export function cutReport(report: Report): Report {
  return { ...(cutIn(report) as Report), path: report.path }
}

function cutIn(node: unknown): unknown {
  if (typeof node === 'string') {
    return cutText(node)
  }
  if (Array.isArray(node)) {
    return node.map(cutIn)
  }
  return node !== null && typeof node === 'object'
    ? Object.fromEntries(Object.entries(node).map(([key, value]) => [key, cutIn(value)]))
    : node
}

function cutText(text: string): string {
  if (text.length <= LONGEST_NAME) {
    return text
  }
  const names = text.replaceAll(/[^\s“”"]{301,}/g, (name) => shortened(name))
  if (names.length <= LONGEST) {
    return names
  }
  const left = (names.length - START - END).toLocaleString('en-US')
  return `${shortened(names, START).replace(/…[^…]*$/, '')}… (${left} more characters) …${names.slice(-END)}`
}
