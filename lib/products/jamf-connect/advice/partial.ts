import type { Issue } from '../../../api/issue'
import { holds, keyNamed } from '../../../schema/condition'
import type { Condition } from '../../../schema/condition-type'
import { mayBe, possible } from '../../../schema/possible'
import { settingAt } from '../../../schema/settings'
import { contextOf, type JamfContext, seenFrom } from '../context'
import { findKey } from '../keys'
import type { LoginPath } from '../manifests/key-ids'
import { addsOnly } from '../missing'
import type { Subject } from './rule'

/** Rules that miss a key, which another profile on the same Macs may bring. */
const OF_ABSENCE = [
  'not-applicable',
  'needs-another-key',
  'lock-out',
  'migration-needs-deny-local',
  'keychain-password',
  'script-needs-mechanism',
  'reminder-needs-offline-mfa',
  'authority-needs-template',
  'license-in-one-domain',
  'filevault-needs-privacy-profile',
  'google-needs-certificate',
  'required-key',
  'recommended-key',
  'unset-new-password',
  'google-password',
  'separate-password',
]

/** Whether an issue of this rule may go away by what another profile sets. */
export function isOfAbsence(rule: string): boolean {
  return OF_ABSENCE.includes(rule)
}

/** Ways in when the identity provider is away: without them a DenyLocal of another profile locks everybody out. */
export const WAYS_IN: readonly string[] = [
  'LocalFallback',
  'DenyLocalExcluded',
] satisfies readonly LoginPath[]

/**
 * The issues as far as one profile can know: where it only adds settings to another one, and what a rule misses may stand
 * there, that is said, and no repair is offered that would take away or contradict what the two have together.
 */
export function asFarAsKnown(issues: readonly Issue[], { settings }: Pick<Subject, 'settings'>): Issue[] {
  const context = contextOf(settings)
  return issues.map((issue) => {
    const { domain, path, rule } = issue
    if (domain === null || !isOfAbsence(rule)) {
      return issue
    }
    const wayIn = WAYS_IN.includes(String(path[0]))
    const adds = addsOnly(domain, context)
    if (!(adds || (wayIn && rule === 'not-applicable')) || isSettled(issue, context)) {
      return issue
    }
    const { repair: _, ...told } = issue
    return { ...told, message: `${ALONE}${issue.message}${adds ? ADDED : ELSEWHERE}` }
  })
}

/** What is said of an issue that the profile beside may settle. */
export const ADDED = ' The profile that it adds to may say otherwise: look at both.'
const ELSEWHERE = ' Keep it where another profile on the same Macs turns DenyLocal on.'

/** Whether it is said that another profile may decide the matter. */
export function isPartial({ message }: Pick<Issue, 'message'>): boolean {
  return message.startsWith(ALONE)
}

const ALONE = 'In this profile alone: '

/** Whether the profile itself decides the matter: by a value that it has, and not by one that it lacks. */
function isSettled({ rule, domain, path, repair }: Issue, context: JamfContext): boolean {
  const key = domain === null ? undefined : findKey(domain, path)
  if (rule === 'not-applicable' || rule === 'needs-another-key') {
    const needed = rule === 'not-applicable' ? key?.appliesWhen : key?.definition.needs
    return needed !== undefined && !mayHoldBeside(needed, seenFrom(context, domain ?? '', path))
  }
  const edits = repair?.edits ?? []
  return (
    edits.length > 0 &&
    edits.every((edit) => settingAt(context.settings, edit.domain ?? '', edit.path) !== undefined)
  )
}

/** Whether a condition can hold when keys that are not configured here are configured by another profile. */
function mayHoldBeside(condition: Condition, context: JamfContext): boolean {
  return possible(condition, (asked, wanted) => {
    if ('provider' in asked) {
      return context.provider === null || holds(asked, context) === wanted
    }
    const { domain, path } = keyNamed(asked.key)
    // A dictionary is one key: of two profiles that hold it only one counts, and none adds to the other.
    const absent = settingAt(context.settings, domain ?? context.domain, path.slice(0, 1)) === undefined
    return absent || mayBe(asked, context, wanted)
  })
}
