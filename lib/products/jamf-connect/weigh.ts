import type { Issue } from '../../api/issue'
import type { Settings } from '../../schema/settings'
import { withSeparator } from './advice/scopes'
import { contextOf } from './context'

/** Rules whose repairs copy the value of a linked key. */
export const copying: readonly string[] = [
  'linked-keys-differ',
  'license-in-one-domain',
  'success-codes-of-one-app',
  'required-key',
  'recommended-key',
]

/** Rules that compare keys or speak of what a value is for, and do not call it wrong. */
export const comparing: readonly string[] = [
  'linked-keys-differ',
  'license-in-one-domain',
  'success-codes-of-one-app',
  'half-hybrid',
  'secret-in-clear-text',
]

/** Rules that speak of where an address leads or of the key itself, and not of how the value is written. */
export const aside: readonly string[] = [
  'not-applicable',
  'unnamed-hybrid',
  'private-address',
  'shared-entra-tenant',
  'discovery-tenant',
]

/** Rules that say of an address that its host is the wrong one, after which its form does not matter. */
const OF_ANOTHER_HOST = ['identifier-form', 'okta-admin-host']

/** The issues of single keys and of the settings as a whole, each thing said once, by the rule that says most. */
export function weigh(single: readonly Issue[], advised: readonly Issue[], settings: Settings): Issue[] {
  const subject = { settings, context: contextOf(settings) }
  const own = single.map((issue) => withSeparator(issue, subject))
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
  const consoles = placesOf('okta-admin-host', advised)
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
  // lock out. The repair of a console's host writes the form that is asked for, too.
  return [
    ...kept,
    ...advised.filter(
      (issue) =>
        issue.severity === 'error' ||
        issue.aboutAccess === true ||
        !(mistyped.has(placeOf(issue)) || (issue.rule === 'identifier-form' && consoles.has(placeOf(issue)))),
    ),
  ]
}

function placesOf(rule: string, issues: readonly Issue[]): ReadonlySet<string> {
  return new Set(issues.filter((issue) => issue.rule === rule).map(placeOf))
}

function placeOf({ domain, path }: Pick<Issue, 'domain' | 'path'>): string {
  return [domain, ...path].join('/')
}
