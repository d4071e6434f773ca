import { isUuid } from '@/lib/profile/uuid'

/** Which versions are compared, and how the difference is shown. */
export type Chosen = {
  readonly from: number
  /** The configuration that `to` is a version of; null where it is the same one. */
  readonly other: string | null
  readonly to: number
  readonly view: 'keys' | 'xml'
}

/** The other configuration that an address names, beside the one with this id; null when it names none. */
export function otherIn(search: Pick<URLSearchParams, 'get'>, id: string): string | null {
  const other = search.get('with')?.toLowerCase() ?? ''
  return isUuid(other) && other !== id ? other : null
}

/**
 * What the address of the history chooses; where it names no version that is there, the newest and the one before, or the
 * newest of both configurations.
 * @param newest number of the newest version
 * @param other the configuration that otherIn() names, with its newest version
 */
export function chosenBy(
  search: Pick<URLSearchParams, 'get'>,
  newest: number,
  other: { readonly id: string; readonly version: number } | null = null,
): Chosen {
  const last = other?.version ?? newest
  const to = numberIn(search.get('to'), last) ?? last
  return {
    from: numberIn(search.get('from'), newest) ?? (other ? newest : Math.max(1, to - 1)),
    other: other?.id ?? null,
    to,
    view: search.get('view') === 'xml' ? 'xml' : 'keys',
  }
}

/**
 * The same with this version of the configuration: beside the other configuration, else as what changed since the version
 * before it; the first one, since which all has changed, with the newest.
 */
export function withVersion(chosen: Chosen, number: number, newest: number): Chosen {
  if (chosen.other !== null) {
    return { ...chosen, from: number }
  }
  return number === 1 ? { ...chosen, from: 1, to: newest } : { ...chosen, from: number - 1, to: number }
}

/** The part of the address that chooses so. */
export function asSearch({ from, other, to, view }: Chosen): string {
  return `?from=${from}${other ? `&with=${other}` : ''}&to=${to}${view === 'xml' ? '&view=xml' : ''}`
}

/** The address at which a version of the configuration with this id is compared. */
export const comparisonAddress = (id: string, chosen: Chosen) =>
  `/configurations/${id}/history${asSearch(chosen)}`

type OneSide = { readonly id: string; readonly version: number }

/** The address at which the versions of two configurations are compared. */
export const addressOfTwo = (one: OneSide, other: OneSide, view: Chosen['view'] = 'keys') =>
  comparisonAddress(one.id, { from: one.version, other: other.id, to: other.version, view })

function numberIn(text: string | null, newest: number): number | null {
  const number = /^[1-9]\d{0,8}$/.test(text ?? '') ? Number(text) : 0
  return number >= 1 && number <= newest ? number : null
}
