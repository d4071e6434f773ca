import { execFileSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { AttemptGrant, AttemptOutcome } from '@/lib/api/attempts'
import { type AttemptFile, openAttempts, reserveAttempt, settleAttempt } from './attempts'

const minute = 60_000
const start = Date.parse('2027-03-01T09:00:00Z')
const attempt = {
  person: 'owner',
  issuer: 'https://idp.example.com/token',
  userName: 'ada@example.com',
  password: 'Tr0ub4dor&3',
}

let folder: string
let file: AttemptFile

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-'))
  file = await openAttempts(folder)
})
afterEach(async () => {
  file.database.close()
  await rm(folder, { recursive: true })
})

async function reopen(): Promise<void> {
  file.database.close()
  file = await openAttempts(folder)
}

function attemptOnce(
  change: Partial<typeof attempt>,
  outcome: AttemptOutcome | 'pending',
  at = start,
): AttemptGrant {
  const grant = reserveAttempt(file, { ...attempt, ...change }, at)
  if (grant.granted && outcome !== 'pending') {
    settleAttempt(file, grant.id, outcome)
  }
  return grant
}

const limitOf = (grant: AttemptGrant) => (grant.granted ? null : grant.limit)

it('lets three of 200 attempts at one user through, over two processes that count together', async () => {
  const other = await openAttempts(folder)
  const grants = Array.from({ length: 200 }, (_, n) =>
    reserveAttempt(n % 2 === 0 ? file : other, { ...attempt, password: `guess ${n}` }, start),
  )
  other.database.close()
  expect(grants.filter(({ granted }) => granted)).toHaveLength(3)
  expect(grants.map(limitOf).filter((limit) => limit === 'user')).toHaveLength(197)
})

it('sends the same password for the same user once at a time', () => {
  const grants = Array.from({ length: 50 }, () => reserveAttempt(file, attempt, start))
  expect(grants.filter(({ granted }) => granted)).toHaveLength(1)
  expect(limitOf(grants[1] as AttemptGrant)).toBe('busy')
})

it('keeps four attempts at most under way, whoever they are for', () => {
  const grants = Array.from({ length: 200 }, (_, n) =>
    reserveAttempt(file, { ...attempt, userName: `user${n}`, password: `guess ${n}` }, start),
  )
  expect(grants.filter(({ granted }) => granted)).toHaveLength(4)
  expect(limitOf(grants[150] as AttemptGrant)).toBe('busy')
})

it('remembers failures across a restart and lets go of them after 15 minutes', async () => {
  for (const n of [1, 2, 3]) {
    expect(attemptOnce({ password: `guess ${n}` }, 'failed', start + n)).toMatchObject({
      granted: true,
      failures: n - 1,
    })
    await reopen()
  }
  const refused = attemptOnce({ password: 'guess 4' }, 'failed', start + 14 * minute)
  expect(refused).toEqual({ granted: false, limit: 'user', until: start + 1 + 15 * minute })
  expect(limitOf(attemptOnce({ password: 'guess 4' }, 'failed', start + 15 * minute + 2))).toBe(null)
})

it.each<AttemptOutcome | 'pending'>(['refused', 'failed', 'not-checked', 'pending'])(
  'counts a password that was sent, also when the answer was "%s"',
  (outcome) => {
    for (const n of [1, 2, 3]) {
      expect(limitOf(attemptOnce({ password: `guess ${n}` }, outcome, start + n))).toBe(null)
    }
    expect(limitOf(attemptOnce({ password: 'guess 4' }, outcome, start + 4))).toBe('user')
  },
)

it('does not count a password that never left this machine', () => {
  for (let n = 0; n < 30; n++) {
    expect(limitOf(attemptOnce({ password: `guess ${n}`, userName: `user${n}` }, 'not-sent'))).toBe(null)
  }
})

it.each([
  ['case', ['ada@example.com', 'ADA@example.com', 'Ada@Example.com', 'aDa@example.com']],
  ['space', ['ada@example.com', ' ada@example.com ', 'ada @example.com', 'ada@example.com\u2003']],
  [
    'invisible characters',
    ['ada@example.com', 'a\u200bda@example.com', 'ada\u00ad@example.com', 'ada@example.com\ufeff'],
  ],
  ['width', ['ada@example.com', 'ａda@example.com', 'ada＠example.com', 'ada@example．com']],
  [
    'composition',
    ['\u00e4da@example.com', 'a\u0308da@example.com', 'Ä\u034fda@example.com', 'A\u0308DA@example.com'],
  ],
])('takes names that differ in %s for one user', (_, names) => {
  const limits = names.map((userName, n) =>
    limitOf(attemptOnce({ userName, password: `guess ${n}` }, 'failed')),
  )
  expect(limits).toEqual([null, null, null, 'user'])
})

it('counts failures of one user at all addresses, and forgives them only where the password was right', async () => {
  attemptOnce({ password: 'a' }, 'refused', start)
  attemptOnce({ password: 'b' }, 'refused', start + 1)
  attemptOnce({ issuer: 'https://evil.example/token', password: 'c' }, 'accepted', start + 2)
  attemptOnce({ password: 'd' }, 'refused', start + 3)
  expect(limitOf(attemptOnce({ password: 'e' }, 'refused', start + 4))).toBe('user')
  await reopen()
  file.database.prepare("delete from attempts where outcome = 'accepted'").run()
  file.database.prepare("update attempts set outcome = 'accepted' where at = ?").run(start + 3)
  expect(attemptOnce({ password: 'e' }, 'refused', start + 5)).toMatchObject({ granted: true, failures: 0 })
})

it('stops at ten failures per address, however it is written', () => {
  const spellings = [
    'https://idp.example.com/token',
    'https://IDP.example.com/token/',
    'https://idp.example.com:443/token?x=1',
  ]
  for (let n = 0; n < 10; n++) {
    const issuer = spellings[n % 3] ?? ''
    expect(limitOf(attemptOnce({ issuer, userName: `user${n}`, password: `p${n}` }, 'failed'))).toBe(null)
  }
  expect(limitOf(attemptOnce({ userName: 'ada' }, 'failed'))).toBe('issuer')
  expect(limitOf(attemptOnce({ userName: 'ada', issuer: 'https://other.example' }, 'failed'))).toBe(null)
})

it('stops at twenty attempts per administrator and hour, right ones included', () => {
  for (let n = 0; n < 20; n++) {
    attemptOnce({ userName: `user${n}`, password: `p${n}` }, 'accepted', start + n)
  }
  expect(attemptOnce({}, 'accepted', start + 59 * minute)).toEqual({
    granted: false,
    limit: 'person',
    until: start + 60 * minute,
  })
  expect(limitOf(attemptOnce({ person: 'other' }, 'accepted', start + 59 * minute))).toBe(null)
  expect(limitOf(attemptOnce({}, 'accepted', start + 61 * minute))).toBe(null)
})

it('does not send one password for a fourth user within an hour, also when it was right for the others', async () => {
  for (const userName of ['a', 'b', 'c']) {
    expect(limitOf(attemptOnce({ userName }, 'accepted'))).toBe(null)
  }
  await reopen()
  expect(limitOf(attemptOnce({ userName: 'd' }, 'accepted', start + 59 * minute))).toBe('spraying')
  const spelled = { userName: 'd', password: 'tr0ub4dor&3\u200b' }
  expect(limitOf(attemptOnce(spelled, 'accepted', start + 59 * minute))).toBe('spraying')
  expect(limitOf(attemptOnce({ userName: 'a' }, 'accepted', start + 59 * minute))).toBe(null)
  expect(limitOf(attemptOnce({ userName: 'd', password: 'other' }, 'accepted'))).toBe(null)
  expect(limitOf(attemptOnce({ userName: 'd' }, 'accepted', start + 61 * minute))).toBe(null)
})

it('does not send a wrong password again for the same user, and does where the application was refused', async () => {
  attemptOnce({}, 'not-checked')
  expect(limitOf(attemptOnce({}, 'refused'))).toBe(null)
  await reopen()
  expect(attemptOnce({}, 'refused', start + 59 * minute)).toMatchObject({ limit: 'repeat' })
  expect(limitOf(attemptOnce({ issuer: 'https://other.example' }, 'accepted'))).toBe(null)
})

it('takes the same password again and again for one guess while the application is refused', () => {
  for (let n = 0; n < 6; n++) {
    expect(limitOf(attemptOnce({}, 'not-checked', start + n))).toBe(null)
  }
  expect(attemptOnce({ password: 'another' }, 'refused', start + 7)).toMatchObject({ failures: 1 })
})

it('keeps no user name, address or password on disk, and nothing at all after an hour', async () => {
  attemptOnce({}, 'refused')
  expect(JSON.stringify(rows())).not.toMatch(/ada|Tr0ub|idp\.example/i)
  await reopen()
  const files = await Promise.all(
    (await readdir(folder)).map((name) => readFile(join(folder, name), 'latin1')),
  )
  expect(files.join('')).not.toMatch(/ada@example|Tr0ub|idp\.example/i)
  attemptOnce({ userName: 'b' }, 'refused', start + 61 * minute)
  expect(rows()).toHaveLength(1)
})

function rows(): unknown[] {
  return file.database.prepare('select * from attempts').all()
}

it.runIf(process.getuid?.() === 0)('a full disk is told as one, and with room it counts again', async () => {
  file.database.close()
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', folder])
  try {
    file = await openAttempts(folder)
    await writeFile(join(folder, 'filler'), Buffer.alloc(2 ** 20)).catch(() => undefined)
    const many = () => {
      for (let n = 0; n < 400; n++) {
        reserveAttempt(
          file,
          { ...attempt, person: `p${n}`, issuer: `i${n}`, userName: `u${n}`, password: `w${n}` },
          start + n * minute,
        )
      }
    }
    expect(many).toThrow(expect.objectContaining({ code: expect.stringMatching(/^SQLITE_(FULL|IOERR)/) }))
    await rm(join(folder, 'filler'))
    expect(attemptOnce({}, 'accepted', start + 1000 * minute)).toMatchObject({ granted: true })
  } finally {
    file.database.close()
    execFileSync('umount', ['-l', folder])
    file = await openAttempts(folder)
  }
})
