import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, it, vi } from 'vitest'
import { standInPassword } from '@/demo/okta/users'
import type { OktaAnswer, TestEvent } from '../../api/report'
import { drive, give, okta, owner, tools, withStandIn } from './fixtures/drive'
import type { OktaTools } from './sign-in'
import { answerOkta, testOkta } from './test-okta'
import { closeAll, openCount } from './transactions'

const { standIn } = withStandIn()
const run = (user: string) => ({ standIn: standIn(), user })
const cancels = () =>
  standIn().calls.filter(({ path, status }) => path.endsWith('/cancel') && status === 200).length
const input = (user: string) => ({
  settings: okta(standIn().url),
  userName: `${user}@example.com`,
  password: standInPassword,
  owner,
})

afterEach(() => {
  vi.useRealTimers()
})

/** Every state in which something is open at Okta, by the answers that lead there. */
const phases: readonly (readonly [string, string, readonly OktaAnswer[]])[] = [
  ['MFA_REQUIRED', 'everything', []],
  ['before a code', 'totp', [{ action: 'factor', factor: 'ost1' }]],
  [
    'after a wrong code',
    'totp',
    [
      { action: 'factor', factor: 'ost1' },
      { action: 'submit', value: '1' },
    ],
  ],
  ['MFA_CHALLENGE by push', 'push', [{ action: 'factor', factor: 'opf1' }]],
  ['MFA_CHALLENGE, polled', 'push', [{ action: 'factor', factor: 'opf1' }, { action: 'poll' }]],
  ['MFA_CHALLENGE, rejected', 'reject', [{ action: 'factor', factor: 'opf3' }, { action: 'poll' }]],
  ['MFA_CHALLENGE by text message', 'sms', [{ action: 'factor', factor: 'sms1' }]],
  ['MFA_ENROLL', 'enroll', []],
  ['before enrolling', 'enroll', [{ action: 'factor', factor: 'push:OKTA:0' }]],
  ['before a phone number', 'enroll', [{ action: 'factor', factor: 'sms:OKTA:2' }, { action: 'enroll' }]],
  ['MFA_ENROLL_ACTIVATE', 'enroll', [{ action: 'factor', factor: 'push:OKTA:0' }, { action: 'enroll' }]],
  ['PASSWORD_WARN', 'warn', []],
]

it.each(phases)('%s: stopping the test cancels the sign-in at Okta, once', async (_, user, answers) => {
  const before = cancels()
  const seen = await drive(run(user), [...answers, { action: 'cancel' }])
  expect(seen.summary).toMatchObject({ verdict: 'cancelled', title: 'The test was stopped' })
  expect(cancels() - before).toBe(1)
})

it.each(phases)(
  '%s: a browser that never comes back is cancelled after five minutes',
  async (_, user, answers) => {
    const before = cancels()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const seen = drive(run(user), answers)
    await vi.waitFor(async () => {
      await vi.advanceTimersByTimeAsync(1)
      expect(openCount()).toBe(1)
    })
    await seen
    await vi.advanceTimersByTimeAsync(5 * 60 * 1000 - 60_000)
    expect([openCount(), cancels() - before]).toEqual([1, 0])
    await vi.advanceTimersByTimeAsync(60_000)
    vi.useRealTimers()
    await vi.waitFor(() => expect(cancels() - before).toBe(1))
  },
)

it('a server that stops cancels what is open', async () => {
  const before = cancels()
  await Promise.all([drive(run('sms')), drive(run('push')), drive(run('warn'))])
  expect(openCount()).toBe(3)
  await closeAll()
  expect([openCount(), cancels() - before]).toEqual([0, 3])
})

it.each([1, 2, 3, 4, 5, 6, 7])(
  'leaving after event %i of the first request leaves nothing open at Okta',
  async (most) => {
    const controller = new AbortController()
    const seen: TestEvent[] = []
    for await (const event of testOkta(input('push'), { ...tools, signal: controller.signal })) {
      seen.push(event)
      if (seen.length === most) {
        break
      }
    }
    await vi.waitFor(() => expect([standIn().open(), openCount()]).toEqual([0, 0]))
  },
)

it('a request that is aborted leaves the sign-in to the next one for a moment', async () => {
  const before = cancels()
  const seen = await drive(run('push'), [{ action: 'factor', factor: 'opf1' }])
  const handle = seen.prompts.at(-1)?.handle ?? ''
  const gone = new AbortController()
  const aborted = answerOkta({ handle, owner, action: 'poll' }, { ...tools, signal: gone.signal })
  const first = await aborted?.next()
  expect(first?.value).toMatchObject({ type: 'started' })
  gone.abort()
  await aborted?.return()
  await give({ action: 'previous' }, seen)
  expect(seen.prompts.at(-1)?.title).toBe('Choose a factor')
  await sleep(60)
  expect([openCount(), cancels() - before]).toEqual([1, 0])
  await give({ action: 'cancel' }, seen)
})

it('a request that is aborted and not followed by another ends the sign-in', async () => {
  const before = cancels()
  const slow: OktaTools = { ...tools, wait: (_, signal) => sleep(60_000, undefined, { signal }) }
  const seen = await drive({ ...run('push'), tools: slow }, [{ action: 'factor', factor: 'opf1' }])
  const handle = seen.prompts.at(-1)?.handle ?? ''
  const gone = new AbortController()
  const events = answerOkta({ handle, owner, action: 'poll' }, { now: Date.now, signal: gone.signal })
  setTimeout(() => gone.abort(), 20)
  const received: TestEvent[] = []
  for await (const event of events ?? []) {
    received.push(event)
  }
  expect(received.at(-1)).toMatchObject({ type: 'done', summary: { verdict: 'cancelled' } })
  await vi.waitFor(() => expect([openCount(), cancels() - before]).toEqual([0, 1]))
})

it('answers wait for each other', async () => {
  const seen = await drive(run('push'), [{ action: 'factor', factor: 'opf1' }])
  await Promise.all([give({ action: 'poll' }, seen), give({ action: 'previous' }, seen)])
  expect(seen.prompts.at(-1)?.title).toBe('Choose a factor')
  await give({ action: 'cancel' }, seen)
})

it('a sign-in belongs to the browser that began it', async () => {
  const seen = await drive(run('sms'))
  const handle = seen.prompts.at(-1)?.handle ?? ''
  expect(handle).toMatch(/^[\w-]{43}$/)
  for (const other of ['', 'another browser', `${owner} `]) {
    expect(answerOkta({ handle, owner: other, action: 'cancel' }, tools)).toBeNull()
  }
  expect(answerOkta({ handle: `${handle.slice(1)}A`, owner, action: 'cancel' }, tools)).toBeNull()
  await give({ action: 'cancel' }, seen)
  expect(answerOkta({ handle, owner, action: 'poll' }, tools)).toBeNull()
})

it('at most twenty are open at once, and the password of one more is not sent', async () => {
  const open = await Promise.all(Array.from({ length: 20 }, () => drive(run('sms'))))
  const since = standIn().calls.length
  const seen = await drive(run('sms'))
  expect(seen.summary).toMatchObject({ verdict: 'failed', title: 'The password was not tried' })
  expect(standIn().calls.length).toBe(since)
  await Promise.all(open.map((each) => give({ action: 'cancel' }, each)))
})
