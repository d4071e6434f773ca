import { type AdviceOptions, advice } from './advice'
import { applies, mended } from './advice/mend'
import { withSeparator } from './advice/scopes'
import { contextOf, type Settings } from './context'
import { faultsAmong, isFaulted } from './faults'
import type { Issue, Repair } from './issue'
import { validate } from './validate'

/** All issues of the settings: errors first, each kind in the order of the domains and of the rules. */
export function checkSettings(settings: Settings, options: AdviceOptions = {}): Issue[] {
  const issues = judged(settings, options)
  const errors = count(issues)
  return issues.map((issue) => {
    const { repair, ...told } = issue
    if (repair === undefined) {
      return issue
    }
    const helps =
      applies(repair, settings) &&
      !(COPYING.includes(issue.rule) && spoils(repair, settings, options, errors))
    return helps ? issue : told
  })
}

/** Rules whose repairs copy the value of a linked key. */
const COPYING = [
  'linked-keys-differ',
  'license-in-one-domain',
  'success-codes-of-one-app',
  'required-key',
  'recommended-key',
]

/** Whether a copied value would be wrong where it comes to stand, or make another one wrong. */
function spoils(repair: Repair, settings: Settings, options: AdviceOptions, errors: number): boolean {
  const after = judged(mended(settings, repair), options)
  const faults = faultsAmong(after)
  return count(after) > errors || repair.edits.some((edit) => isFaulted(faults, edit))
}

function count(issues: readonly Issue[]): number {
  return issues.filter(({ severity }) => severity === 'error').length
}

function judged(settings: Settings, options: AdviceOptions): Issue[] {
  const advised = advice(settings, options)
  const subject = { settings, context: contextOf(settings) }
  const own = validate(settings, faultsAmong(advised)).map((issue) => withSeparator(issue, subject))
  const samples = placesOf('placeholder-value', advised)
  const needed = placesOf('required-key', own)
  const hidden = placesOf('hidden-character', advised)
  const joined = placesOf('one-text-list', advised)
  const explained = placesOf('google-password', advised)
  const mistyped = placesOf('wrong-type', own)
  // Why a key is needed says more than that it is recommended.
  // What is odd about the form of a value from documentation goes away with the value; that a key is needed says more
  // than that its value is empty.
  const kept = own.filter(
    (issue) =>
      !(issue.rule === 'bad-format' && (samples.has(placeOf(issue)) || hidden.has(placeOf(issue)))) &&
      !(issue.rule === 'recommended-key' && explained.has(placeOf(issue))) &&
      !(issue.rule === 'empty-value' && needed.has(placeOf(issue))) &&
      !(issue.rule === 'unlisted-value' && joined.has(placeOf({ ...issue, path: issue.path.slice(0, -1) }))),
  )
  // A value of another type is no value of the key: there is nothing more to say of what it holds.
  const issues = [
    ...kept,
    ...advised.filter((issue) => issue.severity === 'error' || !mistyped.has(placeOf(issue))),
  ]
  return [
    ...issues.filter(({ severity }) => severity === 'error'),
    ...issues.filter(({ severity }) => severity === 'advice'),
  ]
}

function placesOf(rule: string, issues: readonly Issue[]): ReadonlySet<string> {
  return new Set(issues.filter((issue) => issue.rule === rule).map(placeOf))
}

function placeOf({ domain, path }: Issue): string {
  return [domain, ...path].join('/')
}
