import { type ExpressionBuilder, type Kysely, type SelectQueryBuilder, sql } from 'kysely'
import { folded } from '../api/folded'
import type { ListQuery } from '../api/list'
import type { ListSort } from '../api/list-order'
import type { Tables } from './tables'

type Sorting = keyof Tables['configurations']
/** Each of them has an index, in which the id breaks ties. */
const columnsOf: { readonly [S in ListSort]: readonly Sorting[] } = {
  changed: ['updated_at'],
  name: ['sort_name'],
  provider: ['sort_provider'],
  issues: ['errors', 'advice'],
  tested: ['tested_at'],
  version: ['version'],
}

/** More than this many are not sorted after they were found, but found in the order that is asked for. */
const FEW = 1000
/** Words of a search that count. */
const MOST_WORDS = 10

/** The words of a search as they are looked for. */
export const wordsOf = (find: string): readonly string[] =>
  folded(find).split(/\s+/).filter(Boolean).slice(0, MOST_WORDS)

type Rows = SelectQueryBuilder<Tables, 'configurations', object>

/** The rows of a page of the list in order, without columns, and how many there are on all pages. */
export async function pageOf(db: Kysely<Tables>, query: ListQuery): Promise<{ rows: Rows; total: number }> {
  const words = wordsOf(query.find)
  const listed = db.selectFrom('configurations').where('deleted_at', 'is', null)
  const page = (rows: Rows) => ordered(rows, query).limit(query.take).offset(query.skip)
  if (words.length === 0) {
    return { rows: page(listed), total: await countOf(db, listed) }
  }
  const held = holding(listed, words)
  const some = await idsOf(inIndex(held).limit(FEW + 1))
  if (some.length > FEW) {
    return { rows: page(held), total: await countOf(db, inIndex(held)) }
  }
  // With an id that none has: PostgreSQL takes no list without anything in it.
  return { rows: page(listed.where('id', 'in', ['', ...some])), total: some.length }
}

/** Their ids, read once: all texts are looked through for them. */
async function idsOf(rows: Rows): Promise<readonly string[]> {
  const found = await rows.select('id').execute()
  return found.map(({ id }) => id)
}

/** How many rows stand before a configuration; null when it is not among them. */
export async function placeOf(db: Kysely<Tables>, query: ListQuery, id: string): Promise<number | null> {
  const listed = db.selectFrom('configurations').where('deleted_at', 'is', null)
  const held = holding(listed, wordsOf(query.find))
  const columns = [...columnsOf[query.sort], 'id' as const]
  const own = (column: Sorting) =>
    sql`(select ${sql.ref(`own.${column}`)} from configurations as own where own.id = ${id})`
  const before = sql<boolean>`(${sql.join(columns.map((column) => sql.ref(column)))})
    ${sql.raw(query.order === 'asc' ? '<' : '>')} (${sql.join(columns.map(own))})`
  const there = await countOf(db, held.where('id', '=', id))
  return there === 0 ? null : countOf(db, held.where(before))
}

/** By the columns themselves: what is read of them has the same names and, as bytes, another order and no index. */
function ordered(rows: Rows, { sort, order }: ListQuery): Rows {
  return [...columnsOf[sort], 'id' as const].reduce(
    (sorted, column) => sorted.orderBy(`configurations.${column}`, order),
    rows,
  )
}

function holding(rows: Rows, words: readonly string[]): Rows {
  return words.reduce((left, word) => left.where((parts) => holds(parts, word)), rows)
}

function holds({ ref }: ExpressionBuilder<Tables, 'configurations'>, word: string) {
  const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`
  return sql<boolean>`${ref('search')} like ${pattern} escape '\\'`
}

/** SQLite reads the narrow index of the texts, rather than all rows, when it is asked for a range of it. */
const inIndex = (rows: Rows): Rows => rows.where('search', '>=', '')

async function countOf(db: Kysely<Tables>, rows: Rows): Promise<number> {
  const { count } = await db
    .selectFrom(rows.select('id').as('found'))
    .select(({ fn }) => fn.countAll<number | string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}
