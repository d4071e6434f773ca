import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { AttemptOutcome } from './attempt-budget'
import { type AttemptGrant, reserveAttempt, settleAttempt } from './attempts'
import { type Library, openLibrary } from './open'

const minute = 60_000
const start = Date.parse('2027-03-01T09:00:00Z')
const attempt = {
  person: 'owner',
  issuer: 'https://idp.example.com',
  userName: 'ada@example.com',
  password: 'Tr0ub4dor&3',
}

let folder: string
let library: Library

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-'))
  library = await openLibrary(folder, undefined)
})
afterEach(async () => {
  await library.close()
  await rm(folder, { recursive: true })
})

async function reopen(): Promise<void> {
  await library.close()
  library = await openLibrary(folder, undefined)
}

async function attemptOnce(
  change: Partial<typeof attempt>,
  outcome: AttemptOutcome,
  at = start,
): Promise<AttemptGrant> {
  const grant = await reserveAttempt(library, { ...attempt, ...change }, at)
  if (grant.granted) {
    await settleAttempt(library, grant.id, outcome)
  }
  return grant
}

const limitOf = (grant: AttemptGrant) => (grant.granted ? null : grant.limit)

it('lets three of 200 simultaneous attempts at one user through', async () => {
  const grants = await Promise.all(
    Array.from({ length: 200 }, (_, n) =>
      reserveAttempt(library, { ...attempt, password: `guess ${n}` }, start),
    ),
  )
  expect(grants.filter(({ granted }) => granted)).toHaveLength(3)
  expect(grants.map(limitOf).filter((limit) => limit === 'user')).toHaveLength(197)
})

it('sends the same password for the same user once at a time', async () => {
  const grants = await Promise.all(Array.from({ length: 50 }, () => reserveAttempt(library, attempt, start)))
  expect(grants.filter(({ granted }) => granted)).toHaveLength(1)
  expect(limitOf(grants[1] as AttemptGrant)).toBe('busy')
})

it('keeps four attempts at most under way, whoever they are for', async () => {
  const grants = await Promise.all(
    Array.from({ length: 200 }, (_, n) =>
      reserveAttempt(library, { ...attempt, userName: `user${n}`, password: `guess ${n}` }, start),
    ),
  )
  expect(grants.filter(({ granted }) => granted)).toHaveLength(4)
  expect(limitOf(grants[150] as AttemptGrant)).toBe('busy')
})

it('remembers failures across a restart and lets go of them after 15 minutes', async () => {
  for (const n of [1, 2, 3]) {
    expect(await attemptOnce({ password: `guess ${n}` }, 'failed', start + n)).toMatchObject({
      granted: true,
      failures: n - 1,
    })
    await reopen()
  }
  const refused = await attemptOnce({ password: 'guess 4' }, 'failed', start + 14 * minute)
  expect(refused).toEqual({ granted: false, limit: 'user', until: start + 1 + 15 * minute })
  expect(limitOf(await attemptOnce({ password: 'guess 4' }, 'failed', start + 15 * minute + 2))).toBe(null)
})

it('takes other spellings of a user name for the same user', async () => {
  for (const userName of ['ada@example.com', 'ADA@example.com', ' Ada@Example.com ']) {
    await attemptOnce({ userName, password: userName }, 'failed')
  }
  expect(limitOf(await attemptOnce({ password: 'another' }, 'failed'))).toBe('user')
})

it('counts failures of one user at all issuers, and forgives them only where the password was right', async () => {
  await attemptOnce({ password: 'a' }, 'refused', start)
  await attemptOnce({ password: 'b' }, 'refused', start + 1)
  await attemptOnce({ issuer: 'https://evil.example', password: 'c' }, 'accepted', start + 2)
  await attemptOnce({ password: 'd' }, 'refused', start + 3)
  expect(limitOf(await attemptOnce({ password: 'e' }, 'refused', start + 4))).toBe('user')
  await reopen()
  await library.db.deleteFrom('attempts').where('outcome', '=', 'accepted').execute()
  await library.db
    .updateTable('attempts')
    .set({ outcome: 'accepted' })
    .where('at', '=', iso(start + 3))
    .execute()
  expect(await attemptOnce({ password: 'e' }, 'refused', start + 5)).toMatchObject({
    granted: true,
    failures: 0,
  })
})

it('stops at ten failures per issuer', async () => {
  for (let n = 0; n < 10; n++) {
    await attemptOnce({ userName: `user${n}`, password: `p${n}` }, 'failed')
  }
  expect(limitOf(await attemptOnce({ userName: 'ada' }, 'failed'))).toBe('issuer')
  expect(limitOf(await attemptOnce({ userName: 'ada', issuer: 'https://other.example' }, 'failed'))).toBe(
    null,
  )
})

it('stops at twenty attempts per administrator and hour, right ones included', async () => {
  for (let n = 0; n < 20; n++) {
    await attemptOnce({ userName: `user${n}`, password: `p${n}` }, 'accepted', start + n)
  }
  expect(await attemptOnce({}, 'accepted', start + 59 * minute)).toEqual({
    granted: false,
    limit: 'person',
    until: start + 60 * minute,
  })
  expect(limitOf(await attemptOnce({ person: 'other' }, 'accepted', start + 59 * minute))).toBe(null)
  expect(limitOf(await attemptOnce({}, 'accepted', start + 61 * minute))).toBe(null)
})

it('does not send one password for a fourth user within an hour, also when it was right for the others', async () => {
  for (const userName of ['a', 'b', 'c']) {
    expect(limitOf(await attemptOnce({ userName }, 'accepted'))).toBe(null)
  }
  await reopen()
  expect(limitOf(await attemptOnce({ userName: 'd' }, 'accepted', start + 59 * minute))).toBe('spraying')
  expect(limitOf(await attemptOnce({ userName: 'a' }, 'accepted', start + 59 * minute))).toBe(null)
  expect(limitOf(await attemptOnce({ userName: 'd', password: 'other' }, 'accepted'))).toBe(null)
  expect(limitOf(await attemptOnce({ userName: 'd' }, 'accepted', start + 61 * minute))).toBe(null)
})

it('does not send a wrong password again for the same user, and does where the application was refused', async () => {
  await attemptOnce({}, 'not-checked')
  expect(limitOf(await attemptOnce({}, 'refused'))).toBe(null)
  await reopen()
  expect(await attemptOnce({}, 'refused', start + 59 * minute)).toMatchObject({ limit: 'repeat' })
  expect(limitOf(await attemptOnce({ issuer: 'https://other.example' }, 'accepted'))).toBe(null)
})

it('keeps no user name, issuer or password on disk, and nothing at all after an hour', async () => {
  await attemptOnce({}, 'refused')
  const [row] = await library.db.selectFrom('attempts').selectAll().execute()
  expect(JSON.stringify(row)).not.toMatch(/ada|Tr0ub|idp\.example/i)
  await reopen()
  const files = await Promise.all(
    (await readdir(folder)).map((name) => readFile(join(folder, name), 'latin1')),
  )
  expect(files.join('')).not.toMatch(/ada@example|Tr0ub|idp\.example/i)
  await library.db.deleteFrom('attempts').execute()
  await attemptOnce({}, 'refused', Date.now() - 61 * minute)
  await reopen()
  expect(await library.db.selectFrom('attempts').selectAll().execute()).toEqual([])
})

function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}
