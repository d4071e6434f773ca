import { type Kysely, PostgresAdapter } from 'kysely'

/** Whether the database behind a connection is PostgreSQL; otherwise it is SQLite. */
export const isPostgres = (db: Pick<Kysely<unknown>, 'getExecutor'>): boolean =>
  db.getExecutor().adapter instanceof PostgresAdapter
