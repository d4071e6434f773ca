import type { Issue } from '../api/issue'
import { equal } from '../plist/tree'
import type { PlistEntry, PlistPath, PlistValue } from '../plist/value'
import { singleTypes } from '../products/apple/payload-limits'
import { isPreferenceType } from '../products/apple/payload-types'
import { goTogether, type Part } from './fit-together'
import type { PairIssue } from './pair-issues'
import { foreignSettings } from './payloads/shapes'

/** Forced preferences that macOS reads, and where they stand. */
export type ApplePreferences = {
  readonly domain: string
  readonly path: PlistPath
  readonly entries: readonly PlistEntry[]
}

/** The preferences that a profile forces on what macOS itself reads around a sign-in. */
export function applePreferences(root: PlistValue): ApplePreferences[] {
  return foreignSettings(root)
    .filter(({ domain, path }) => isPreferenceType(domain) && !path.includes('Set-Once'))
    .map(({ domain, path, settings: { entries } }) => ({ domain, path, entries }))
}

type Holder = Part & { readonly apple: readonly ApplePreferences[] }
type Placed = { readonly member: Holder; readonly index: number }

/** What payloads of Apple in profiles that a Mac may have together do to each other, told at the later one. */
export function appleApart(members: readonly Placed[]): PairIssue[] {
  return [...singleTwice(members), ...forcedTwice(members)]
}

/** Payloads of which a Mac takes one, in two profiles that it may have together. */
function singleTwice(members: readonly Placed[]): PairIssue[] {
  const first = new Map<string, Placed>()
  return members.flatMap(({ member, index }) =>
    [...new Set(member.foreignPayloadTypes)]
      .filter((type) => singleTypes.has(type))
      .flatMap((type) => {
        const earlier = first.get(type)
        first.set(type, earlier ?? { member, index })
        return earlier === undefined || !goTogether(member, earlier.member)
          ? []
          : [
              {
                severity: 'advice',
                rule: 'single-payload-of-another-profile',
                domain: null,
                path: [],
                member: index,
                other: earlier.index,
                message: `The profile and ${earlier.member.label} each hold a payload of type ${type}, of which Apple documents one for a Mac. Put the settings into one of the two.`,
              },
            ]
      }),
  )
}

/** Settings of macOS that a profile forces differently than the first one that sets them, where a Mac may have both. */
function forcedTwice(members: readonly Placed[]): PairIssue[] {
  const first = new Map<string, Placed>()
  return members.flatMap((own) => {
    const names = own.member.apple.flatMap(({ domain, entries }) =>
      entries.map(({ key }) => `${domain}\n${key}`),
    )
    const earlier = new Set(names.flatMap((name) => first.get(name) ?? []))
    for (const name of names) {
      first.set(name, first.get(name) ?? own)
    }
    return [...earlier]
      .filter((other) => other !== own && goTogether(own.member, other.member))
      .flatMap((other) =>
        differences(own.member, other.member).map((issue) => ({
          ...issue,
          member: own.index,
          other: other.index,
        })),
      )
  })
}

/** What a profile forces that an earlier one forces differently: one issue for each domain, at the first key. */
function differences(own: Holder, earlier: Holder): Issue[] {
  return own.apple.flatMap(({ domain, path, entries }): Issue[] => {
    const rivals = earlier.apple.filter((each) => each.domain === domain).flatMap((each) => each.entries)
    const differing = entries.filter(({ key, value }) =>
      rivals.some((rival) => rival.key === key && !equal(rival.value, value)),
    )
    const [first, ...others] = differing
    const more =
      others.length === 0 ? '' : others.length === 1 ? ' and one more key' : ` and ${others.length} more keys`
    return first === undefined
      ? []
      : [
          {
            severity: 'advice',
            rule: 'setting-of-another-profile',
            domain: null,
            path: [...path, first.key],
            message: `${first.key}${more} of ${domain} ${others.length === 0 ? 'has another value' : 'have other values'} in ${earlier.label}. On a Mac that gets both profiles, nobody can say which value counts.`,
          },
        ]
  })
}
