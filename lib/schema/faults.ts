import type { Issue } from '../api/issue'
import type { PlistPath } from '../plist/value'

/** What a check says about values that are there: where copying one would only spread what is wrong. */
export type Faults = readonly Pick<Issue, 'domain' | 'path'>[]

/** Rules that speak of what is missing. */
const OF_ABSENCE = ['required-key', 'recommended-key']

/** The faults among the issues of a check. `comparing` are rules that compare keys and do not call a value wrong. */
export function faultsAmong(issues: readonly Issue[], comparing: readonly string[] = []): Faults {
  return issues.filter(({ rule }) => !OF_ABSENCE.includes(rule) && !comparing.includes(rule))
}

/** Whether something is wrong with the value at a place, or with anything inside of it. */
export function isFaulted(
  faults: Faults,
  { domain, path }: { domain: string | null; path: PlistPath },
): boolean {
  return faults.some(
    (each) =>
      each.domain === domain &&
      each.path.length >= path.length &&
      path.every((step, at) => each.path[at] === step),
  )
}
