import * as z from 'zod'
import type { ConfigurationItem } from './configurations'
import { firstOrder, LISTED, listSorts, MOST_LISTED } from './list-order'
import type { Verdict } from './report'

/** Words that have to be in a row, each of them, wherever. */
const find = z
  .string()
  .max(200)
  .regex(/^\P{Cc}*$/u)

/** GET /api/configurations. */
export const listQuery = z
  .strictObject({
    find: find.default(''),
    sort: z.enum(listSorts).default('changed'),
    order: z.enum(['asc', 'desc']).optional(),
    skip: z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number)
      .default(0),
    take: z
      .string()
      .regex(/^[1-9]\d{0,2}$/)
      .transform(Number)
      .refine((take) => take <= MOST_LISTED)
      .default(LISTED),
    /** The configuration whose place is wanted as well. */
    place: z.uuid().optional(),
  })
  .transform(({ order, ...query }) => ({ ...query, order: order ?? firstOrder[query.sort] }))
export type ListQuery = z.infer<typeof listQuery>

/** A row of the list. */
export type ListedItem = ConfigurationItem & {
  /** A window keeps changes of it that are not saved. */
  readonly unsaved: boolean
  readonly tags: readonly string[]
  readonly note: string | null
  /** The last test of which a report is kept. */
  readonly lastTest: { readonly at: string; readonly verdict: Verdict } | null
  /** Whether a test of it has begun here; null where that is not known, from before it was noted. */
  readonly tested: boolean | null
}

/** Some of the configurations that hold the words, in order. */
export type ConfigurationList = {
  readonly configurations: readonly ListedItem[]
  /** How many hold the words. */
  readonly total: number
  /** How many stand before the one whose place was asked for; null when it is not among them. */
  readonly place: number | null
}
