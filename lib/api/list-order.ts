/** What the list can be sorted by. */
export const listSorts = ['changed', 'name', 'provider', 'issues', 'tested', 'version'] as const
export type ListSort = (typeof listSorts)[number]
export type ListOrder = 'asc' | 'desc'

/** The order that people expect first: the latest change, the most issues, names from A. */
export const firstOrder: { readonly [S in ListSort]: ListOrder } = {
  changed: 'desc',
  name: 'asc',
  provider: 'asc',
  issues: 'desc',
  tested: 'desc',
  version: 'desc',
}

/** Configurations in one answer, when nothing else is asked, and at most. */
export const LISTED = 50
export const MOST_LISTED = 100
