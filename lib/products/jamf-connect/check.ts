import type { Issue, Repair } from '../../api/issue'
import { disputed } from '../../plist/disputed'
import { faultsAmong, isFaulted } from '../../schema/faults'
import { applies, mended } from '../../schema/mend'
import type { Settings } from '../../schema/settings'
import { validate } from '../../schema/validate'
import { type AdviceOptions, advice } from './advice'
import { withSeparator } from './advice/scopes'
import { contextOf } from './context'
import { accompaniesOnly } from './missing'

/** All issues of the settings: errors first, each kind in the order of the domains and of the rules. */
export function checkSettings(settings: Settings, options: AdviceOptions = {}): Issue[] {
  const issues = judged(settings, options)
  const unclear = disputedPlaces(issues)
  const context = contextOf(settings)
  const accompanying = new Set([...settings.keys()].filter((each) => accompaniesOnly(each, context)))
  let trials = 0
  return issues.map((issue) => {
    const { repair, ...told } = issue
    if (repair === undefined) {
      return issue
    }
    const copies = COPYING.includes(issue.rule)
    const risky = copies || (isRisky(repair, settings, accompanying) && ++trials <= MOST_TRIALS)
    const helps =
      applies(repair, settings) &&
      !(copies && repair.edits.some((edit) => unclear.has(placeOf(edit)))) &&
      !(risky && spoils(issue, repair, { settings, options, before: issues }))
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

/** Rules that say of an address that its host is the wrong one, after which its form does not matter. */
const OF_ANOTHER_HOST = ['identifier-form', 'okta-admin-host']

/** How many repairs that copy nothing are tried before they are offered; a file may hold thousands. */
const MOST_TRIALS = 40

/** Places for which repairs have different values: there a copy contradicts what another rule finds meant. */
function disputedPlaces(issues: readonly Issue[]): ReadonlySet<string> {
  const edits = issues.flatMap(({ repair }) => repair?.edits ?? [])
  return disputed(edits.flatMap((edit) => (edit.value ? [[placeOf(edit), edit.value] as const] : [])))
}

/**
 * Whether a repair changes what the settings of a domain are for: it takes away the last key, or adds to those that only
 * accompany others, as in the domains `accompanying`.
 */
function isRisky({ edits }: Repair, settings: Settings, accompanying: ReadonlySet<string>): boolean {
  const adds =
    edits.every(({ value }) => value !== null) && edits.some(({ domain }) => accompanying.has(domain ?? ''))
  const removed = edits.filter(({ path, value }) => path.length === 1 && value === null)
  const empties = removed.some(
    ({ domain }) =>
      settings.get(domain ?? '')?.entries.length === removed.filter((each) => each.domain === domain).length,
  )
  return adds || empties
}

type Trial = {
  readonly settings: Settings
  readonly options: AdviceOptions
  readonly before: readonly Issue[]
}

/**
 * Whether a repair makes errors that were not there. A copied value must not be wrong where it comes to stand either, and
 * a repair that leaves a payload without any setting takes one problem for another.
 */
function spoils({ rule }: Issue, repair: Repair, { settings, options, before }: Trial): boolean {
  const after = judged(mended(settings, repair), options)
  if (!COPYING.includes(rule)) {
    const known = new Set(errorsAmong(before))
    return errorsAmong(after).some((each) => !known.has(each))
  }
  const faults = faultsAmong(after)
  return count(after) > count(before) || repair.edits.some((edit) => isFaulted(faults, edit))
}

const errorsAmong = (issues: readonly Issue[]) =>
  issues.filter(({ severity }) => severity === 'error').map((issue) => `${issue.rule} ${placeOf(issue)}`)

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
  const ofAnother = new Set(
    advised
      .filter(({ rule, severity }) => OF_ANOTHER_HOST.includes(rule) && severity === 'error')
      .map(placeOf),
  )
  const sameServer = placesOf('same-okta-server', advised)
  // What is odd about the form of a value from documentation goes away with the value; that a key is needed says more
  // than that its value is empty, and why it is needed says more than that it is recommended.
  const kept = own.filter(
    (issue) =>
      !(issue.rule === 'bad-format' && (samples.has(placeOf(issue)) || hidden.has(placeOf(issue)))) &&
      !(issue.rule === 'bad-format' && (ofAnother.has(placeOf(issue)) || sameServer.has(placeOf(issue)))) &&
      !(issue.rule === 'recommended-key' && explained.has(placeOf(issue))) &&
      !(issue.rule === 'empty-value' && needed.has(placeOf(issue))) &&
      !(issue.rule === 'unlisted-value' && joined.has(placeOf({ ...issue, path: issue.path.slice(0, -1) }))),
  )
  // A value of another type is no value of the key: there is nothing more to say of what it holds, but for who it may
  // lock out.
  const issues = [
    ...kept,
    ...advised.filter(
      (issue) => issue.severity === 'error' || issue.aboutAccess === true || !mistyped.has(placeOf(issue)),
    ),
  ]
  return [
    ...issues.filter(({ severity }) => severity === 'error'),
    ...issues.filter(({ severity }) => severity === 'advice'),
  ]
}

function placesOf(rule: string, issues: readonly Issue[]): ReadonlySet<string> {
  return new Set(issues.filter((issue) => issue.rule === rule).map(placeOf))
}

function placeOf({ domain, path }: Pick<Issue, 'domain' | 'path'>): string {
  return [domain, ...path].join('/')
}
