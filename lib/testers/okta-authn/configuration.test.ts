import { expect, it } from 'vitest'
import type { AttemptGrant } from '@/lib/api/attempts'
import { settingsOf } from '../../schema/fixtures/settings'
import { oktaAuthn } from '../diagnosis/rows/okta-authn'
import { oktaAuthnLater } from '../diagnosis/rows/okta-authn-later'
import { faultMeaning } from './faults'
import { drive, findingOf, type Run, tools, withStandIn } from './fixtures/drive'
import { findTarget } from './target'

const { standIn } = withStandIn()
const run = (user: string, more: Partial<Run> = {}) => ({ standIn: standIn(), user, ...more })

it.each([
  [{}, 'okta.provider', 'failed'],
  [{ OIDCProvider: 'EntraID', AuthServer: 'acme.okta.com' }, 'okta.provider', 'failed'],
  [{ OIDCProvider: 'Okta' }, 'okta.domain', 'failed'],
  [{ OIDCProvider: 'Okta', AuthServer: '{{OKTA_HOST}}' }, 'okta.domain', 'failed'],
  [{ OIDCProvider: 'Okta', AuthServer: 'acme-admin.okta.com' }, 'okta.domain', 'failed'],
  [{ OIDCProvider: 'Okta', AuthServer: 'acme.okta.com@evil.example' }, 'okta.domain', 'failed'],
])('without a usable domain the password is not sent: %j', async (login, check, outcome) => {
  const { events } = await only(login)
  const found = events.find((finding) => finding.check === check)
  expect(found).toMatchObject({ outcome })
  expect(found?.remedy?.path).toBeDefined()
})

it('the Admin Console’s host is repaired with one click', async () => {
  const { events } = await only({ OIDCProvider: 'Okta', AuthServer: 'acme-admin.okta.com' })
  expect(events.at(-1)?.remedy?.repair).toEqual({
    title: 'Use acme.okta.com',
    edits: [
      {
        domain: 'com.jamf.connect.login',
        path: ['AuthServer'],
        value: { type: 'string', value: 'acme.okta.com' },
      },
    ],
  })
})

it('an address in place of a host is warned of, and tried', async () => {
  const { target, events } = await only({ OIDCProvider: 'Okta', AuthServer: 'https://Acme.okta.com/login' })
  expect(target).toMatchObject({ origin: 'https://acme.okta.com', loopback: false })
  expect(events.at(-1)).toMatchObject({ outcome: 'warning' })
})

it('the menu bar app’s own provider and domain are tried when it is chosen', async () => {
  const settings = settingsOf({
    login: { OIDCProvider: 'EntraID' },
    connect: { IdPSettings: { Provider: 'Okta', OktaAuthServer: 'acme.okta.com' } },
  })
  const found: unknown[] = []
  const target = await findTarget({ settings, app: 'connect' }, recorder(found))
  expect(target).toMatchObject({ app: 'connect', key: { path: ['IdPSettings', 'OktaAuthServer'] } })
})

it('MFAExcluded that hides every factor fails, although Okta lets the user in', async () => {
  const settings = { MFAExcluded: ['sms'] }
  const seen = await drive(run('sms', { settings }), [
    { action: 'factor', factor: 'sms1' },
    { action: 'submit', value: '424242' },
  ])
  expect(findingOf(seen, 'okta.factor-list')).toMatchObject({
    outcome: 'failed',
    certainty: 'inferred',
    received: 'Text message, hidden by MFAExcluded',
    remedy: { path: ['MFAExcluded'] },
  })
  expect(seen.summary).toMatchObject({
    verdict: 'failed',
    title: 'The password is right, but Jamf Connect has no factor to offer',
  })
})

it('a factor list tells the names of MFARename, and MFARename and MessageOTPEntry where they help', async () => {
  const advice = await drive(run('push'), [{ action: 'cancel' }])
  expect(findingOf(advice, 'okta.factor-list')?.means).toMatch(/MFARename .*MessageOTPEntry/)
  const settings = { MFARename: { push: 'Approve on your phone' }, MessageOTPEntry: 'Enter the code' }
  const told = await drive(run('push', { settings }), [{ action: 'cancel' }])
  expect(findingOf(told, 'okta.factor-list')).toMatchObject({
    outcome: 'passed',
    received:
      'Push notification (Okta Verify), called “Approve on your phone”; One-time password (Okta Verify)',
  })
  expect(findingOf(told, 'okta.factor-list')?.means).toBeUndefined()
})

it('a user with nothing but security keys is warned of', async () => {
  const seen = await drive(run('onlykey'), [{ action: 'cancel' }])
  expect(findingOf(seen, 'okta.factor-list')).toMatchObject({ outcome: 'warning' })
})

it('what happens on the Mac follows, with the role apps of Okta', async () => {
  const settings = {
    OIDCAccessClientID: 'access-app',
    OIDCAdminClientID: 'admin-app',
    OIDCSecondaryLoginClientID: 'second-app',
  }
  const { events } = await drive(run('plain', { settings }))
  const statements = events.flatMap((event) => (event.type === 'mac' ? event.statements : []))
  expect(statements[0]).toMatchObject({ topic: 'Password', value: 'Accepted' })
  const because = statements.map((statement) => statement.because).join(' ')
  for (const app of ['access-app', 'OIDCAdminClientID', 'second-app']) {
    expect(because).toContain(app)
  }
})

it('a password that the ledger does not grant is not sent', async () => {
  const since = standIn().calls.length
  const refused: AttemptGrant = { granted: false, limit: 'user', until: Date.now() + 600_000 }
  const attempts = { reserve: async () => refused, settle: async () => undefined }
  const seen = await drive(run('plain', { tools: { ...tools, attempts } }))
  expect(seen.summary?.title).toBe('The password was not tried')
  expect(findingOf(seen, 'okta.attempt')).toMatchObject({ outcome: 'failed' })
  expect(standIn().calls.length).toBe(since)
})

it.each([
  ['plain', undefined, 'accepted'],
  ['push', undefined, 'accepted'],
  ['expired', undefined, 'accepted'],
  ['plain', 'wrong', 'refused'],
  ['hidden', undefined, 'refused'],
  ['novel', undefined, 'failed'],
  ['locked', undefined, 'failed'],
  ['webpage', undefined, 'not-checked'],
])('%s with %s is noted in the ledger as %s', async (user, password, outcome) => {
  const settled: string[] = []
  const attempts = {
    reserve: async (): Promise<AttemptGrant> => ({ granted: true, id: 'a', failures: 2 }),
    settle: async (_: string, ending: string) => void settled.push(ending),
  }
  const more = { tools: { ...tools, attempts }, ...(password === undefined ? {} : { password }) }
  const seen = await drive(run(user, more), user === 'push' ? [{ action: 'cancel' }] : [])
  expect(settled).toEqual([outcome])
  expect(findingOf(seen, 'okta.attempt')).toMatchObject({ outcome: 'warning' })
})

it('a host that refuses the connection is told as such, and counts for nothing', async () => {
  const settings = { AuthServer: '127.0.0.1:1' }
  const seen = await drive(run('plain', { settings }))
  expect(seen.summary).toMatchObject({ verdict: 'failed', title: 'Okta cannot be reached' })
  expect(findingOf(seen, 'okta.reachable')).toMatchObject({
    outcome: 'failed',
    means: expect.stringContaining('refused the connection'),
  })
})

/** The codes of https://developer.okta.com/docs/reference/error-codes/ that a sign-in can meet, with their status. */
const codes: readonly (readonly [number, readonly number[]])[] = [
  [202, [70]],
  [400, [1, 3, 18, 19, 21, 74, 98]],
  [401, [4, 11, 15, 64, 207]],
  [403, [5, 6, 14, 34, 35, 36, 57, 58, 68, 69, 73, 79, 80, 82, 83, 85, 87, 119, 150, 151, 212, 259]],
  [404, [7, 8]],
  [405, [22]],
  [429, [47, 109, 118, 133, 204, 205]],
  [504, [67]],
]

it.each(codes.flatMap(([status, numbers]) => numbers.map((number) => ({ status, number }))))(
  '$status E0000$number is explained',
  ({ status, number }) => {
    const code = `E${String(number).padStart(7, '0')}`
    const { means, change } = faultMeaning(code, status)
    const row = [...oktaAuthn, ...oktaAuthnLater].find(({ match }) => match.code?.includes(code))
    expect({ means, change }).toEqual({ means: row?.cause, change: row?.fix })
    expect(means).toMatch(/^[A-Z].*\.$/)
    expect(means).not.toContain('does not know this error')
  },
)

it.each([
  ['E0009999', 403, 'again'],
  ['E0009999', 500, 'end'],
  ['constructor', 403, 'again'],
])('%s with %i, which nobody knows, says so and goes on with "%s"', (code, status, next) => {
  expect(faultMeaning(code, status)).toMatchObject({ means: 'Latchkey does not know this error.', next })
})

type Found = {
  readonly check: string
  readonly outcome: string
  readonly remedy?: { path?: unknown; repair?: unknown }
}

/** Runs the checks of the configuration alone. */
async function only(login: Readonly<Record<string, string>>) {
  const found: unknown[] = []
  const target = await findTarget({ settings: settingsOf({ login }) }, recorder(found))
  return { target, events: found as Found[] }
}

function recorder(found: unknown[]) {
  return {
    emit: () => undefined,
    later: () => undefined,
    conceal: () => undefined,
    quote: () => undefined,
    hide: (text: string) => text,
    door: {},
    finding: (finding: unknown) => void found.push(finding),
    signal: new AbortController().signal,
  }
}
