import { CONNECT_DOMAIN, LOGIN_DOMAIN } from '../products/jamf-connect/context'
import type { LinkId } from '../products/jamf-connect/links/links'
import type { KeyId } from '../products/jamf-connect/manifests/key-ids'
import { keyWithId } from '../products/keys'
import { links, sharedValue } from '../products/links'
import {
  hasProvider,
  type Member,
  mainProfileOf,
  type SharedIssue,
  settingsApart,
  sharedMarks,
} from './together'

/**
 * What the profiles of a library do to each other. Identifiers and UUIDs are compared among all. Settings are compared among
 * profiles of one organization, and not between two that each name a provider for one domain and lead to no application in
 * common: those are for different people. All is advice, told at the later profile.
 */
export function libraryIssues(members: readonly Member[]): SharedIssue[] {
  const groups = new Map<string, number[]>()
  for (const [index, { organization }] of members.entries()) {
    const key = organization.toLowerCase()
    const group = groups.get(key) ?? []
    group.push(index)
    groups.set(key, group)
  }
  return [...sharedMarks(members), ...[...groups.values()].flatMap((group) => issuesWithin(members, group))]
}

function issuesWithin(members: readonly Member[], group: readonly number[]): SharedIssue[] {
  const own = group.map((index) => members[index] as Member)
  const ids = own.map(applicationsOf)
  const addOns = own.flatMap((_, index) => addOn(own, index) ?? [])
  return [...settingsApart(own), ...addOns]
    .filter(({ member, other }) => !areAlternatives(ids[member], ids[other]))
    .map((issue) => ({ ...issue, member: group[issue.member] ?? 0, other: group[issue.other] ?? 0 }))
}

function addOn(members: readonly Member[], index: number): SharedIssue | undefined {
  const main = mainProfileOf(members, index)
  return (
    main && {
      severity: 'advice',
      rule: 'add-on-profile',
      domain: null,
      path: [],
      message: `The profile names no identity provider, and ${main.label} names one for the same settings. A Mac that is to use them needs both profiles.`,
      member: index,
      other: members.indexOf(main),
    }
  )
}

/** Links whose keys say which application of which organization at the provider is meant. */
const APPLICATION_LINKS: readonly string[] = [
  'okta-domain',
  'ropg-client',
  'tenant',
  'discovery',
] satisfies readonly LinkId[]

const applicationIds: readonly string[] = [
  'login/OIDCClientID' satisfies KeyId,
  ...links.filter(({ id }) => APPLICATION_LINKS.includes(id)).flatMap(({ keys }) => keys),
]
const applicationKeys = applicationIds.flatMap((id) => keyWithId(id) ?? [])

/** Domains in which a profile names a provider, and the applications that it names. */
type Applications = { readonly complete: readonly string[]; readonly values: ReadonlySet<string> }

function applicationsOf(member: Member): Applications {
  const named = applicationKeys.map((key) => sharedValue(key, member.settings))
  return {
    complete: [LOGIN_DOMAIN, CONNECT_DOMAIN].filter((domain) => hasProvider(member, domain)),
    values: new Set(
      named.flatMap((value) => (value?.type === 'string' ? [value.value.trim().toLowerCase()] : [])),
    ),
  }
}

/** Whether both are complete for a domain, and nothing of what they name is the same. */
function areAlternatives(left: Applications | undefined, right: Applications | undefined): boolean {
  return (
    left !== undefined &&
    right !== undefined &&
    left.complete.some((domain) => right.complete.includes(domain)) &&
    ![...left.values].some((value) => right.values.has(value))
  )
}
