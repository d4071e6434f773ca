import { type CompiledQuery, type DatabaseConnection, type Driver, SqliteDialect } from 'kysely'
import { storageProblem } from './storage-problem'
import type { StorageState } from './storage-state'

/**
 * SQLite whose errors about the disk are LibraryErrors and are noted in `state`, with how much was to be written.
 * @param database an open libsql database
 */
export class LibraryDialect extends SqliteDialect {
  readonly #state: StorageState

  constructor(database: ConstructorParameters<typeof SqliteDialect>[0]['database'], state: StorageState) {
    super({ database })
    this.#state = state
  }

  override createDriver(): Driver {
    const driver = super.createDriver()
    const watched = new WeakMap<DatabaseConnection, DatabaseConnection>()
    const watch = (connection: DatabaseConnection) => {
      const known = watched.get(connection) ?? watching(connection, this.#state)
      watched.set(connection, known)
      return known
    }
    return {
      init: () => driver.init(),
      acquireConnection: async () => watch(await driver.acquireConnection()),
      beginTransaction: (connection, settings) => driver.beginTransaction(connection, settings),
      commitTransaction: (connection) => driver.commitTransaction(connection),
      rollbackTransaction: (connection) => driver.rollbackTransaction(connection).catch(unlessOver),
      releaseConnection: (connection) => driver.releaseConnection(connection),
      destroy: () => driver.destroy(),
    }
  }
}

/** SQLite itself rolls back when the disk is full; what was wrong must not be hidden behind a second error. */
function unlessOver(error: unknown): void {
  if (!(error instanceof Error && error.message.includes('no transaction is active'))) {
    throw error
  }
}

function watching(connection: DatabaseConnection, state: StorageState): DatabaseConnection {
  let bytes = 0
  return {
    streamQuery: (query, size) => connection.streamQuery(query, size),
    async executeQuery<R>(query: CompiledQuery) {
      bytes = (query.sql === 'begin' ? 0 : bytes) + blobBytes(query)
      try {
        return await connection.executeQuery<R>(query)
      } catch (error) {
        const problem = storageProblem(error)
        if (problem === null) {
          throw error
        }
        state.trouble = { problem, bytes }
        throw problem
      }
    },
  }
}

function blobBytes({ parameters }: CompiledQuery): number {
  return parameters.reduce<number>(
    (sum, value) => sum + (value instanceof Uint8Array ? value.byteLength : 0),
    0,
  )
}
