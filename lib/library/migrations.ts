import { type Kysely, type Migration, type MigrationProvider, Migrator, sql } from 'kysely'
import { LibraryError } from './errors'
import { addListing } from './listing-step'
import { isPostgres } from './postgres'
import type { Tables } from './tables'

/**
 * The schema's history, forward only; a released step is never edited. Names sort in the order they run.
 * Steps use what SQLite and PostgreSQL share.
 */
const migrations: Readonly<Record<string, Migration>> = {
  '0001-configurations': { up: createConfigurations },
  '0002-drafts': { up: createDrafts },
  '0003-attempts': { up: createAttempts },
  '0004-reports': { up: createReports },
  '0005-drafts-by-window': { up: keyDraftsByWindow },
  '0006-attempts-elsewhere': { up: dropAttempts },
  '0007-authors': { up: addAuthors },
  '0008-listing': { up: addListing },
  '0009-tags': { up: addTags },
  '0010-last-tests': { up: addLastTests },
  '0011-identifiers': { up: addIdentifiers },
  '0012-begun-tests': { up: addBegunTests },
  '0013-notes-of-drafts': { up: addNotesOfDrafts },
  '0014-set-up-steps': { up: createSetUpSteps },
}

/**
 * Brings the schema up to date: all steps or none, also when the process ends in the middle. Throws LibraryError
 * "newer-schema" when the data folder was written by a newer release, before anything is changed.
 */
export function migrate(db: Kysely<Tables>): Promise<void> {
  // Kysely's migrator leaves SQLite without a transaction, though its schema changes are transactional.
  return db.connection().execute(async (connection) => {
    await sql`${sql.raw(isPostgres(connection) ? 'begin' : 'begin immediate')}`.execute(connection)
    try {
      await runSteps(connection)
      await sql`commit`.execute(connection)
    } catch (error) {
      await sql`rollback`.execute(connection).catch(() => undefined)
      throw error
    }
  })
}

async function runSteps(db: Kysely<Tables>): Promise<void> {
  const provider: MigrationProvider = { getMigrations: async () => ({ ...migrations }) }
  const { error } = await new Migrator({ db, provider }).migrateToLatest()
  if (error instanceof Error && /missing/i.test(error.message)) {
    const message = 'The data folder was written by a newer release of Latchkey; start that one.'
    throw new LibraryError('newer-schema', message, { cause: error })
  }
  if (error !== undefined) {
    throw error
  }
}

async function createConfigurations(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('instance')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('key_id', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('configurations')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('provider', 'text')
    .addColumn('domains', 'text', (column) => column.notNull())
    .addColumn('errors', 'integer', (column) => column.notNull())
    .addColumn('advice', 'integer', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .addColumn('deleted_at', 'text')
    .execute()
  await db.schema
    .createTable('versions')
    .addColumn('configuration_id', 'text', (column) => column.notNull().references('configurations.id'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('content', bytesOf(db), (column) => column.notNull())
    .addColumn('note', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('versions_key', ['configuration_id', 'number'])
    .execute()
}

async function createDrafts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('drafts')
    .addColumn('configuration_id', 'text', (column) => column.primaryKey().references('configurations.id'))
    .addColumn('base', 'integer', (column) => column.notNull())
    .addColumn('content', bytesOf(db), (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .execute()
}

async function createAttempts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('attempts')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('issuer', 'text', (column) => column.notNull())
    .addColumn('user_name', 'text', (column) => column.notNull())
    .addColumn('password', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('attempts_at').on('attempts').column('at').execute()
}

async function createReports(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('reports')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('configuration_id', 'text', (column) => column.notNull().references('configurations.id'))
    .addColumn('content', bytesOf(db), (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute()
}

/** SQLite cannot change a primary key, so the rows move. The window of those before is not known: it gets the id of theirs. */
async function keyDraftsByWindow(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('window_drafts')
    .addColumn('configuration_id', 'text', (column) => column.notNull().references('configurations.id'))
    .addColumn('window_id', 'text', (column) => column.notNull())
    .addColumn('base', 'integer', (column) => column.notNull())
    .addColumn('content', bytesOf(db), (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('window_drafts_key', ['configuration_id', 'window_id'])
    .execute()
  await sql`insert into window_drafts (configuration_id, window_id, base, content, updated_at)
    select configuration_id, configuration_id, base, content, updated_at from drafts`.execute(db)
  await db.schema.dropTable('drafts').execute()
  await db.schema.alterTable('window_drafts').renameTo('drafts').execute()
}

/** Attempts are counted in a file of their own, which the command line shares. */
async function dropAttempts(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('attempts').ifExists().execute()
}

/** Versions before had one author, whoever had the server. */
async function addAuthors(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('versions')
    .addColumn('author', 'text', (column) => column.notNull().defaultTo('owner'))
    .execute()
}

async function addTags(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('configurations')
    .addColumn('tags', 'text', (column) => column.notNull().defaultTo('[]'))
    .execute()
  await db.schema.alterTable('configurations').addColumn('note', 'text').execute()
}

async function addLastTests(db: Kysely<unknown>): Promise<void> {
  for (const table of ['configurations', 'reports']) {
    for (const name of ['tested_at', 'verdict']) {
      await db.schema
        .alterTable(table)
        .addColumn(name, 'text', (column) => column.notNull().defaultTo(''))
        .execute()
    }
  }
  await db.schema
    .createIndex('reports_by_test')
    .on('reports')
    .columns(['configuration_id', 'tested_at'])
    .execute()
  await db.schema
    .createIndex('configurations_by_test')
    .on('configurations')
    .columns(['tested_at', 'id'])
    .where(sql.ref('deleted_at'), 'is', null)
    .execute()
}

/** Identifiers of the rows before are read from their newest versions when somebody asks for one. */
async function addIdentifiers(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('configurations').addColumn('identifier', 'text').execute()
  await db.schema.createIndex('configurations_identifier').on('configurations').column('identifier').execute()
}

/** Of the rows before it is known that they were tested where a report was kept, and not known where none was. */
async function addBegunTests(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('configurations').addColumn('began_at', 'text').execute()
  await sql`update configurations set began_at = tested_at where tested_at <> ''`.execute(db)
}

async function addNotesOfDrafts(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('drafts').addColumn('note', 'text').execute()
}

async function createSetUpSteps(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('set_up_steps')
    .addColumn('configuration_id', 'text', (column) => column.notNull().references('configurations.id'))
    .addColumn('guide', 'text', (column) => column.notNull())
    .addColumn('step', 'text', (column) => column.notNull())
    .addColumn('done_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('set_up_steps_key', ['configuration_id', 'guide', 'step'])
    .execute()
}

/** What the database calls a column of bytes. */
const bytesOf = (db: Kysely<unknown>) => (isPostgres(db) ? 'bytea' : 'blob')
