import { expect, test } from 'vitest'
import { checkSettings } from '../products/check'
import { type Plain, settingsOf } from '../schema/fixtures/settings'
import { mended } from '../schema/mend'
import { besideOthers } from './combined'
import type { Part } from './fit-together'
import { pairIssues } from './pair-issues'

type Domains = { readonly [domain: string]: { readonly [key: string]: Plain } }

const part = (label: string, domains: Domains, more: Partial<Part> = {}): Part => ({
  label,
  identifier: `test.fabrikam.${label}`,
  organization: 'Fabrikam',
  scope: 'System',
  settings: settingsOf(domains),
  forced: settingsOf(domains),
  foreign: [],
  foreignPayloadTypes: [],
  ...more,
})
const CLIENT = '0f3c7a52-1d4e-4b8a-9f60-72c5d8e1b934'
const main = {
  OIDCProvider: 'EntraID',
  OIDCClientID: CLIENT,
  OIDCTenant: 'fabrikam.test',
  OIDCROPGID: CLIENT,
}

/** What is left to say of the first of several profiles. */
const messages = (...parts: Part[]) => {
  const beside = besideOthers(parts, 0)
  return checkSettings(parts[0]?.settings ?? new Map())
    .map(({ path, ...issue }) => ({ ...issue, keyPath: path.join('/') }))
    .flatMap((issue) => beside(issue) ?? [])
}
const left = (...parts: Part[]) => messages(...parts).map(({ rule, keyPath }) => `${rule} ${keyPath}`)
const lockOut = (...parts: Part[]) => messages(...parts).find(({ rule }) => rule === 'lock-out')?.message
const said = (...parts: Part[]) =>
  pairIssues(parts.map((member, index) => ({ member, index }))).map(({ rule, domain, path, member }) => ({
    rule,
    key: `${domain} ${path.join('/')}`,
    member,
  }))

test('what another profile brings is not missed, in either of the two', () => {
  const denies = part('deny', { login: { DenyLocal: true, Migrate: true } })
  const fallsBack = part('main', { login: { ...main, LocalFallback: true } })
  expect(left(denies)).toContain('lock-out DenyLocal')
  expect(left(fallsBack)).toContain('not-applicable LocalFallback')
  expect(left(fallsBack, denies)).not.toContain('not-applicable LocalFallback')
  const hides = part('hide', { login: { MigrateUsersHide: ['setup'] } })
  expect(left(hides, denies)).not.toContain('not-applicable MigrateUsersHide')
  const scripted = part('script', { login: { ...main, ScriptPath: '/usr/local/first.sh' } })
  const mechanism = part('auth', {
    authchanger: { Arguments: ['-reset', '-preAuth', 'JamfConnectLogin:RunScript,privileged'] },
  })
  expect(left(scripted)).toContain('script-needs-mechanism ScriptPath')
  expect(left(scripted, mechanism)).not.toContain('script-needs-mechanism ScriptPath')
})

test('that people are locked out is told whatever lies beside, with the file that holds a way in', () => {
  const denies = part('deny', { login: { ...main, DenyLocal: true } })
  const named = part('names', { login: { DenyLocalExcluded: ['helpdesk'] } })
  expect(lockOut(denies, named)).toMatch(/ names holds DenyLocalExcluded, which counts only where both are/)
  const both = part('both', { login: { LocalFallback: false, DenyLocalExcluded: ['helpdesk'] } })
  expect(lockOut(denies, both)).toContain('both holds DenyLocalExcluded')
  const plain = lockOut(denies)
  expect(plain).not.toContain('counts only')
  const other = { login: { LocalFallback: true } }
  for (const more of [
    { scope: 'User' },
    { organization: 'Contoso' },
    { identifier: denies.identifier },
    { identifier: '' },
    { forced: new Map() },
  ]) {
    expect(lockOut(denies, part('fall', other, more)), JSON.stringify(more)).toBe(plain)
    expect(left(part('fall', other), { ...denies, ...more })).not.toContain('lock-out DenyLocal')
  }
  const off = part('off', { login: { LocalFallback: false } })
  expect(lockOut(denies, part('fall', other), off)).toBe(plain)
  expect(lockOut(denies, off, part('fall', other))).toBe(plain)
})

test('what locks people out by two profiles together is told so', () => {
  const denies = part('deny', { login: { DenyLocal: true } })
  expect(lockOut(denies)).toMatch(/^In this profile alone: /)
  expect(lockOut(denies, part('main', { login: main }))).toMatch(
    /^Together with main: DenyLocal lets nobody in/,
  )
  expect(lockOut(denies, part('main', { login: { ...main, LocalFallback: true } }))).toMatch(
    / main holds LocalFallback, which counts only where both are installed on the same Mac\.$/,
  )
})

test('a key that an add-on brings, or makes needless, is no error of the main profile', () => {
  const okta = part('okta', {
    login: { OIDCProvider: 'Okta-OIDC', OIDCClientID: '0oa1', OIDCTenant: 'fabrikam.okta.com' },
  })
  const needed = 'required-key OIDCROPGID'
  expect(left(okta)).toContain(needed)
  expect(left(okta, part('client', { login: { OIDCROPGID: '0oa1' } }))).not.toContain(needed)
  expect(left(okta, part('own', { login: { OIDCNewPassword: true } }))).not.toContain(needed)
  expect(left(okta, part('off', { login: { OIDCNewPassword: false } }))).toContain(needed)
  expect(left(okta, part('user', { login: { OIDCROPGID: '0oa1' } }, { scope: 'User' }))).toContain(needed)
})

test('a dictionary is one key, to which no other profile adds', () => {
  const inside = part('bar', { connect: { UserHelp: { HelpType: 'URL' } } })
  expect(messages(inside).find(({ rule }) => rule === 'needs-another-key')?.message).toMatch(
    /^UserHelp.HelpType/,
  )
  const options = part('options', { connect: { UserHelp: { HelpOptions: ['https://help.fabrikam.test'] } } })
  expect(left(inside, options)).toContain('needs-another-key UserHelp/HelpType')
  const elsewhere = part('days', { connect: { PasswordPolicies: { ExpirationCountdownStartDay: 9 } } })
  expect(messages(elsewhere).find(({ rule }) => rule === 'needs-another-key')?.message).toMatch(/^In this/)
})

test('which profiles go together does not depend on their order, and what a third brings counts', () => {
  const bar = (Provider: string) => part(Provider, { connect: { IdPSettings: { Provider, ROPGID: CLIENT } } })
  const ping = part('ping', {
    login: { OIDCProvider: 'PingFederate', OIDCClientID: 'mac', OIDCROPGID: 'mac' },
  })
  const all = [part('login', { login: main }), ping, bar('EntraID'), bar('PingFederate')]
  for (const parts of [all, all.toReversed(), [...all.slice(2), ...all.slice(0, 2)]]) {
    expect(said(...parts).filter(({ rule }) => rule === 'half-hybrid')).toEqual([])
  }
  expect(said(part('login', { login: main }), bar('PingFederate')).map(({ rule }) => rule)).toEqual([
    'half-hybrid',
  ])
  const SuccessCodes = ['AADSTS50076']
  const codes = part('bar', {
    connect: { IdPSettings: { Provider: 'EntraID', ROPGID: CLIENT, SuccessCodes } },
  })
  const pair = [part('login', { login: main }), codes]
  expect(said(...pair).map(({ rule }) => rule)).toEqual(['success-codes-of-one-app'])
  expect(said(...pair, part('codes', { login: { ROPGSuccessCodes: SuccessCodes } }))).toEqual([])
})

test('a profile that cannot be on the same Mac settles nothing', () => {
  const denies = part('a', { login: { ...main, DenyLocal: true } })
  const other = part('b', { login: { OIDCProvider: 'OneLogin', LocalFallback: true } })
  expect(left(denies, other)).toContain('lock-out DenyLocal')
  const against = part('c', { login: { DenyLocal: false, LocalFallback: true } })
  expect(left(denies, against)).toContain('lock-out DenyLocal')
})

test('what both apps do together is told where each has a profile of its own', () => {
  const at = (Provider: string, values: { [key: string]: Plain } = {}) =>
    part('bar', { connect: { IdPSettings: { Provider, ROPGID: CLIENT, ...values } } })
  const login = part('login', { login: { ...main, ROPGSuccessCodes: ['AADSTS50076'] } })
  expect(said(login, at('EntraID'))).toEqual([
    { rule: 'success-codes-of-one-app', key: 'com.jamf.connect IdPSettings/SuccessCodes', member: 1 },
  ])
  expect(said(at('EntraID'), login)[0]).toMatchObject({ rule: 'success-codes-of-one-app', member: 0 })
  const fs = 'https://fs.fabrikam.test/adfs/.well-known/openid-configuration'
  const hybrid = part('login', {
    login: { ...main, ROPGProvider: 'Custom', ROPGDiscoveryURL: fs, OIDCROPGID: 'b7e0' },
  })
  expect(said(hybrid, at('EntraID')).map(({ rule }) => rule)).toEqual(['half-hybrid'])
  expect(said(hybrid, at('Custom', { DiscoveryURL: fs, ROPGID: 'b7e0' }))).toEqual([])
})

test('no repair of a profile that only adds takes away, or contradicts, what the two have together', () => {
  const keys: { [key: string]: Plain }[] = [
    { LocalFallback: true },
    { DenyLocalExcluded: ['itadmin'] },
    { DenyLocal: true },
    { Migrate: true },
    { CreateJamfConnectPassword: true },
    { CreateJamfConnectPassword: true, OIDCNewPassword: true },
    { EnableFDERecoveryKey: true },
    { MigrateUsersHide: ['setup'] },
    { OIDCDefaultLocal: true },
  ]
  for (const login of keys) {
    const settings = settingsOf({ login })
    const errors = checkSettings(settings).filter(({ severity }) => severity === 'error')
    for (const { repair, message } of checkSettings(settings)) {
      const after = repair && mended(settings, repair)
      const left = after ? checkSettings(after).filter(({ severity }) => severity === 'error') : errors
      expect(left.length, message).toBeLessThanOrEqual(errors.length)
      for (const { path } of repair?.edits ?? []) {
        expect(Object.keys(login), message).toContain(String(path[0]))
      }
      expect(repair?.edits.some(({ value }) => value === null) ?? false, message).toBe(false)
    }
  }
})
