import type { Issue } from '../api/issue'
import type { Catalogue } from './keys'
import type { Links } from './links'
import type { Settings } from './settings'
import { nameOfPath } from './words'

/** Issues that say the same of keys that say the same; at least one. */
export type SameIssues = readonly [Issue, ...Issue[]]

/** What tells issues of linked keys once. */
export type Merging = {
  /**
   * The issues, those together that linked keys share: keys that are edited as one have one problem. Keys whose values
   * differ keep their own. The first of each stays where it was.
   */
  readonly groupLinked: (issues: readonly Issue[], settings: Settings) => readonly SameIssues[]
  /** The issues with those that linked keys share told once; the repair of one mends them all. */
  readonly mergeLinked: (issues: readonly Issue[], settings: Settings) => Issue[]
}

/** The merging by the links of a catalogue. */
export function mergingOf(
  { findKey }: Pick<Catalogue, 'findKey'>,
  { linkOf, linkState }: Pick<Links, 'linkOf' | 'linkState'>,
): Merging {
  /** What issues that are to be told once have in common; null for an issue of its own. */
  const sharedBy = ({ domain, path, rule, severity, message }: Issue, settings: Settings) => {
    const key = domain === null ? undefined : findKey(domain, path)
    const link = key && linkOf(key.id)
    if (link === undefined || linkState(link, settings) === 'different') {
      return null
    }
    const said = message.replaceAll(nameOfPath(path), '').replaceAll(String(domain), '')
    return `${rule} ${severity} ${link.id} ${said}`
  }
  const groupLinked: Merging['groupLinked'] = (issues, settings) => {
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
  return {
    groupLinked,
    mergeLinked: (issues, settings) => groupLinked(issues, settings).map(mergedIssue),
  }
}

/** One issue for all of a group, with the repairs of all. */
export function mergedIssue([first, ...others]: SameIssues): Issue {
  return others.reduce(together, first)
}

function together(issue: Issue, other: Issue): Issue {
  return issue.repair && other.repair
    ? { ...issue, repair: { ...issue.repair, edits: [...issue.repair.edits, ...other.repair.edits] } }
    : issue
}
