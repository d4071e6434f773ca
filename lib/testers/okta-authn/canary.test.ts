import { afterEach, expect, it, vi } from 'vitest'
import { totp } from '@/demo/okta/totp'
import { standInSeed } from '@/demo/okta/users'
import type { OktaAnswer } from '../../api/report'
import { drive, type Seen, withStandIn } from './fixtures/drive'

const { standIn } = withStandIn()
const password = 'c4nary-pässword/+&"x'
const logged: unknown[] = []
for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
  vi.spyOn(console, method).mockImplementation((...args) => void logged.push(...args))
}
afterEach(() => {
  expect(logged).toEqual([])
})

/** Everything the browser gets, in the form it gets it, without the picture of the QR code, which it has to see. */
function told({ events }: Seen): string {
  return JSON.stringify(events).replace(/data:image\/png;base64,[\w+/=]*/g, '')
}

/** The secrets that cross the stand-in, from its answers. */
const stateToken = /\b00[0-9a-f]{40}\b/
const sessionToken = /20111session-/
const qrSecret = /20111-[0-9a-f]{24}/

const ways: readonly (readonly [string, readonly OktaAnswer[], readonly string[]])[] = [
  ['plain', [], []],
  ['push', [{ action: 'factor', factor: 'opf1' }, { action: 'poll' }, { action: 'poll' }], []],
  [
    'sms',
    [
      { action: 'factor', factor: 'sms1' },
      { action: 'submit', value: '424242' },
    ],
    ['424242'],
  ],
  [
    'question',
    [
      { action: 'factor', factor: 'ufs1' },
      { action: 'submit', value: 'turnip' },
    ],
    ['turnip'],
  ],
  [
    'question',
    [{ action: 'factor', factor: 'ufs1' }, { action: 'submit', value: 'swede-x' }, { action: 'cancel' }],
    ['swede-x'],
  ],
  [
    'parrot',
    [{ action: 'factor', factor: 'ost1' }, { action: 'submit', value: '987654' }, { action: 'cancel' }],
    ['987654'],
  ],
  [
    'enroll',
    [{ action: 'factor', factor: 'token:software:totp:OKTA:1' }, { action: 'enroll' }, { action: 'cancel' }],
    [standInSeed],
  ],
  [
    'enroll',
    [
      { action: 'factor', factor: 'push:OKTA:0' },
      { action: 'enroll' },
      { action: 'poll' },
      { action: 'poll' },
    ],
    [],
  ],
  ['stale', [{ action: 'factor', factor: 'sms1' }], []],
  ['expired', [], []],
  ['novel', [], []],
]

it.each(ways)('%s: no event and no log holds a secret (%#)', async (user, answers, more) => {
  const users = standIn().users
  const script = users[`${user}@example.com`]
  if (script !== undefined) {
    users[`canary-${user}@example.com`] = { ...script, password }
  }
  const seen = await drive({ standIn: standIn(), user: `canary-${user}`, password }, answers)
  expect(seen.summary?.title).not.toMatch(/may be wrong/)
  const text = told(seen)
  expect(text).toContain('Primary authentication')
  for (const secret of [
    password,
    JSON.stringify(password).slice(1, -1),
    encodeURIComponent(password),
    ...more,
  ]) {
    expect(text).not.toContain(secret)
  }
  expect(text).not.toMatch(stateToken)
  expect(text).not.toMatch(sessionToken)
  expect(text).not.toMatch(qrSecret)
})

it('a wrong password is in no event either', async () => {
  const seen = await drive({ standIn: standIn(), user: 'plain', password })
  expect(seen.summary?.verdict).toBe('failed')
  expect(told(seen)).not.toContain('c4nary')
})

it('secrets that the organization repeats where they are shown are hidden', async () => {
  const users = standIn().users
  users['echo@example.com'] = {
    password,
    status: 'MFA_REQUIRED',
    factors: [
      {
        id: 'ost7',
        factorType: 'token:software:totp',
        provider: 'OKTA',
        profile: { name: `it is ${password}` },
        seed: standInSeed,
      },
      { id: 'xyz7', factorType: password, provider: password },
    ],
  }
  users['status@example.com'] = { password, status: password }
  const first = await drive({ standIn: standIn(), user: 'echo', password }, [
    { action: 'factor', factor: 'ost7' },
    { action: 'submit', value: totp(standInSeed, Date.now()) },
  ])
  const second = await drive({ standIn: standIn(), user: 'status', password })
  expect(first.prompts[0]?.factors?.[0]?.detail).toBe('it is <password>')
  for (const text of [told(first), told(second)]) {
    expect(text).not.toContain('c4nary')
  }
})
