import { child, equal } from '../plist/tree'
import type { PlistDict } from '../plist/value'
import { isOfAbsence } from '../schema/advice/partial'
import type { ForeignSettings } from '../schema/advice/rule'
import { checkSettings } from '../schema/check'
import { contextOf, type Settings } from '../schema/context'
import type { Issue } from '../schema/issue'
import { findKey, keyWithId } from '../schema/keys'
import { linkOf, links, sharedValue } from '../schema/links'
import { nameOfPath } from '../schema/words'
import { mergedDicts } from './shapes'

/** What of a profile counts for what it does beside another one. */
export type Part = {
  readonly label: string
  readonly settings: Settings
  readonly foreign: readonly ForeignSettings[]
  readonly foreignPayloadTypes: readonly string[]
}

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

/** How many other profiles are looked at for one: folders hold hundreds that have nothing to do with each other. */
const MOST = 24

/**
 * Whether an issue of a profile is none beside another one that a Mac may have with it: what the rule misses stands there.
 * Profiles that set one key differently, or each name a provider for one domain, are not taken together.
 */
export function settledBeside<T extends Part>(
  members: readonly T[],
  index: number,
): (issue: { readonly rule: string; readonly domain: string | null; readonly keyPath: string }) => boolean {
  const own = members[index]
  let beside: ReadonlySet<string>[] | undefined
  const find = () =>
    (beside ??= members
      .filter((other) => own !== undefined && other !== own && fitTogether(own, other))
      .slice(0, MOST)
      .map((other) => new Set(own === undefined ? [] : checkedTogether(own, other).map(nameOf))))
  return ({ rule, domain, keyPath }) =>
    isOfAbsence(rule) && find().some((found) => !found.has(`${rule} ${domain} ${keyPath}`))
}

/** What each profile and an earlier one, for the other app, do to each other. */
export function pairIssues<T extends Part>(members: readonly Numbered<T>[]): PairIssue[] {
  return members.flatMap((later, at) => {
    const earlier = partnerOf(later.member, members.slice(0, at))
    if (earlier === undefined) {
      return []
    }
    const alone = new Set([later, earlier].flatMap(({ member }) => checkedTogether(member).map(nameOf)))
    return checkedTogether(earlier.member, later.member)
      .filter(({ rule }) => OF_BOTH_APPS.includes(rule))
      .filter((issue) => !alone.has(nameOf(issue)))
      .map((issue) => {
        const here = later.member.settings.has(issue.domain ?? '') ? later : earlier
        return toldAt(issue, here, here === later ? earlier : later)
      })
  })
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
    const message = `${nameOfPath(issue.path)} differs from ${nameOfPath(other.path)} in ${there.member.label}. ${link.explanation}`
    return { ...told, ...place, rule: 'linked-key-of-another-profile', message }
  }
  return { ...told, ...place, message: `Together with ${there.member.label}: ${issue.message}` }
}

/** The earlier profile that goes with one: with the same application or tenant, else the first that fits. */
function partnerOf<T extends Part>(own: T, earlier: readonly Numbered<T>[]): Numbered<T> | undefined {
  const fitting = earlier.filter(({ member }) => isOfTwoApps(own, member) && fitTogether(own, member))
  const values = new Set(applicationValues(own))
  return (
    fitting.find(({ member }) => applicationValues(member).some((value) => values.has(value))) ?? fitting[0]
  )
}

function isOfTwoApps(one: Part, other: Part): boolean {
  return [...one.settings.keys()].some((domain) => !other.settings.has(domain))
}

/** Texts of linked keys, of which one in two profiles shows that they go together. */
function applicationValues({ settings }: Part): string[] {
  return links
    .filter(({ id }) => ['okta-domain', 'ropg-client', 'tenant', 'discovery'].includes(id))
    .flatMap(({ keys }) => keys)
    .flatMap((id) => {
      const key = keyWithId(id)
      const value = key && sharedValue(key, settings)
      return value?.type === 'string' && value.value !== '' ? [value.value] : []
    })
}

/** Each profile is compared with many others, and its settings never change. */
const providers = new WeakMap<PlistDict, Map<string, boolean>>()

/** Whether settings of a domain name an identity provider, by its name or by an address. */
export function namesProvider(domain: string, settings: PlistDict): boolean {
  const known = providers.get(settings) ?? new Map<string, boolean>()
  providers.set(settings, known)
  const named = known.get(domain) ?? contextOf(new Map([[domain, settings]])).provider !== null
  known.set(domain, named)
  return named
}

/** Whether a Mac can have both: no key has two values, and no domain two identity providers. */
function fitTogether(one: Part, other: Part): boolean {
  return [...one.settings].every(([domain, settings]) => {
    const rival = other.settings.get(domain)
    if (rival === undefined) {
      return true
    }
    const twice = [settings, rival].every((each) => namesProvider(domain, each))
    return (
      !twice &&
      settings.entries.every(({ key, value }) => {
        const there = child(rival, key)
        return there === undefined || equal(there, value)
      })
    )
  })
}

function checkedTogether(...parts: readonly Part[]): Issue[] {
  const dicts = new Map<string, PlistDict[]>()
  for (const [domain, settings] of parts.flatMap((part) => [...part.settings])) {
    dicts.set(domain, [...(dicts.get(domain) ?? []), settings])
  }
  return checkSettings(new Map([...dicts].map(([domain, all]) => [domain, mergedDicts(all)])), {
    foreign: parts.flatMap(({ foreign }) => foreign),
    foreignPayloadTypes: parts.flatMap(({ foreignPayloadTypes }) => foreignPayloadTypes),
  })
}

const nameOf = ({ rule, domain, path }: Issue) => `${rule} ${domain} ${path.join('/')}`
