import { expect, test } from 'vitest'
import { dict, type Plain, plist, settingsOf } from '../../schema/fixtures/settings'
import { mended } from '../../schema/mend'
import { checkSettings } from '../check'
import { advice, rules } from './advice'
import { casesOfAddresses } from './advice/fixtures/addresses'
import type { Domains } from './advice/fixtures/case'
import { casesOfKeys } from './advice/fixtures/keys'
import { casesOfPasswords } from './advice/fixtures/passwords'
import { casesOfProviders } from './advice/fixtures/providers'
import { casesOfValues } from './advice/fixtures/values'
import { casesOfVendors } from './advice/fixtures/vendors'
import { inventedKeys } from './advice/invented'
import { findKey, findRetired, keyWithId } from './keys'

const cases = [
  ...casesOfAddresses,
  ...casesOfKeys,
  ...casesOfProviders,
  ...casesOfPasswords,
  ...casesOfValues,
  ...casesOfVendors,
].map(([rule, broken, place, title, ...kept]) => ({ rule, broken, place, title, kept }))

/** The issues of one rule, with everything else set right enough not to matter. */
const found = (rule: string, domains: Domains, foreignPayloadTypes: string[] = []) =>
  advice(settingsOf(domains), { today: new Date('2026-11-22T10:00:00Z'), foreignPayloadTypes }).filter(
    (issue) => issue.rule === rule,
  )

test.each(cases)(
  '$rule finds its mistake and nothing else: $broken',
  ({ rule, broken, place, title, kept }) => {
    const issues = found(rule, broken)
    expect(issues.map(({ path }) => path.join('/'))).toEqual([place])
    expect(issues[0]?.repair?.title ?? null).toBe(title)
    expect(issues[0]?.message).toMatch(/^\S.*[.?]$/s)
    expect(kept.flatMap((each) => found(rule, each))).toEqual([])
  },
)

test.each(cases.filter(({ title }) => title !== null))(
  'the repair of $rule mends it: $broken',
  ({ rule, broken }) => {
    const [issue] = found(rule, broken)
    const after = mended(settingsOf(broken), issue?.repair ?? { title: '', edits: [] })
    expect(advice(after).filter((each) => each.rule === rule)).toEqual([])
  },
)

test('every issue of the cases says what it does to the settings, and shows no secret', () => {
  for (const { broken } of cases) {
    for (const { message, repair } of advice(settingsOf(broken))) {
      expect(message).not.toContain('s3cret')
      expect(repair?.title ?? '').not.toContain('s3cret')
    }
  }
})

test('every rule has a case', () => {
  const reached = new Set(
    cases.flatMap(({ broken }) => rules.filter((rule) => rule(subjectOf(broken)).length > 0)),
  )
  const without = rules.filter((rule) => !reached.has(rule)).map(({ name }) => name)
  // Licenses need a document of their own and have a test file; the others need a payload beside the settings.
  const elsewhere = ['licenseDates', 'platformSso', 'oktaDesktopMfa']
  expect(without).toEqual(elsewhere.filter((name) => without.includes(name)))
})

function subjectOf(domains: Domains) {
  const settings = settingsOf(domains)
  return {
    settings,
    context: { provider: null, settings, domain: '', ...provided(domains) },
    today: new Date(),
    foreignPayloadTypes: [],
    foreign: [],
  }
}

function provided(domains: Domains) {
  const provider = domains.login?.OIDCProvider
  return typeof provider === 'string' ? { provider: provider as 'Okta' } : {}
}

test('settings without a mistake get no advice', () => {
  const settings = settingsOf({
    login: {
      OIDCProvider: 'EntraID',
      OIDCClientID: '9b1f8f3e-0c52-4b57-a1e0-6a5f8f0f6b11',
      OIDCROPGID: '9b1f8f3e-0c52-4b57-a1e0-6a5f8f0f6b11',
      OIDCTenant: 'c1a7a3d8-0f0f-4c4f-9d6e-1f2f3f4f5f6f',
      OIDCScopes: 'openid+profile+email',
      OIDCNewPassword: false,
      OIDCAdminAttribute: 'roles',
      OIDCAdmin: ['Admin'],
      DenyLocal: true,
      LocalFallback: true,
      Migrate: true,
    },
    connect: {
      IdPSettings: {
        Provider: 'EntraID',
        ROPGID: '9b1f8f3e-0c52-4b57-a1e0-6a5f8f0f6b11',
        TenantID: 'c1a7a3d8-0f0f-4c4f-9d6e-1f2f3f4f5f6f',
      },
    },
  })
  expect(advice(settings)).toEqual([])
})

test('a right set-up with Google passes without a remark, its secret included', () => {
  const login = {
    OIDCProvider: 'GoogleID',
    OIDCClientID: '90210-macs.apps.googleusercontent.com',
    OIDCClientSecret: 'GOCSPX-zQ4m1',
    OIDCRedirectURI: 'https://127.0.0.1/jamfconnect',
    OIDCNewPassword: true,
  }
  expect(checkSettings(settingsOf({ login }))).toEqual([])
})

test('a privacy profile answers the question of FileVault when it gives access to all files', () => {
  const domain = 'com.apple.TCC.configuration-profile-policy'
  const told = (Services: Plain) =>
    advice(settingsOf({ login: { EnableFDE: true } }), {
      foreignPayloadTypes: [domain],
      foreign: [{ domain, settings: dict({ Services }) }],
    }).filter(({ rule }) => rule === 'filevault-needs-privacy-profile')
  const host = { Identifier: 'com.apple.authorizationhost', IdentifierType: 'bundleID' }
  expect(told({ SystemPolicyAllFiles: [{ ...host, Allowed: true }] })).toEqual([])
  expect(told({ SystemPolicyAllFiles: [{ ...host, Authorization: 'Allow' }] })).toEqual([])
  for (const other of [
    { Microphone: [{ ...host, Allowed: true }] },
    { SystemPolicyAllFiles: [{ ...host, Allowed: false }] },
    { SystemPolicyAllFiles: [{ Identifier: 'com.acme.agent', Allowed: true }] },
    {},
  ]) {
    expect(told(other)[0]?.message).toContain('The one in this profile does not')
  }
})

test('an invented key is led to one that the provider heeds', () => {
  const led = (login: { [key: string]: Plain }) => {
    const [issue] = found('invented-key', { login })
    const after = mended(settingsOf({ login }), issue?.repair ?? { title: '', edits: [] })
    expect(advice(after).filter(({ rule }) => ['not-applicable', 'invented-key'].includes(rule))).toEqual([])
    return issue?.repair?.title
  }
  const host = 'fabrikam.okta.com'
  expect(led({ OIDCProvider: 'Okta', OktaDomain: host })).toBe('Rename it to AuthServer')
  expect(led({ OIDCProvider: 'Okta-OIDC', OktaDomain: host })).toBe('Rename it to OIDCTenant')
  expect(led({ OIDCProvider: 'OktaIdentityEngine', AuthServerURL: host })).toBe('Rename it to OIDCTenant')
  expect(led({ OIDCProvider: 'EntraID', OktaDomain: host })).toBe('Remove OktaDomain')
  const issuer = { OIDCProvider: 'Custom', AuthServerURL: 'https://sso.fabrikam.test/realms/macs' }
  expect(led(issuer)).toBe('Rename it to OIDCDiscoveryURL')
})

test('arguments and names in one text are told once, and the script is asked for when they stand apart', () => {
  const joined = '-reset -JamfConnect -preAuth JamfConnectLogin:Notify'
  const settings = settingsOf({ login: { ScriptPath: '/x' }, authchanger: { Arguments: [joined] } })
  const issues = checkSettings(settings).filter(({ domain }) => domain?.endsWith('authchanger'))
  expect(issues.map(({ rule }) => rule)).toEqual(['one-text-list'])
  const after = mended(settings, issues[0]?.repair ?? { title: '', edits: [] })
  const [script] = advice(after).filter(({ rule }) => rule === 'script-needs-mechanism')
  expect(script?.repair?.edits[0]?.value).toEqual(
    plist([
      '-reset',
      '-JamfConnect',
      '-preAuth',
      'JamfConnectLogin:RunScript,privileged',
      'JamfConnectLogin:Notify',
    ]),
  )
  const [admins] = found('one-text-list', { login: { OIDCAdmin: 'Mac Admins; Helpdesk' } })
  expect(admins?.repair?.edits[0]?.value).toEqual(plist(['Mac Admins', 'Helpdesk']))
  expect(found('one-text-list', { login: { OIDCAdmin: 'Mac Admins' } })).toEqual([])
})

test('an empty name lets nobody in when the provider is away', () => {
  const denied = (...DenyLocalExcluded: string[]) =>
    found('lock-out', { login: { DenyLocal: true, DenyLocalExcluded } })
  expect(denied('', ' ')).toHaveLength(1)
  expect(denied('', 'localadmin')).toEqual([])
})

test('the secret that Google asks for is no remark, others and that of the menu bar app are', () => {
  const secret = { OIDCClientSecret: 's3cret' }
  expect(found('secret-in-clear-text', { login: { OIDCProvider: 'GoogleID', ...secret } })).toEqual([])
  expect(found('secret-in-clear-text', { login: { OIDCProvider: 'Custom', ...secret } })).toHaveLength(1)
  const idp = { IdPSettings: { Provider: 'GoogleID', ClientSecret: 's3cret' } }
  expect(found('secret-in-clear-text', { connect: idp })).toHaveLength(1)
})

test('a move never overwrites another value, and removes a copy', () => {
  const stray = (inside: string) => ({ connect: { TenantID: 'a', IdPSettings: { TenantID: inside } } })
  expect(found('misplaced-key', stray('b'))[0]?.repair).toBeUndefined()
  expect(found('misplaced-key', stray('a'))[0]?.repair?.title).toBe('Remove TenantID')
})

test('what has no effect on a Mac is an error, and a key of one’s own is none', () => {
  const severity = (rule: string, domains: Domains) => found(rule, domains).map((issue) => issue.severity)
  expect(severity('misspelt-key', { login: { OIDCTennant: 'x' } })).toEqual(['error'])
  expect(severity('misspelt-key', { connect: { IdPSettings: { RopgID: 'x' } } })).toEqual(['error'])
  expect(severity('misplaced-key', { connect: { Realm: 'A.B' } })).toEqual(['error'])
  expect(severity('wrong-domain', { login: { IdPSettings: {} } })).toEqual(['error'])
  expect(severity('invented-key', { login: { OIDCIssuer: 'x' } })).toEqual(['error'])
  expect(severity('unknown-domain', { 'com.jamf.conect.login': {} })).toEqual(['error'])
  expect(severity('unknown-key', { login: { InventoryTag: 'x', Zebra: 1 } })).toEqual(['advice', 'advice'])
  expect(severity('unknown-domain', { 'com.jamf.connect.sync': {} })).toEqual(['advice'])
})

test('keys of Sync and Verify are explained with the key of today', () => {
  const issues = found('legacy-key', { 'com.jamf.connect.verify': { OIDCProvider: 'Azure' }, connect: {} })
  expect(issues[0]?.message).toContain('IdPSettings/Provider in com.jamf.connect')
  expect(issues[0]?.repair?.title).toBe('Move it to IdPSettings/Provider in com.jamf.connect')
})

test('an address inside a network asks for LocalFallback only where that would change something', () => {
  const said = (values: { [key: string]: boolean }) =>
    found('private-address', { login: { OIDCDiscoveryURL: 'https://sso.lan/a', ...values } })[0]?.message
  expect(said({ DenyLocal: true })).toMatch(/turn on LocalFallback/)
  expect(said({ DenyLocal: true, LocalFallback: false })).toMatch(/turn on LocalFallback/)
  expect(said({ DenyLocal: true, LocalFallback: true })).not.toMatch(/LocalFallback/)
  expect(said({})).not.toMatch(/LocalFallback/)
})

test('the table of invented keys names keys of the manifests', () => {
  for (const [name, { meant }] of Object.entries(inventedKeys)) {
    expect(meant === null || keyWithId(meant) !== undefined, name).toBe(true)
    for (const domain of ['com.jamf.connect.login', 'com.jamf.connect']) {
      expect(findKey(domain, [name]), name).toBeUndefined()
      expect(findRetired(domain, [name]), name).toBeUndefined()
    }
  }
})

test('messages name the keys, their domains and what to do', () => {
  const message = (rule: string, domains: Domains) => found(rule, domains)[0]?.message
  expect(
    message('linked-keys-differ', { login: { OIDCROPGID: 'a' }, connect: { IdPSettings: { ROPGID: 'b' } } }),
  ).toBe(
    'OIDCROPGID (login window) and IdPSettings/ROPGID (Self Service+) differ. Both apps check the password with the same registered application.',
  )
  expect(message('invented-key', { login: { OIDCTenantID: 'a' } })).toMatch(
    /The key for this is OIDCTenant\.$/,
  )
  expect(message('invented-key', { connect: { OIDCAuthEndpoint: 'a' } })).toMatch(
    /The key for this is IdPSettings\/DiscoveryURL\.$/,
  )
  expect(message('misspelt-key', { login: { OIDCClientId: 'a' } })).toBe(
    'Jamf Connect has no key OIDCClientId, so it has no effect. Did you mean OIDCClientID?',
  )
  expect(message('not-applicable', { login: { LocalFallback: true } })).toBe(
    'In this profile alone: LocalFallback has no effect while DenyLocal is not on. The profile that it adds to may say otherwise: look at both.',
  )
  expect(message('misplaced-key', { connect: { Realm: 'A.B' } })).toBe(
    'Realm stands at the root of com.jamf.connect, where Jamf Connect does not look for it. It belongs in its dictionary, as Kerberos/Realm.',
  )
  expect(message('misplaced-key', { connect: { SignIn: { LicenseFile: 'YWJj' } } })).toBe(
    'LicenseFile stands in SignIn, where Jamf Connect does not look for it. It belongs at the root, as LicenseFile.',
  )
  const keychain = { OIDCProvider: 'EntraID', CreateJamfConnectPassword: true }
  expect(message('keychain-password', { login: keychain })).toMatch(
    /It is not configured, and versions differ/,
  )
  expect(message('keychain-password', { login: { ...keychain, OIDCNewPassword: true } })).toMatch(
    /It is on\.$/,
  )
})

test('the argument of the login script is added once, behind the switch that announces it', () => {
  const given = (...Arguments: string[]) => ({ login: { ScriptPath: '/x' }, authchanger: { Arguments } })
  const added = (...Arguments: string[]) =>
    found('script-needs-mechanism', given(...Arguments))[0]?.repair?.edits[0]?.value
  const script = 'JamfConnectLogin:RunScript,privileged'
  expect(added('-reset')).toEqual(plist(['-reset', '-preAuth', script]))
  expect(added('-reset', '-preAuth')).toEqual(plist(['-reset', '-preAuth', script]))
})

test('a list that does not apply is told once, and not again for each key inside it', () => {
  const role = { Name: 'Support', OIDCAdminAttribute: 'groups', Duration: 15 }
  const issues = found('not-applicable', {
    login: { OIDCProvider: 'GoogleID' },
    connect: {
      IdPSettings: { Provider: 'GoogleID' },
      TemporaryUserPermissions: { TemporaryUserPromotion: true, UserPromotionRole: [role, role] },
    },
  })
  expect(issues.map(({ path }) => path.join('/'))).toEqual(['TemporaryUserPermissions/UserPromotionRole'])
})
