import type { Issue } from '../api/issue'
import type { PlistPath } from '../plist/value'

/** What a check says about values that are there: where copying one would only spread what is wrong. */
export type Faults = readonly Pick<Issue, 'domain' | 'path'>[]

/** Rules that compare keys or speak of what a value is for, and do not call it wrong. */
const OF_NO_VALUE = [
  'linked-keys-differ',
  'license-in-one-domain',
  'success-codes-of-one-app',
  'half-hybrid',
  'required-key',
  'recommended-key',
  'secret-in-clear-text',
]

/** The faults among the issues of a check. */
export function faultsAmong(issues: readonly Issue[]): Faults {
  return issues.filter(({ rule }) => !OF_NO_VALUE.includes(rule))
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
