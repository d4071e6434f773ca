import { expect, test } from 'vitest'
import { mended } from '../schema/advice/mend'
import { checkSettings } from '../schema/check'
import { type Plain, settingsOf } from '../schema/fixture'
import { type Part, pairIssues, settledBeside } from './combined'

type Domains = { readonly [domain: string]: { readonly [key: string]: Plain } }

const part = (label: string, domains: Domains, more: Partial<Part> = {}): Part => ({
  label,
  settings: settingsOf(domains),
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
const left = (...parts: Part[]) => {
  const settled = settledBeside(parts, 0)
  return checkSettings(parts[0]?.settings ?? new Map())
    .map(({ rule, domain, path }) => ({ rule, domain, keyPath: path.join('/') }))
    .filter((issue) => !settled(issue))
    .map(({ rule, keyPath }) => `${rule} ${keyPath}`)
}
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
  expect(left(denies, fallsBack)).not.toContain('lock-out DenyLocal')
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
