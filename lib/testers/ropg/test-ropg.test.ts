import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clientIds, clientSecret } from '@/demo/clients'
import { type RunningServer, startIdentityProvider } from '@/demo/identity-provider'
import { demoUsers } from '@/demo/users'
import { type Run, runRopg, settingsOf } from './fixtures/run'
import { ropgChecks } from './test-ropg'

let provider: RunningServer
let discovery: string
beforeAll(async () => {
  provider = await startIdentityProvider()
  discovery = `${provider.url}/.well-known/openid-configuration`
})
afterAll(() => provider.close())

const passwordOf = (name: string) => demoUsers.find((user) => user.name.startsWith(name))?.password ?? ''
const outcome = (run: Run, check: string) => run.findings.get(check)?.outcome

function login(change: Record<string, string | string[]> = {}) {
  return {
    OIDCProvider: 'Custom',
    OIDCDiscoveryURL: discovery,
    OIDCClientID: clientIds.public,
    OIDCROPGID: clientIds.public,
    OIDCScopes: 'openid+profile+email+groups',
    OIDCAdmin: 'Mac Admins',
    ...change,
  }
}

function tryUser(name: string, change: Record<string, string | string[]> = {}, password = passwordOf(name)) {
  return runRopg({ settings: settingsOf(login(change), {}), userName: `${name}@acme.example`, password })
}

describe('a password check', () => {
  it('says that a right password is right, verifies the token and tells what happens on the Mac', async () => {
    const run = await tryUser('ada')
    expect(run.summary).toMatchObject({ verdict: 'passed', title: 'The password is right' })
    const odd: readonly string[] = ['failed', 'warning']
    const bad = [...run.findings.values()].filter(({ outcome }) => odd.includes(outcome))
    expect(bad).toEqual([])
    expect([...run.findings.keys()]).toEqual(ropgChecks)
    for (const check of ['ropg.client', 'ropg.tokens', 'id-token.signature', 'id-token.at-hash']) {
      expect([check, outcome(run, check)]).toEqual([check, 'passed'])
    }
    expect([...run.requests].sort()).toEqual(['Discovery', 'Signing keys', 'Token'])
    expect(run.settled).toEqual(['accepted'])
    const mac = run.events.find((event) => event.type === 'mac')
    const rights = mac?.type === 'mac' && mac.statements.find(({ topic }) => topic === 'Rights')
    expect(rights).toMatchObject({ value: 'Administrator' })
  })

  it('says that a wrong password is wrong and sends it once', async () => {
    const run = await tryUser('ada', {}, 'not it')
    expect(run.summary).toMatchObject({
      verdict: 'failed',
      title: 'The user name or the password is wrong',
      text: expect.stringMatching(/^Entra ID compared them .* whole user principal name/),
    })
    expect(run.findings.get('ropg.tokens')?.received).toMatch(/^400 invalid_grant AADSTS50126/)
    expect(run.requests.filter((name) => name === 'Token')).toHaveLength(1)
    expect(run.settled).toEqual(['refused'])
    expect(outcome(run, 'id-token.signature')).toBe('skipped')
  })

  it('says that a password which needs a second factor is right, and offers the success code for both apps', async () => {
    const run = await tryUser('mia')
    expect(run.summary).toMatchObject({
      verdict: 'warning',
      title: 'The password is right, but Jamf Connect may call it wrong',
      repair: { title: 'Add AADSTS50076 to the success codes' },
    })
    const code = { type: 'array', items: [{ type: 'string', value: 'AADSTS50076' }] }
    expect(run.summary.repair?.edits).toEqual([
      { domain: 'com.jamf.connect.login', path: ['ROPGSuccessCodes'], value: code },
      { domain: 'com.jamf.connect', path: ['IdPSettings', 'SuccessCodes'], value: code },
    ])
    expect([outcome(run, 'ropg.tokens'), outcome(run, 'ropg.success-codes')]).toEqual(['failed', 'failed'])
    expect(run.settled).toEqual(['accepted'])
  })

  it('passes once its code is listed', async () => {
    const code = 'AADSTS50076'
    const run = await tryUser('mia', { ROPGSuccessCodes: ['5007', code] })
    expect(run.summary).toMatchObject({ verdict: 'passed', title: 'The password is right' })
    expect(run.findings.get('ropg.tokens')).toMatchObject({
      outcome: 'passed',
      title: 'The token endpoint answered with a code that is listed',
    })
    expect([...run.findings.values()].filter(({ outcome }) => outcome === 'warning')).toEqual([])
    const applied = run.findings.get('ropg.success-codes')
    expect(applied).toMatchObject({ outcome: 'passed', received: code })
    expect(applied?.means).toContain('not documented')
  })

  it.each(['5007', '50076', 'AADSTS500'])(
    'may be called wrong where a part of its code is listed: %s',
    async (part) => {
      const run = await tryUser('mia', { ROPGSuccessCodes: [part] })
      expect(run.summary).toMatchObject({
        verdict: 'warning',
        title: 'The password is right, but Jamf Connect may call it wrong',
        repair: { title: 'Add AADSTS50076 to the success codes' },
      })
      expect(run.summary.text).toContain('may take the answer for a yes, and may not')
      expect(outcome(run, 'ropg.success-codes')).toBe('warning')
      const mac = run.events.find((event) => event.type === 'mac')
      const password = mac?.type === 'mac' && mac.statements.find(({ topic }) => topic === 'Password')
      expect(password).toMatchObject({ value: 'Accepted once the code is listed' })
    },
  )

  it('does not pass where what is listed stands in answers to wrong passwords too', async () => {
    const run = await tryUser('mia', { ROPGSuccessCodes: ['invalid_grant'] })
    expect(run.summary.verdict).toBe('warning')
    expect(outcome(run, 'ropg.success-codes')).toBe('failed')
  })

  it('warns of a success code that makes every password right', async () => {
    const run = await tryUser('ada', { ROPGSuccessCodes: ['invalid_grant'] }, 'not it')
    expect(run.summary.title).toBe(
      'The user name or the password is wrong, and Jamf Connect may call it right',
    )
    expect(outcome(run, 'ropg.success-codes')).toBe('failed')
  })

  it.each([
    ['lou', /lock/i],
    ['eve', /expired/i],
  ])('says why %s cannot sign in, and that it is not the client', async (name, words) => {
    const run = await tryUser(name)
    expect(`${run.summary.title} ${run.summary.text}`).toMatch(words)
    expect([outcome(run, 'ropg.client'), outcome(run, 'ropg.tokens')]).toEqual(['passed', 'failed'])
  })

  it('warns of a space at the end of the password, and sends it as it is', async () => {
    const run = await tryUser('ada', {}, `${passwordOf('ada')} `)
    expect(outcome(run, 'ropg.password')).toBe('warning')
    expect(run.settled).toEqual(['refused'])
  })
})

describe('the client', () => {
  it.each([
    ['with its secret in the form', clientIds.confidential, undefined],
    ['with its secret in the header', `${clientIds.confidential}-basic`, 'header' as const],
  ])('is accepted %s', async (_, id, secretPlace) => {
    const settings = settingsOf(login({ OIDCClientID: id, OIDCROPGID: id, OIDCClientSecret: clientSecret }))
    const run = await runRopg({
      settings,
      userName: 'ada',
      password: passwordOf('ada'),
      ...(secretPlace === undefined ? {} : { secretPlace }),
    })
    expect(run.summary.verdict).toBe('passed')
    expect(run.findings.get('ropg.client')?.title).toBe('The client secret is accepted')
  })

  it('is what the provider refuses when the secret is missing or wrong, and no sending of the password is held for a wrong guess', async () => {
    for (const secret of [{}, { ROPGClientSecret: 'wrong' }]) {
      const run = await tryUser('ada', { OIDCROPGID: clientIds.confidential, ...secret })
      expect(run.summary.title).toMatch(/^Not known whether the password is right: .*client/)
      expect(outcome(run, 'ropg.tokens')).toBe('skipped')
      expect(new Set(run.settled)).toEqual(new Set(['not-checked']))
    }
  })

  it('is unknown, or not allowed to use the grant: both are said, and neither counts as a failure', async () => {
    const unknown = await tryUser('ada', { OIDCROPGID: 'typo' })
    expect(outcome(unknown, 'ropg.client')).toBe('failed')
    const forbidden = await tryUser('ada', { OIDCROPGID: clientIds.withoutPasswords })
    expect(forbidden.findings.get('ropg.client')?.received).toMatch(/unauthorized_client/)
    expect(forbidden.settled).toEqual(['not-checked'])
  })

  it('of the sign-in stands in for one that is not configured, with a repair', async () => {
    const { OIDCROPGID: _, ...rest } = login()
    const settings = settingsOf(rest)
    const run = await runRopg({ settings, userName: 'ada', password: passwordOf('ada') })
    expect(run.summary).toMatchObject({ verdict: 'warning', title: 'The password is right' })
    expect(run.summary.repair?.edits).toMatchObject([{ path: ['OIDCROPGID'] }])
  })
})

describe('as Self Service+', () => {
  const idp = () => ({ Provider: 'Custom', ROPGID: clientIds.public, DiscoveryURL: discovery })
  const asMenuBar = (name: string, change: Record<string, string | string[]> = {}) =>
    runRopg({
      app: 'connect',
      settings: settingsOf({ OIDCProvider: 'Custom' }, { IdPSettings: { ...idp(), ...change } }),
      userName: name,
      password: passwordOf(name),
    })

  it('uses IdPSettings and nothing of the login window', async () => {
    expect((await asMenuBar('ada')).summary.verdict).toBe('passed')
    const run = await asMenuBar('ada', {
      DiscoveryURL: `${provider.url}/nothing/.well-known/openid-configuration`,
    })
    expect(run.findings.get('discovery.reachable')).toMatchObject({
      outcome: 'failed',
      remedy: { domain: 'com.jamf.connect', path: ['IdPSettings', 'DiscoveryURL'] },
    })
  })

  it('takes its own success codes', async () => {
    expect((await asMenuBar('mia')).summary.verdict).toBe('warning')
    expect((await asMenuBar('mia', { SuccessCodes: ['AADSTS50076'] })).summary.verdict).toBe('passed')
  })
})

describe('nothing is sent', () => {
  it.each([
    ['GoogleID', 'Google has no password grant'],
    ['Okta', 'Run the Okta test instead'],
  ])('to %s, and the reason is said', async (name, words) => {
    const settings = settingsOf({ OIDCProvider: name, OIDCROPGID: 'x' })
    const run = await runRopg({ settings, userName: 'ada', password: 'secret-word' })
    expect(run.requests).toEqual([])
    expect(`${run.summary.text}`).toContain(words)
    expect([...run.findings.keys()]).toEqual(ropgChecks)
  })

  it('when a limit forbids it', async () => {
    const now = Date.now()
    const attempts = {
      reserve: async () => ({ granted: false, limit: 'spraying', until: now + 90_000 }) as const,
      settle: async () => undefined,
    }
    const run = await runRopg({ settings: settingsOf(login()), userName: 'a', password: 'b' }, { attempts })
    expect(run.requests).toEqual(['Discovery'])
    expect(run.summary.title).toBe('Nothing was sent: the same password for a fourth user within an hour')
    expect(run.summary.text).toContain('in 2 minutes')
  })
})
