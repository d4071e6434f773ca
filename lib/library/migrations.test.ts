import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Kysely, sql } from 'kysely'
import Database from 'libsql'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { LibraryDialect } from './dialect'
import { readDraft } from './drafts'
import { listConfigurations } from './list'
import { migrate } from './migrations'
import { openLibrary } from './open'
import { readConfiguration } from './read'
import { keyId, seal } from './seal'
import { makeKey } from './secret-key'
import type { Tables } from './tables'

const id = '7d9a0c4e-5a1f-4c1e-9d55-0f3b8f0a2c11'
const at = '2026-01-05T08:00:00.000Z'
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-migrations-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** A library as the releases before drafts were kept by window left it, with a configuration and its draft. */
async function makeOldLibrary(): Promise<void> {
  const key = await makeKey(folder)
  const database = new Database(join(folder, 'latchkey.db'))
  database.exec(`
    create table instance (id integer primary key, key_id text not null);
    create table configurations (id text primary key, name text not null, provider text, domains text not null,
      errors integer not null, advice integer not null, version integer not null, created_at text not null,
      updated_at text not null, deleted_at text);
    create table versions (configuration_id text not null references configurations (id), number integer not null,
      name text not null, content blob not null, note text, created_at text not null,
      primary key (configuration_id, number));
    create table drafts (configuration_id text primary key references configurations (id), base integer not null,
      content blob not null, updated_at text not null);
    create table attempts (id text primary key, at text not null, person text not null, issuer text not null,
      user_name text not null, password text not null, outcome text not null);
    create index attempts_at on attempts (at);
    create table reports (id text primary key, configuration_id text not null references configurations (id),
      content blob not null, created_at text not null);
    create table kysely_migration (name varchar(255) primary key, timestamp varchar(255) not null);
    create table kysely_migration_lock (id varchar(255) primary key, is_locked integer default 0 not null);
    insert into kysely_migration_lock values ('migration_lock', 0)`)
  for (const name of ['0001-configurations', '0002-drafts', '0003-attempts', '0004-reports']) {
    database.prepare('insert into kysely_migration values (?, ?)').run(name, at)
  }
  const sealed = (table: string, text: string) =>
    Buffer.from(seal(Buffer.from(text), key, { table, id, version: 1 }))
  database.prepare('insert into instance values (1, ?)').run(keyId(key))
  database
    .prepare('insert into configurations values (?, ?, null, ?, 0, 0, 1, ?, ?, null)')
    .run(id, 'Acme', '[]', at, at)
  database
    .prepare('insert into versions values (?, 1, ?, ?, null, ?)')
    .run(id, 'Acme', sealed('versions', 'saved'), at)
  database.prepare('insert into drafts values (?, 1, ?, ?)').run(id, sealed('drafts', 'unsaved'), at)
  database.close()
}

async function expectEverything(where: string): Promise<void> {
  const library = await openLibrary(where, undefined)
  expect((await listConfigurations(library)).configurations).toHaveLength(1)
  const { content } = await readConfiguration(library, id)
  const draft = await readDraft(library, id, id)
  expect([Buffer.from(content).toString(), Buffer.from(draft?.content ?? []).toString()]).toEqual([
    'saved',
    'unsaved',
  ])
  const check = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(library.db)
  expect(check.rows).toEqual([{ integrity_check: 'ok' }])
  await library.close()
}

/** A copy of all files as they are at this moment: what is left when the process is killed now. */
function copyNow(from: string, to: string, names: readonly string[]): void {
  mkdirSync(to)
  for (const name of names) {
    if (existsSync(join(from, name))) {
      copyFileSync(join(from, name), join(to, name))
    }
  }
}

it('an update that is killed before any of its statements is whole or not begun at the next start', async () => {
  await makeOldLibrary()
  const names = ['latchkey.db', 'latchkey.db-wal', 'latchkey.db-journal', 'secret.key']
  const moments: string[] = []
  const database = new Database(join(folder, 'latchkey.db'))
  database.exec('pragma journal_mode = WAL')
  const watched = new Proxy(database, {
    get: (target, name) => {
      const value = Reflect.get(target, name) as unknown
      if (name !== 'prepare') {
        return typeof value === 'function' ? value.bind(target) : value
      }
      return (statement: string) => {
        const moment = join(folder, `moment-${moments.length}`)
        copyNow(folder, moment, names)
        moments.push(moment)
        return target.prepare(statement)
      }
    },
  })
  const db = new Kysely<Tables>({ dialect: new LibraryDialect(watched as never, { trouble: null }) })
  await migrate(db)
  await db.destroy()
  expect(moments.length).toBeGreaterThan(10)
  for (const moment of moments) {
    await expectEverything(moment)
  }
  await expectEverything(folder)
})

it('a library of a newer release is left as it is', async () => {
  await makeOldLibrary()
  const database = new Database(join(folder, 'latchkey.db'))
  database.prepare('insert into kysely_migration values (?, ?)').run('9000-next', at)
  database.close()
  await expect(openLibrary(folder, undefined)).rejects.toMatchObject({ code: 'newer-schema' })
  const again = new Database(join(folder, 'latchkey.db'))
  expect(again.prepare('select count(*) as count from kysely_migration').get()).toMatchObject({ count: 5 })
  expect(again.prepare("select sql from sqlite_master where name = 'drafts'").get()).toMatchObject({
    sql: expect.not.stringContaining('window_id'),
  })
  again.close()
  expect((await readdir(folder)).toSorted()).toContain('latchkey.db')
})
