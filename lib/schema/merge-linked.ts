import type { Issue } from '../api/issue'
import { findKey } from './keys'
import { linkOf, linkState } from './links'
import type { Settings } from './settings'
import { nameOfPath } from './words'

/**
 * The issues with those that linked keys share told once: keys that are edited as one have one problem, and its repair
 * mends them all. Keys whose values differ keep their own. The first of each stays where it was.
 */
export function mergeLinked(issues: readonly Issue[], settings: Settings): Issue[] {
  const first = new Map<string, number>()
  const merged: Issue[] = []
  for (const issue of issues) {
    const shared = sharedBy(issue, settings)
    const at = shared === null ? undefined : first.get(shared)
    const other = at === undefined ? undefined : merged[at]
    if (at !== undefined && other !== undefined) {
      merged[at] = together(other, issue)
    } else {
      if (shared !== null) {
        first.set(shared, merged.length)
      }
      merged.push(issue)
    }
  }
  return merged
}

/**
 * What issues that are to be told once have in common: they say the same of keys that say the same. Null for an issue of
 * its own.
 */
function sharedBy({ domain, path, rule, severity, message }: Issue, settings: Settings): string | null {
  const key = domain === null ? undefined : findKey(domain, path)
  const link = key && linkOf(key.id)
  const said = message.replaceAll(nameOfPath(path), '').replaceAll(String(domain), '')
  return link && linkState(link, settings) !== 'different' ? `${rule} ${severity} ${link.id} ${said}` : null
}

function together(issue: Issue, other: Issue): Issue {
  return issue.repair && other.repair
    ? { ...issue, repair: { ...issue.repair, edits: [...issue.repair.edits, ...other.repair.edits] } }
    : issue
}
