import type { Issue } from '../api/issue'
import { child, equal } from '../plist/tree'
import type { PlistPath, PlistValue } from '../plist/value'
import { WAYS_IN } from '../products/jamf-connect/advice/partial'
import { CONNECT_DOMAIN, contextOf, LOGIN_DOMAIN } from '../products/jamf-connect/context'
import type { LoginPath } from '../products/jamf-connect/manifests/key-ids'
import { addsOnly } from '../products/jamf-connect/missing'
import type { Settings } from '../schema/settings'
import { switchMeant } from '../schema/switches'
import { type ApplePreferences, appleApart, applePreferences } from './apple-together'
import { goTogether, namesProvider, type Part } from './fit-together'
import type { OpenedProfile } from './open-profile'
import { pairIssues } from './pair-issues'
import { payloadsOf, textOf } from './payloads/payload-keys'
import { foreignPayloads, foreignSettings, isProfile, settingsByDomain } from './payloads/shapes'
import { isPlaceholderUuid } from './uuid'

/**
 * What counts of a profile among others; small, so that a folder of them fits into memory. `label` is how messages call it:
 * its file, or its name.
 */
export type Member = Part & {
  readonly uuids: readonly { readonly path: PlistPath; readonly uuid: string }[]
  /** What it forces on macOS itself. */
  readonly apple: readonly ApplePreferences[]
}

/** The settings of others that a rule of Jamf Connect asks for. */
const PRIVACY = 'com.apple.TCC.configuration-profile-policy'

/** Something that is only worth saying because another profile is there: told at the later one, naming the earlier. */
export type SharedIssue = Issue & { readonly member: number; readonly other: number }

/** What counts of an opened profile when others are there. */
export function memberOf(label: string, { root, places }: Pick<OpenedProfile, 'root' | 'places'>): Member {
  const profile = isProfile(root)
  const own = profile ? [{ path: [] as PlistPath, uuid: textOf(root, 'PayloadUUID') }] : []
  const payloads = payloadsOf(root).filter(({ path }) => path.length > 0)
  const uuids = [...own, ...payloads.map(({ path, dict }) => ({ path, uuid: textOf(dict, 'PayloadUUID') }))]
  return {
    label,
    identifier: profile ? textOf(root, 'PayloadIdentifier').trim() : '',
    organization: profile ? textOf(root, 'PayloadOrganization').trim() : '',
    scope: profile ? textOf(root, 'PayloadScope') : '',
    // A made-up UUID is told as such.
    uuids: uuids.filter(({ uuid }) => uuid !== '' && !isPlaceholderUuid(uuid)),
    settings: settingsByDomain(root, places),
    foreign: foreignSettings(root).filter(({ domain }) => PRIVACY === domain),
    foreignPayloadTypes: foreignPayloads(root).map(({ type }) => type),
    apple: applePreferences(root),
    forced: settingsByDomain(
      root,
      places.filter(({ state }) => state !== 'Set-Once'),
    ),
  }
}

/**
 * What profiles for the same Macs do to each other: one identifier or UUID in two of them, a key of Jamf Connect that two
 * of them set differently, linked keys that differ between them, two scopes for one domain. All is advice, since
 * profiles that lie in one folder may be versions of one another, or for different Macs.
 */
export function issuesTogether(members: readonly Member[]): SharedIssue[] {
  return [...sharedMarks(members), ...settingsApart(members)]
}

/** Identifiers and UUIDs that a profile has and an earlier one too. */
export function sharedMarks(members: readonly Member[]): SharedIssue[] {
  const versions = versionsAmong(members)
  const replaced = new Set(versions.map(({ member }) => member))
  return [
    ...versions.map(({ mark, member, other }) => ({
      ...told(member, other, 'identifier-of-another-profile', ['PayloadIdentifier']),
      message: `The profile has the PayloadIdentifier of ${members[other]?.label} (${mark}), so that on a Mac the one that is installed later replaces the other. Unless they are versions of one profile, give this one its own.`,
    })),
    ...repeated(members, ({ uuids }) => uuids.map(({ uuid }) => uuid.toUpperCase()))
      .filter(({ member }) => !replaced.has(member))
      .map(({ mark, member, other }) => ({
        ...told(member, other, 'uuid-of-another-profile', pathOf(members[member], mark)),
        message: `The PayloadUUID ${mark} is in ${members[other]?.label} too. Tools tell payloads apart by it: use a new one here.`,
      })),
  ]
}

/** Settings and scopes of profiles that a Mac may have together: those that do not replace one another. */
export function settingsApart(members: readonly Member[]): SharedIssue[] {
  const replaced = new Set(versionsAmong(members).map(({ member }) => member))
  // A profile that replaces another one is never on a Mac together with it.
  const others = members
    .map((member, index) => ({ member, index }))
    .filter(({ index }) => !replaced.has(index))
  return [...differences(others), ...pairIssues(others), ...scopesApart(others), ...appleApart(others)]
}

const versionsAmong = (members: readonly Member[]) =>
  repeated(members, ({ identifier }) => (identifier === '' ? [] : [identifier]))

/**
 * The profile to which another one only adds: one that names the identity provider in every domain of the login window and
 * the menu bar for which this one has settings and names none. Undefined when there is no such profile.
 */
export function mainProfileOf(members: readonly Member[], index: number): Member | undefined {
  const own = members[index]
  const domains = [LOGIN_DOMAIN, CONNECT_DOMAIN].filter((domain) => own?.settings.has(domain))
  return own === undefined || domains.length === 0 || domains.some((domain) => hasProvider(own, domain))
    ? undefined
    : members.find(
        (member, at) =>
          at !== index && !replaces(own, member) && domains.every((domain) => hasProvider(member, domain)),
      )
}

/** Whether of two profiles a Mac keeps only the one that is installed later. */
function replaces(own: Member, other: Member): boolean {
  return own.identifier !== '' && own.identifier === other.identifier
}

/**
 * The profile that a profile adds to, and the domains in which it does: all of them, or one of two, where a profile for
 * one app brings a few keys to the other app.
 */
export function addsTo(members: readonly Member[], index: number) {
  const all = [LOGIN_DOMAIN, CONNECT_DOMAIN]
  const main = mainProfileOf(members, index)
  if (main !== undefined) {
    return { member: main, domains: all, where: '' }
  }
  const own = members[index]
  const domain = all.find(
    (each) => own !== undefined && addsOnly(each, contextOf(partOf(own, each))) && !hasProvider(own, each),
  )
  const member =
    own &&
    domain &&
    members.find((other) => other !== own && hasProvider(other, domain) && goTogether(own, other))
  const where = domain === LOGIN_DOMAIN ? ' for the login window' : ' for Self Service+'
  return own && domain && member ? { member, domains: [domain], where } : undefined
}

function partOf({ settings }: Member, domain: string): Settings {
  const own = settings.get(domain)
  return new Map(own === undefined ? [] : [[domain, own] as const])
}

/** Whether the settings of a domain name an identity provider, by its name or by an address. */
export function hasProvider({ settings }: Member, domain: string): boolean {
  const own = settings.get(domain)
  return own !== undefined && namesProvider(domain, own)
}

type Placed = { readonly member: Member; readonly index: number }
type Repeated = { readonly mark: string; readonly member: number; readonly other: number }

/** For each member the first mark that an earlier one has too. */
function repeated(members: readonly Member[], marksOf: (member: Member) => readonly string[]): Repeated[] {
  const first = new Map<string, number>()
  return members.flatMap((each, member) => {
    const marks = marksOf(each)
    const mark = marks.find((own) => first.has(own))
    const other = mark === undefined ? undefined : first.get(mark)
    for (const own of marks) {
      first.set(own, first.get(own) ?? member)
    }
    return mark === undefined || other === undefined ? [] : [{ mark, member, other }]
  })
}

function pathOf(member: Member | undefined, mark: string): PlistPath {
  const found = member?.uuids.find(({ uuid }) => uuid.toUpperCase() === mark)
  return [...(found?.path ?? []), 'PayloadUUID']
}

/** Keys that two profiles set differently: one message for a pair and a domain. */
function differences(members: readonly Placed[]): SharedIssue[] {
  if (members.length < 2) {
    return []
  }
  const first = new Map<
    string,
    { readonly index: number; readonly label: string; readonly value: PlistValue }
  >()
  return members.flatMap(({ member, index }) =>
    [...member.forced].flatMap(([domain, settings]) => {
      const rivals = new Map<number, { readonly label: string; readonly keys: string[] }>()
      for (const { key, value } of settings.entries) {
        const name = `${domain}\n${key}`
        const earlier = first.get(name)
        first.set(name, earlier ?? { index, label: member.label, value })
        if (earlier !== undefined && !equal(earlier.value, value)) {
          const rival = rivals.get(earlier.index) ?? { label: earlier.label, keys: [] }
          rival.keys.push(key)
          rivals.set(earlier.index, rival)
        }
      }
      return [...rivals].map(([other, { label, keys }]) => {
        const access = decidesAccess(keys, domain, members)
        return {
          ...told(index, other, 'setting-of-another-profile', keys.slice(0, 1), domain),
          message: `${some(keys)} of ${domain} ${keys.length === 1 ? 'has another value' : 'have other values'} in ${label}. On a Mac that gets both profiles, nobody can say which value counts.${access ? LOCKED_OUT : ''}`,
          ...(access ? { aboutAccess: true as const } : {}),
        }
      })
    }),
  )
}

const DENIED: string = 'DenyLocal' satisfies LoginPath

const LOCKED_OUT =
  ' With DenyLocal, one of the two may let nobody in while the identity provider or the network is down, administrators included: give the profiles one value.'

/** Whether keys decide who may sign in when the identity provider is away, where a profile turns local sign-in off. */
function decidesAccess(keys: readonly string[], domain: string, members: readonly Placed[]): boolean {
  const denied = members.some(({ member }) => {
    const value = child(member.forced.get(domain), DENIED)
    return value !== undefined && switchMeant(value) === 'on'
  })
  return denied && domain === LOGIN_DOMAIN && keys.some((key) => [DENIED, ...WAYS_IN].includes(key))
}

/** Two profiles for one domain, one for the Mac and one for a user. */
function scopesApart(members: readonly Placed[]): SharedIssue[] {
  const first = new Map<string, Placed>()
  return members.flatMap(({ member, index }) => {
    const domains = member.scope === '' ? [] : [...member.settings.keys()]
    const other = domains
      .map((domain) => first.get(domain))
      .find((earlier) => earlier && earlier.member.scope.toLowerCase() !== member.scope.toLowerCase())
    for (const domain of domains) {
      first.set(domain, first.get(domain) ?? { member, index })
    }
    return other === undefined
      ? []
      : [
          {
            ...told(index, other.index, 'scope-of-another-profile', ['PayloadScope']),
            message: `PayloadScope is ${member.scope}, but ${other.member.scope} in ${other.member.label}, which has settings of the same domain. Use one scope for both.`,
          },
        ]
  })
}

function told(member: number, other: number, rule: string, path: PlistPath, domain: string | null = null) {
  return { member, other, rule, severity: 'advice', domain, path } as const
}

/** "OIDCTenant and DenyLocal", "OIDCTenant, DenyLocal, Migrate and 4 more". */
function some(keys: readonly string[]): string {
  const shown = keys.length > 4 ? [...keys.slice(0, 3), `${keys.length - 3} more`] : keys
  return shown.length === 1 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}
