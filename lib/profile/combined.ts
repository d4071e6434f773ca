import { disputed } from '../plist/disputed'
import { child } from '../plist/tree'
import type { PlistDict } from '../plist/value'
import { ADDED, isOfAbsence, isPartial, WAYS_IN } from '../products/jamf-connect/advice/partial'
import type { Settings } from '../schema/settings'
import { checkedTogether, goTogether, MOST, nameOf, namesProvider, type Part } from './fit-together'

/** What of an issue of one profile may read otherwise beside another one. */
type Said = {
  readonly rule: string
  readonly domain: string | null
  readonly keyPath: string
  readonly message: string
}

/**
 * An issue of a profile as it is beside the others that a Mac may have with it: null where what the rule misses stands
 * in one of them, and with the name of the other where the two have the issue together. That people are locked out is
 * never left out: that a file lies beside another one does not put both on one Mac.
 */
export function besideOthers<T extends Part>(
  members: readonly T[],
  index: number,
): <I extends Said>(issue: I) => I | null {
  const own = members[index]
  let beside: readonly Beside[] | undefined
  const find = () => (beside ??= own === undefined ? [] : othersBeside(own, members))
  return (issue) => {
    if (!isOfAbsence(issue.rule)) {
      return issue
    }
    const name = `${issue.rule} ${issue.domain} ${issue.keyPath}`
    const settling = find().find(({ found, brings }) => !found.has(name) && brings(issue))
    if (settling === undefined) {
      const both = find().flatMap(({ other, found }) => {
        const message = isPartial(issue) ? found.get(name) : undefined
        return message === undefined || isPartial({ message })
          ? []
          : [{ ...issue, message: `Together with ${other.label}: ${message}` }]
      })
      return both[0] ?? issue
    }
    return issue.rule === 'lock-out' ? { ...issue, message: openedBy(issue, settling) } : null
  }
}

type Beside = {
  readonly other: Part
  /** The messages that the two have together, by rule and place. */
  readonly found: ReadonlyMap<string, string>
  readonly brings: (issue: Pick<Said, 'rule' | 'domain'>) => boolean
  /** What of the other one is no matter of dispute. */
  readonly undisputed: Settings
}

function othersBeside(own: Part, members: readonly Part[]): Beside[] {
  const unclear = disputedKeys(members)
  return members
    .filter((other) => other !== own && goTogether(own, other))
    .slice(0, MOST)
    .map((other) => {
      const undisputed = new Map(
        [...other.forced].map(([domain, { entries }]) => [
          domain,
          { type: 'dict', entries: entries.filter(({ key }) => !unclear.has(`${domain} ${key}`)) } as const,
        ]),
      )
      const found = checkedTogether(own, { ...other, settings: undisputed })
      return {
        other,
        undisputed,
        found: new Map(found.map((issue) => [nameOf(issue), issue.message])),
        // That a provider's keys are missing beside a profile that names one is told as what adds to what.
        brings: ({ rule, domain }) =>
          !isNeed(rule) || !namesProvider(domain ?? '', other.settings.get(domain ?? '') ?? EMPTY),
      }
    })
}

const EMPTY: PlistDict = { type: 'dict', entries: [] }

/** Whether a rule says that a key is needed or recommended. */
export function isNeed(rule: string): boolean {
  return rule === 'required-key' || rule === 'recommended-key'
}

function openedBy({ message, domain }: Said, { other, undisputed }: Beside): string {
  const key = WAYS_IN.find((each) => {
    const value = child(undisputed.get(domain ?? ''), each)
    return value?.type === 'boolean' ? value.value : value !== undefined
  })
  const holds = key === undefined ? 'says otherwise, which' : `holds ${key}, which`
  return `${message.replace(ADDED, '')} ${other.label} ${holds} counts only where both are installed on the same Mac.`
}

/** Keys that profiles set differently, so that nobody can say which value counts. */
function disputedKeys(members: readonly Part[]): ReadonlySet<string> {
  const known = disputes.get(members)
  if (known !== undefined) {
    return known
  }
  const found = disputed(
    members.flatMap(({ forced }) =>
      [...forced].flatMap(([domain, { entries }]) =>
        entries.map(({ key, value }) => [`${domain} ${key}`, value] as const),
      ),
    ),
  )
  disputes.set(members, found)
  return found
}

const disputes = new WeakMap<readonly Part[], ReadonlySet<string>>()
