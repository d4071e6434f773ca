import { distance } from '../../../schema/nearest'
import type { Claims } from './statement'

/** The value of a claim; undefined when the token lacks it. Names that objects inherit are no claims. */
export function claimOf(claims: Claims | null, name: string): unknown {
  return claims !== null && Object.hasOwn(claims, name) ? claims[name] : undefined
}

/** The text of a claim; undefined when it is absent, empty or not text. */
export function textClaim(claims: Claims | null, name: string): string | undefined {
  const value = claimOf(claims, name)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

/** What a claim is that is there and holds no text: "a number", "empty"; null for a text and for one that is not there. */
export function oddClaim(claims: Claims | null, name: string): string | null {
  const value = claimOf(claims, name)
  return value === undefined || textClaim(claims, name) !== undefined ? null : whatItIs(value)
}

/** Why a claim gives no text, as a clause: it is not there, or something else. */
export function lackOf(claims: Claims | null, name: string): string {
  const odd = oddClaim(claims, name)
  return odd === null ? 'which the token lacks' : `which is ${odd} in the token`
}

/** What a value that cannot be read as text is, in words that follow "is". */
export function whatItIs(value: unknown): string {
  if (typeof value === 'string') {
    return 'empty'
  }
  if (Array.isArray(value)) {
    return 'a list'
  }
  return value === null ? 'null' : typeof value === 'object' ? 'a dictionary' : `a ${typeof value}`
}

/** The texts of a claim that is a list or a single text; numbers count as their digits. Empty for anything else. */
export function listClaim(claims: Claims | null, name: string): string[] {
  const value = claimOf(claims, name)
  const items = Array.isArray(value) ? value : [value]
  return items.flatMap((item) =>
    typeof item === 'string' ? [item] : typeof item === 'number' ? [String(item)] : [],
  )
}

/** Names of claims that list groups or roles at the usual providers, the usual ones first. */
const ROLE_CLAIMS = ['groups', 'roles', 'role', 'group', 'groupIds', 'wids', 'memberOf', 'member_of']

/** The claims of the token that may hold groups or roles: the well-known ones, then those of a like name. */
export function roleClaims(claims: Claims | null): string[] {
  const names = Object.keys(claims ?? {})
  const known = ROLE_CLAIMS.filter((name) => names.includes(name))
  return [...known, ...names.filter((name) => !known.includes(name) && /group|role/i.test(name))]
}

/** The claim whose name is nearest to one that the token lacks: other capitals, a plural, a slip. */
export function nearestClaim(claims: Claims | null, name: string): string | undefined {
  const plain = (text: string) => text.toLowerCase().replace(/[\s_.:/-]/g, '')
  const wanted = plain(name)
  const limit = Math.min(2, Math.floor(wanted.length / 3))
  return Object.keys(claims ?? {})
    .filter((candidate) => candidate.length < 100)
    .map((candidate) => ({ candidate, steps: distance(plain(candidate), wanted) }))
    .filter(({ steps }) => steps <= limit)
    .sort((left, right) => left.steps - right.steps)[0]?.candidate
}
