import { expect, it } from 'vitest'
import { totp } from '@/demo/okta/totp'
import { standInSeed } from '@/demo/okta/users'
import { drive, exchangesOf, findingOf, give, withStandIn } from './fixtures/drive'

const { standIn } = withStandIn()
const run = (user: string) => ({ standIn: standIn(), user })
const code = () => totp(standInSeed, Date.now())
const cancels = (since: number) =>
  standIn()
    .calls.slice(since)
    .filter(({ path }) => path.endsWith('/cancel')).length

it('SUCCESS ends the test: the password is accepted, nobody is signed in', async () => {
  const seen = await drive(run('plain'))
  expect(seen.summary).toMatchObject({
    verdict: 'passed',
    title: 'The test user can sign in, as a standard user',
  })
  expect(findingOf(seen, 'okta.password')).toMatchObject({ outcome: 'passed', received: 'SUCCESS' })
  expect(findingOf(seen, 'okta.complete')).toMatchObject({ outcome: 'passed' })
  expect(findingOf(seen, 'okta.network')?.means).toContain('this server, not that of a Mac')
  expect(exchangesOf(seen)).toEqual(['Primary authentication'])
})

it('a push is polled until it is approved, and cancelled at the end', async () => {
  const since = standIn().calls.length
  const seen = await drive(run('push'), [{ action: 'factor', factor: 'opf1' }, 'poll until'])
  expect(seen.prompts[0]).toMatchObject({
    title: 'Choose a factor',
    factors: [
      { id: 'opf1', label: 'Push notification (Okta Verify)', detail: 'Phone', answerable: true },
      { id: 'ost1', label: 'One-time password (Okta Verify)', answerable: true },
    ],
  })
  expect(seen.prompts[1]).toMatchObject({ title: 'Approve the request on your device', pollMs: 4000 })
  expect(seen.summary?.verdict).toBe('passed')
  expect(seen.summary?.text).toContain('the password and the second factor')
  expect(findingOf(seen, 'okta.password')?.means).toContain('Next step: a second factor')
  expect(exchangesOf(seen)).toEqual(['Primary authentication', 'Challenge factor', 'Poll', 'Poll', 'Cancel'])
  expect(cancels(since)).toBe(1)
})

it('the number of a number challenge is shown', async () => {
  const seen = await drive(run('number'), [
    { action: 'factor', factor: 'opf2' },
    { action: 'poll' },
    'poll until',
  ])
  expect(seen.prompts[2]).toMatchObject({ number: 92, title: 'Choose this number on your device' })
  expect(seen.summary?.verdict).toBe('passed')
})

it.each([
  ['reject', 'opf3', 'The request was denied'],
  ['timeout', 'opf4', 'The request timed out'],
])('%s: a push that fails can be sent again by a button only', async (user, factor, title) => {
  const seen = await drive(run(user), [{ action: 'factor', factor }, 'poll until'])
  const prompt = seen.prompts.at(-1)
  expect(prompt).toMatchObject({ title })
  expect(prompt?.pollMs).toBeUndefined()
  expect(prompt?.actions.map(({ id }) => id)).toContain('resend')
  expect(findingOf(seen, 'okta.second-factor')).toMatchObject({ outcome: 'failed' })
  await give({ action: 'resend' }, seen)
  await give({ action: 'poll' }, seen)
  expect(seen.summary?.verdict).toBe('passed')
  expect(findingOf(seen, 'okta.second-factor')).toMatchObject({ outcome: 'passed' })
})

it('after a push that fails another factor can be chosen', async () => {
  const seen = await drive(run('reject'), [
    { action: 'factor', factor: 'opf3' },
    'poll until',
    { action: 'previous' },
    { action: 'factor', factor: 'sms1' },
    { action: 'submit', value: '424242' },
  ])
  expect(seen.summary?.verdict).toBe('passed')
})

it.each(['ost1', 'uft1'])('a one-time password (%s) may be wrong once', async (factor) => {
  const seen = await drive(run('totp'), [
    { action: 'factor', factor },
    { action: 'submit', value: '000000' },
    { action: 'submit', value: code() },
  ])
  expect(seen.prompts[1]).toMatchObject({ input: { kind: 'code' } })
  expect(seen.prompts[2]?.text).toContain('The code or the answer is wrong.')
  expect(seen.summary?.verdict).toBe('passed')
})

it.each([
  ['sms', 'sms1', 'Text message', '+1 XXX-XXX-1337'],
  ['call', 'clf1', 'Phone call', '+1 XXX-XXX-1337'],
  ['email', 'emf1', 'E-mail', 'e...n@example.com'],
])('%s: the code is sent first, then asked for', async (user, factor, title, to) => {
  const seen = await drive(run(user), [
    { action: 'factor', factor },
    { action: 'resend' },
    { action: 'resend' },
    { action: 'submit', value: ' 424242 ' },
  ])
  expect(seen.prompts[1]).toMatchObject({
    title,
    text: `Okta has sent a code to ${to}.`,
    input: { kind: 'code' },
  })
  expect(seen.prompts[3]?.text).toContain('Wait 30 seconds')
  expect(seen.summary?.verdict).toBe('passed')
})

it.each(['ykf1', 'rsa1'])('a token (%s) is asked for its code at once', async (factor) => {
  const seen = await drive(run('token'), [
    { action: 'factor', factor },
    { action: 'submit', value: '424242' },
  ])
  expect(exchangesOf(seen)).toEqual(['Primary authentication', 'Verify factor', 'Cancel'])
  expect(seen.summary?.verdict).toBe('passed')
})

it('a security question is asked in the words of Okta', async () => {
  const seen = await drive(run('question'), [
    { action: 'factor', factor: 'ufs1' },
    { action: 'submit', value: 'turnip' },
  ])
  expect(seen.prompts[1]?.input).toEqual({
    kind: 'answer',
    label: 'What is the food you least liked as a child?',
  })
  expect(seen.summary?.verdict).toBe('passed')
})

it.each(['fwf1', 'fuf1', 'dsf1'])(
  '%s cannot be tested here, says why, and another factor can',
  async (factor) => {
    const seen = await drive(run('key'), [
      { action: 'factor', factor },
      { action: 'factor', factor: 'sms1' },
      { action: 'submit', value: '424242' },
    ])
    const entry = seen.prompts[0]?.factors?.find(({ id }) => id === factor)
    expect(entry?.answerable).toBe(false)
    expect(entry?.detail).toContain('cannot be tested here')
    expect(seen.prompts[1]?.title).toBe('Choose a factor')
    expect(seen.summary?.verdict).toBe('passed')
  },
)

it.each(['list', 'push'])('%s: the list of factors is read in both of its forms', async (user) => {
  const seen = await drive(run(user), [{ action: 'cancel' }])
  expect(seen.prompts[0]?.factors).toHaveLength(2)
  expect(seen.summary?.verdict).toBe('cancelled')
})

it('PASSWORD_WARN tells the days and goes on without changing anything', async () => {
  const seen = await drive(run('warn'), [{ action: 'skip' }])
  expect(seen.prompts[0]?.text).toContain('expires in 3 days')
  expect(findingOf(seen, 'okta.password-expiry')).toMatchObject({ outcome: 'warning' })
  expect(seen.summary?.verdict).toBe('passed')
})

it.each([
  ['expired', 'warning', 'The password is right, but it has expired'],
  ['reset', 'failed', 'Not known whether the password is right: the user has to set a new one'],
  ['locked', 'failed', 'Not known whether the password is right: the account is locked'],
  ['recovery', 'failed', 'Not known whether the password is right: the account is being recovered'],
  ['challenge', 'failed', 'Not known whether the password is right: the account is being recovered'],
  ['stepup', 'failed', 'Not known whether the password is right: Okta asks for a sign-in of another kind'],
  [
    'novel',
    'warning',
    'Not known whether the password is right: Latchkey does not know this state of Okta’s',
  ],
])('%s ends the test with its explanation', async (user, verdict, title) => {
  const since = standIn().calls.length
  const { summary } = await drive(run(user))
  expect(summary).toMatchObject({ verdict, title })
  expect(cancels(since)).toBe(user === 'locked' ? 0 : 1)
})

it('an expired password is nowhere told as a sign-in that asks for nothing more', async () => {
  const seen = await drive(run('expired'))
  const told = seen.events.flatMap((event) => (event.type === 'mac' ? event.statements : []))
  expect(told.map(({ value }) => value)).toEqual(['Right, but expired'])
  expect(JSON.stringify(seen.events)).not.toContain('asks for nothing more')
  expect(findingOf(seen, 'okta.password-expiry')).toMatchObject({
    outcome: 'warning',
    title: 'The password has expired',
  })
})

it('the rules for a new password and an unknown state are shown', async () => {
  expect((await drive(run('expired'))).summary?.text).toContain('8 characters')
  expect((await drive(run('novel'))).summary?.text).toContain('SOMETHING_NEW')
})

it('an unknown factor result is shown as it is while the test goes on', async () => {
  const seen = await drive(run('odd'), [
    { action: 'factor', factor: 'opf5' },
    { action: 'poll' },
    { action: 'poll' },
  ])
  expect(seen.prompts[2]).toMatchObject({ pollMs: 4000 })
  expect(seen.prompts[2]?.text).toContain('Okta says PONDERING.')
  expect(seen.summary?.verdict).toBe('passed')
})

it.each([
  ['hidden', 'correct horse'],
  ['plain', 'wrong'],
  ['nobody', 'wrong'],
])('%s: a refusal names its three causes and does not tell them apart', async (user, password) => {
  const seen = await drive({ ...run(user), password })
  expect(seen.summary?.title).toBe(
    'The identity provider refused; the user name or the password may be wrong',
  )
  expect(seen.summary?.text).toMatch(
    /wrong, the account is locked and Okta does not show it, or a sign-on policy/,
  )
  expect(findingOf(seen, 'okta.password')).toMatchObject({
    outcome: 'failed',
    received: '401 E0000004 Authentication failed (error id oaeDemo1)',
  })
})

it('an expired state token ends the test', async () => {
  const seen = await drive(run('stale'), [{ action: 'factor', factor: 'sms1' }])
  expect(seen.summary).toMatchObject({
    verdict: 'failed',
    text: expect.stringMatching(/within a test, the sign-in has expired;.* Start the test again\./),
  })
})

it('the rate limit is told, and a full one ends the test with the time to wait for', async () => {
  expect(findingOf(await drive(run('plain')), 'okta.rate-limit')).toMatchObject({ outcome: 'passed' })
  const seen = await drive(run('busy'))
  expect(seen.summary?.text).toContain('Wait until it is reset')
  expect(findingOf(seen, 'okta.rate-limit')).toMatchObject({ outcome: 'failed' })
  expect(findingOf(seen, 'okta.rate-limit')?.received).toMatch(
    /^0 of 600 requests left, until \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC$/,
  )
})

it.each([
  ['webpage', 'okta.api', '200, a web page'],
  ['moved', 'okta.api', '302 to https://login.example.net'],
])('%s: a host that is no Okta is named', async (user, check, received) => {
  const seen = await drive(run(user))
  expect(seen.summary?.title).toBe('This host does not answer as Okta does')
  expect(findingOf(seen, check)).toMatchObject({ outcome: 'failed', received })
})

it('a link to another host is not followed', async () => {
  const since = standIn().calls.length
  const seen = await drive(run('elsewhere'), [{ action: 'factor', factor: 'opf1' }])
  expect(findingOf(seen, 'okta.links')).toMatchObject({
    outcome: 'failed',
    received: 'https://okta.example.net',
  })
  expect(seen.summary?.title).toBe('Okta’s answer leads to another host')
  expect(
    standIn()
      .calls.slice(since)
      .map(({ path }) => path),
  ).toEqual(['/api/v1/authn', '/api/v1/authn/cancel'])
})

it('what is not possible in a state shows the question again', async () => {
  const seen = await drive(run('sms'), [
    { action: 'poll' },
    { action: 'enroll' },
    { action: 'skip' },
    { action: 'resend' },
    { action: 'submit', value: '1' },
    { action: 'factor', factor: 'none' },
    { action: '__proto__' },
    { action: 'cancel' },
  ])
  expect(new Set(seen.prompts.map(({ title }) => title))).toEqual(new Set(['Choose a factor']))
  expect(exchangesOf(seen)).toEqual(['Primary authentication', 'Cancel'])
})
