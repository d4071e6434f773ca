import type { Issue } from '../api/issue'
import { contextOf } from '../products/jamf-connect/context'
import type { LinkId } from '../products/jamf-connect/links/links'
import { providerBehind } from '../products/jamf-connect/providers/provider-behind'
import { sameVendor, type Vendor } from '../products/jamf-connect/providers/vendors'
import { findKey, keyWithId } from '../products/keys'
import { reasonOf } from '../products/link-reasons'
import { linkOf, links, sharedValue } from '../products/links'
import { nameOfPath } from '../schema/words'
import { checkedTogether, fitTogether, goTogether, MOST, nameOf, type Part } from './fit-together'

type Numbered<T> = { readonly member: T; readonly index: number }
/** An issue that two profiles have together: told at the one that holds the key, naming the other. */
export type PairIssue = Issue & { readonly member: number; readonly other: number }
/** Rules that see the login window and the menu bar app together, which may each have a profile of its own. */
const OF_BOTH_APPS = [
  'half-hybrid',
  'linked-keys-differ',
  'success-codes-of-one-app',
  'reminder-needs-offline-mfa',
]

/** What each profile and the one for the other app that goes with it do to each other, told at the later of the two. */
export function pairIssues<T extends Part>(members: readonly Numbered<T>[]): PairIssue[] {
  const known = members.map(knownOf)
  const partners = new Map(members.map((each) => [each, partnerOf(each, known)]))
  return members.flatMap((later, at) => {
    const earlier = partners.get(later)
    if (earlier === undefined || members.indexOf(earlier) > at || !(partners.get(earlier) === later)) {
      return []
    }
    const alone = new Set([later, earlier].flatMap(({ member }) => checkedTogether(member).map(nameOf)))
    const both = checkedTogether(earlier.member, later.member)
      .filter(({ rule }) => OF_BOTH_APPS.includes(rule))
      .filter((issue) => !alone.has(nameOf(issue)))
    return withoutBrought(both, [earlier.member, later.member], members).map((issue) => {
      const here = later.member.settings.has(issue.domain ?? '') ? later : earlier
      return toldAt(issue, here, here === later ? earlier : later)
    })
  })
}

/** The issues of a pair that a third profile does not settle by what it brings to one of the two. */
function withoutBrought(
  issues: readonly Issue[],
  pair: readonly [Part, Part],
  members: readonly Numbered<Part>[],
): readonly Issue[] {
  if (issues.length === 0) {
    return issues
  }
  const third = members
    .map(({ member }) => member)
    .filter((each) => !pair.includes(each) && pair.every((one) => goTogether(one, each)))
    .slice(0, MOST)
    .map((each) => new Set(checkedTogether(...pair, { ...each, settings: each.forced }).map(nameOf)))
  return issues.filter((issue) => third.every((found) => found.has(nameOf(issue))))
}

function toldAt<T extends Part>(issue: Issue, here: Numbered<T>, there: Numbered<T>): PairIssue {
  const { repair: _, ...told } = issue
  const place = { member: here.index, other: there.index }
  const key = issue.domain === null ? undefined : findKey(issue.domain, issue.path)
  const link = issue.rule === 'linked-keys-differ' && key ? linkOf(key.id) : undefined
  const other = link?.keys
    .map(keyWithId)
    .find((each) => each !== undefined && each !== key && sharedValue(each, there.member.settings))
  if (link !== undefined && other !== undefined) {
    const message = `${nameOfPath(issue.path)} differs from ${nameOfPath(other.path)} in ${there.member.label}. ${reasonOf(link)}`
    return { ...told, ...place, rule: 'linked-key-of-another-profile', message }
  }
  return { ...told, ...place, message: `Together with ${there.member.label}: ${issue.message}` }
}

/**
 * The profile that goes with one: with the same application or tenant and the same provider, with one of these, else the
 * only one that fits. Among several that would fit nobody can say which a Mac gets.
 */
function partnerOf<T extends Part>(own: Numbered<T>, members: readonly Known<T>[]): Numbered<T> | undefined {
  const self = members.find(({ each }) => each === own)
  const fitting = members
    .filter(({ each: { member } }) => member !== own.member && isOfTwoApps(own.member, member))
    .filter(({ each }) => fitTogether(own.member, each.member))
    .map((known) => ({ each: known.each, score: self === undefined ? 0 : likeness(self, known) }))
  const best = Math.max(...fitting.map(({ score }) => score))
  const [first, ...others] = fitting
    .filter(({ score }) => score === best)
    .map(({ each }) => each)
    .sort((one, other) => (one.member.label < other.member.label ? -1 : 1))
  return best === 0 && others.length > 0 ? undefined : first
}

/** What shows that a profile goes with another one. */
type Known<T> = {
  readonly each: Numbered<T>
  readonly values: readonly string[]
  readonly vendor: Vendor | null
}

function knownOf<T extends Part>(each: Numbered<T>): Known<T> {
  const { settings } = each.member
  return { each, values: applicationValues(each.member), vendor: providerBehind(contextOf(settings)) }
}

function likeness(one: Known<Part>, other: Known<Part>): number {
  const shares = one.values.some((value) => other.values.includes(value))
  return (shares ? 2 : 0) + (one.vendor !== null && sameVendor(one.vendor, other.vendor) ? 1 : 0)
}

function isOfTwoApps(one: Part, other: Part): boolean {
  return [...one.settings.keys()].some((domain) => !other.settings.has(domain))
}

const APPLICATION_LINKS: readonly string[] = [
  'okta-domain',
  'ropg-client',
  'tenant',
  'discovery',
] satisfies readonly LinkId[]

/** Texts of linked keys, of which one in two profiles shows that they go together. */
function applicationValues({ settings }: Part): string[] {
  return links
    .filter(({ id }) => APPLICATION_LINKS.includes(id))
    .flatMap(({ keys }) => keys)
    .flatMap((id) => {
      const key = keyWithId(id)
      const value = key && sharedValue(key, settings)
      return value?.type === 'string' && value.value !== '' ? [value.value] : []
    })
}
