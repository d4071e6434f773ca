import type { Issue } from '../../../api/issue'
import { findKey } from '../../../schema/keys'
import type { Settings } from '../../../schema/settings'
import { nameOfPath } from '../../../schema/words'
import { linkOf, linkState } from './links'

/** Issues that say the same of keys that say the same; at least one. */
export type SameIssues = readonly [Issue, ...Issue[]]

/**
 * The issues, those together that linked keys share: keys that are edited as one have one problem. Keys whose values
 * differ keep their own. The first of each stays where it was.
 */
export function groupLinked(issues: readonly Issue[], settings: Settings): readonly SameIssues[] {
  const groups: [Issue, ...Issue[]][] = []
  const known = new Map<string, Issue[]>()
  for (const issue of issues) {
    const shared = sharedBy(issue, settings)
    const group = shared === null ? undefined : known.get(shared)
    if (group !== undefined) {
      group.push(issue)
      continue
    }
    const own: [Issue, ...Issue[]] = [issue]
    groups.push(own)
    if (shared !== null) {
      known.set(shared, own)
    }
  }
  return groups
}

/** The issues with those that linked keys share told once; the repair of one mends them all. */
export function mergeLinked(issues: readonly Issue[], settings: Settings): Issue[] {
  return groupLinked(issues, settings).map(mergedIssue)
}

/** One issue for all of a group, with the repairs of all. */
export function mergedIssue([first, ...others]: SameIssues): Issue {
  return others.reduce(together, first)
}

/** What issues that are to be told once have in common; null for an issue of its own. */
function sharedBy({ domain, path, rule, severity, message }: Issue, settings: Settings): string | null {
  const key = domain === null ? undefined : findKey(domain, path)
  const link = key && linkOf(key.id)
  if (link === undefined || linkState(link, settings) === 'different') {
    return null
  }
  const said = message.replaceAll(nameOfPath(path), '').replaceAll(String(domain), '')
  return `${rule} ${severity} ${link.id} ${said}`
}

function together(issue: Issue, other: Issue): Issue {
  return issue.repair && other.repair
    ? { ...issue, repair: { ...issue.repair, edits: [...issue.repair.edits, ...other.repair.edits] } }
    : issue
}
