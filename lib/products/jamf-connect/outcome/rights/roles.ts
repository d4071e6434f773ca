import type { Mark } from '../../../../api/report'
import { claimOf, listClaim, nearestClaim, roleClaims, whatItIs } from '../claims'
import type { Claims } from '../statement'

/** How a claim of the token can be read for roles. */
export type RoleReading =
  | { readonly kind: 'list' | 'text' | 'nested'; readonly values: readonly string[] }
  | { readonly kind: 'unreadable'; readonly what: string }
  | { readonly kind: 'absent'; readonly overage: boolean; readonly near?: string }

/** The roles in the claim `name`, or why there are none. */
export function readRoles(claims: Claims | null, name: string): RoleReading {
  const value = claimOf(claims, name)
  if (value === undefined) {
    const inner = nestedList(claims, name)
    return inner === undefined ? absent(claims, name) : { kind: 'nested', values: inner }
  }
  if (typeof value === 'string') {
    return { kind: 'text', values: [value] }
  }
  if (Array.isArray(value) && (value.length === 0 || listClaim(claims, name).length > 0)) {
    return { kind: 'list', values: listClaim(claims, name) }
  }
  return { kind: 'unreadable', what: Array.isArray(value) ? 'a list without texts' : whatItIs(value) }
}

function absent(claims: Claims | null, name: string): RoleReading {
  const near = nearestClaim(claims, name)
  const overage = hasOverage(claims, name)
  return { kind: 'absent', overage, ...(near === undefined ? {} : { near }) }
}

/**
 * Whether Entra ID left the claim out because the user is in too many groups, and sent a hint in its place.
 * https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference (groups overage claim)
 */
export function hasOverage(claims: Claims | null, name: string): boolean {
  const names = claimOf(claims, '_claim_names')
  const hinted = typeof names === 'object' && names !== null && Object.hasOwn(names, name)
  return hinted || (name === 'groups' && [true, 'true'].includes(claimOf(claims, 'hasgroups') as string))
}

/** Whether the claim is a list that holds more than texts: numbers, dictionaries. */
export function isMixed(claims: Claims | null, name: string): boolean {
  const value = claimOf(claims, name)
  return Array.isArray(value) && value.some((item) => typeof item !== 'string')
}

/** The list at a dotted name inside the token: "realm_access.roles", as Keycloak sends it. */
function nestedList(claims: Claims | null, name: string): readonly string[] | undefined {
  const [first = '', ...rest] = name.split('.')
  let value = rest.length === 0 ? undefined : claimOf(claims, first)
  for (const step of rest) {
    value = isObject(value) ? claimOf(value, step) : undefined
  }
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : undefined
}

/** Dotted names of the lists of roles inside dictionaries of the token. */
function nestedRoleNames(claims: Claims | null): string[] {
  return Object.entries(claims ?? {}).flatMap(([name, value]) => {
    if (!isObject(value)) {
      return []
    }
    const own = Array.isArray(claimOf(value, 'roles')) ? [`${name}.roles`] : []
    const deeper = Object.entries(value)
      .filter(([, inner]) => isObject(inner) && Array.isArray(claimOf(inner, 'roles')))
      .map(([step]) => `${name}.${step}.roles`)
    return [...own, ...deeper]
  })
}

/** The claim, other than `name`, that holds one of the wanted values exactly. Inside dictionaries the name is dotted. */
export function claimWith(
  claims: Claims | null,
  wanted: readonly string[],
  name: string,
): string | undefined {
  const flat = roleClaims(claims).find(
    (claim) => claim !== name && listClaim(claims, claim).some((value) => wanted.includes(value)),
  )
  const nested = nestedRoleNames(claims).find(
    (claim) => claim !== name && nestedList(claims, claim)?.some((value) => wanted.includes(value)),
  )
  return flat ?? nested
}

/** A value of the token that is almost a configured one, and in what they differ. */
export type Near = { readonly value: string; readonly configured: string; readonly differIn: string }

/** What people and directories change in a name; the first that makes two values equal says how they differ. */
const DIFFERENCES: readonly { readonly differIn: string; readonly plain: (text: string) => string }[] = [
  { differIn: 'in upper and lower case', plain: (text) => text.toLowerCase() },
  { differIn: 'in spaces', plain: (text) => text.toLowerCase().replace(/\s+/g, '') },
  {
    differIn: 'in the path of the group',
    plain: (text) =>
      text
        .toLowerCase()
        .trim()
        .replace(/^.*[/\\]/, ''),
  },
  {
    differIn: 'in that one is a distinguished name',
    plain: (text) => /^cn=([^,]*)/i.exec(text.trim())?.[1]?.toLowerCase() ?? text.toLowerCase(),
  },
  {
    differIn: 'in spaces, hyphens and underscores',
    plain: (text) => text.toLowerCase().replace(/[\s_-]/g, ''),
  },
]

/** The token's values that differ from a configured one only in the way people and directories write names. */
export function nearMatches(configured: readonly string[], values: readonly string[]): Near[] {
  const spellings = DIFFERENCES.map(({ differIn, plain }) => ({
    differIn,
    plain,
    // Reversed, so that the first of several configured values that look alike is the one that stays.
    meant: new Map([...configured].reverse().map((each) => [plain(each), each])),
  }))
  return values.flatMap((value) => {
    for (const { differIn, plain, meant } of spellings) {
      const found = plain(value) === '' ? undefined : meant.get(plain(value))
      if (found !== undefined && found !== value) {
        return [{ value, configured: found, differIn }]
      }
    }
    return []
  })
}

/** How many values of the token are shown as marks. */
const MOST_MARKS = 100

/** The token's values beside the configured ones; what matched or nearly did comes first when there are many. */
export function marksOf(configured: readonly string[], values: readonly string[]): Mark[] {
  const near = new Map(nearMatches(configured, values).map((each) => [each.value, each.configured]))
  const marks = values.map((value): Mark => {
    const differsFrom = near.get(value)
    return configured.includes(value)
      ? { value, state: 'matched' }
      : differsFrom === undefined
        ? { value, state: 'plain' }
        : { value, state: 'near', differsFrom }
  })
  const weight = { matched: 0, near: 1, plain: 2 }
  return marks.length <= MOST_MARKS
    ? marks
    : marks.sort((left, right) => weight[left.state] - weight[right.state]).slice(0, MOST_MARKS)
}

/** Whether a text is an object id of a directory (GUID). */
export function isObjectId(text: string): boolean {
  return /^\{?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?$/i.test(text.trim())
}

function isObject(value: unknown): value is Claims {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
