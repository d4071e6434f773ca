import { sql } from 'kysely'

/**
 * Columns as bytes. libsql ends the whole process when it reads a text that is not UTF-8, as a damaged disk leaves it;
 * bytes it gives as they are, and what they spell is looked at here.
 */

/** More than any text of a row has; the rest of a longer one is not read. */
const most = 100_000

/** A text, number or null of a row, for textOf() and numberOf(). */
export function asBytes<Column extends string>(column: Column) {
  const ref = sql.ref(column)
  return sql<ArrayBuffer | null>`cast(substr(cast(${ref} as blob), 1, ${sql.lit(most)}) as blob)`.as(column)
}

/** A sealed content; null when the row holds something else there. */
export function asContent<Column extends string>(column: Column) {
  const ref = sql.ref(column)
  return sql<ArrayBuffer | null>`case when typeof(${ref}) = 'blob' then ${ref} end`.as(column)
}

/** The text of a column read by asBytes(); null for null and for what is not UTF-8. */
export function textOf(value: ArrayBuffer | null): string | null {
  try {
    return value && new TextDecoder('utf-8', { fatal: true }).decode(value)
  } catch {
    return null
  }
}

/** The whole number of a column read by asBytes(); null for everything else. */
export function numberOf(value: ArrayBuffer | null): number | null {
  const text = textOf(value) ?? ''
  return /^-?\d{1,15}$/.test(text) ? Number(text) : null
}
