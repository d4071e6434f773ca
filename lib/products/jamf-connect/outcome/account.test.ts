const DOCUMENT = '/.well-known/openid-configuration'
const hybrid = { OIDCNewPassword: false, OIDCROPGID: 'x', ROPGProvider: 'Custom' }

import { describe, expect, test } from 'vitest'
import { checkSettings } from '../../check'
import { configured, statement, tokens } from './fixtures/settings'
import { onTheMac } from './on-the-mac'
import type { OutcomeInput, StatementId } from './statement'
import { summaryOfSignIn } from './summary'

const entra = (login: object, connect?: object): OutcomeInput => ({
  settings: configured(
    { OIDCProvider: 'EntraID', ...login },
    connect === undefined ? undefined : { ...connect },
  ),
  claims: tokens.entra,
})
const value = (id: StatementId, login: object) => statement(id, entra(login)).value

describe('local password', () => {
  test.each([
    [{ OIDCNewPassword: false, OIDCROPGID: 'x' }, 'Same as Microsoft Entra ID', true, undefined],
    [{ OIDCROPGID: 'x' }, 'Same as Microsoft Entra ID', false, undefined],
    [{ OIDCNewPassword: false }, 'Same as Microsoft Entra ID', true, 'warning'],
    [
      { ...hybrid, ROPGDiscoveryURL: `https://fs.northwind.test/adfs${DOCUMENT}` },
      'Same as AD FS',
      true,
      undefined,
    ],
    [
      { ...hybrid, ROPGDiscoveryURL: `https://sso.northwind.test${DOCUMENT}` },
      'Same as at the provider at ROPGDiscoveryURL',
      true,
      undefined,
    ],
    [{ OIDCNewPassword: false, OIDCUsePassthroughAuth: true }, 'Same as Microsoft Entra ID', true, undefined],
    [{ OIDCNewPassword: true }, 'A separate one', true, undefined],
    [{ OIDCNewPassword: true, OIDCUsePassthroughAuth: true }, 'Not certain', false, 'warning'],
    [{ OIDCProvider: 'GoogleID', OIDCNewPassword: false }, 'Asked for again and again', false, 'failed'],
    [{ OIDCProvider: 'GoogleID' }, 'Asked for again and again', false, 'warning'],
    [{ OIDCProvider: 'GoogleID', OIDCNewPassword: true }, 'A separate one', true, undefined],
    [
      { OIDCProvider: 'GoogleID', OIDCNewPassword: true, OIDCUsePassthroughAuth: true },
      'Taken from the sign-in page',
      true,
      undefined,
    ],
    [{ OIDCProvider: 'Okta' }, 'Same as Okta', true, undefined],
  ])('with %j is %s', (login, expected, certain, verdict) => {
    const told = statement('local-password', entra(login))
    expect(told).toMatchObject({ value: expected, certain })
    expect(told.concern?.verdict).toBe(verdict)
  })

  test('says whether it is asked for once more', () => {
    const asked = statement('local-password', entra({ OIDCNewPassword: false, OIDCROPGID: 'x' }))
    expect(asked.because).toContain('asked for once more')
    const handed = statement(
      'local-password',
      entra({ OIDCNewPassword: false, OIDCUsePassthroughAuth: true }),
    )
    expect(handed.because).toContain('without asking again')
  })

  test('makes the keychain item of use or not', () => {
    const keychain = { CreateJamfConnectPassword: true }
    expect(value('keychain', { ...keychain, OIDCNewPassword: false })).toBe('Created')
    expect(value('keychain', { ...keychain, OIDCNewPassword: true })).toBe('Of no use')
    expect(value('keychain', { ...keychain, OIDCProvider: 'Okta', OIDCNewPassword: true })).toBe('Created')
    const google = statement(
      'keychain',
      entra({ ...keychain, OIDCProvider: 'GoogleID', OIDCNewPassword: true }),
    )
    expect(google.repair?.title).toBe('Remove CreateJamfConnectPassword')
  })
})

describe('existing account', () => {
  test.each([
    [{}, 'Not offered'],
    [{ Migrate: true }, 'Can be connected'],
    [{ Migrate: true, CreateNewUserHide: true }, 'Has to be connected'],
    [{ Migrate: true, MigrateUsersHide: ['ada.lovelace'] }, 'Not offered'],
    [{ Migrate: true, MigrateUsersHide: ['admin'] }, 'Can be connected'],
  ])('with %j: %s', (login, expected) => {
    expect(value('existing-account', login)).toBe(expected)
  })

  test('is connected by the rules of the documents', () => {
    const because = (login: object) =>
      statement('existing-account', entra({ DenyLocal: true, ...login })).because
    const connected = because({ Migrate: true })
    expect(connected).toContain(
      'a local account called ada.lovelace with the same password is connected by itself',
    )
    expect(connected).toContain('types the local one once')
    expect(connected).toContain('gets the network name as an alias')
    expect(because({ Migrate: true, OIDCProvider: 'GoogleID' })).toContain(
      'cannot be connected, because Google',
    )
    expect(because({ Migrate: true, OIDCShortName: 'oid' })).toContain('called 7f1c9d02-1111')
    expect(because({})).toContain('people with the same user name and password')
  })

  test('warns in its reason that local sign-in bypasses the migration, unless it is denied', () => {
    const because = (login: object) => statement('existing-account', entra(login)).because
    expect(because({ Migrate: true })).toContain('never connected')
    expect(because({ Migrate: true, DenyLocal: true })).not.toContain('never connected')
  })

  test('is converted when it is a mobile account and DemobilizeUsers is on', () => {
    expect(value('mobile-account', { DemobilizeUsers: true })).toBe('Becomes a local account')
    expect(onTheMac(entra({})).some(({ id }) => id === 'mobile-account')).toBe(false)
  })
})

describe('without network', () => {
  test.each([
    [{}, 'Local password', true],
    [{ DenyLocal: true }, 'Cannot sign in', true],
    [{ DenyLocal: true, LocalFallback: true }, 'Local password', true],
    [{ DenyLocal: true, DenyLocalExcluded: ['ada.lovelace'] }, 'Local password', true],
    [{ DenyLocal: true, DenyLocalExcluded: ['admin'] }, 'Cannot sign in', true],
    [{ OfflineMFA: true }, 'Password and one-time code', false],
  ])('with %j: %s', (login, expected, certain) => {
    expect(statement('without-network', entra(login))).toMatchObject({ value: expected, certain })
  })

  test('says what the code is, where it is enrolled, and that without DenyLocal no second factor is enforced', () => {
    const because = (login: object) => statement('without-network', entra(login)).because
    const code = because({ OfflineMFA: true, DenyLocal: true })
    expect(code).toMatch(/OTP Settings of Self Service\+/)
    expect(code).toContain('removes the enrolled device')
    expect(because({})).toContain('enforced only with DenyLocal')
    expect(because({ DenyLocal: true })).not.toContain('enforced only with')
  })
})

describe('Okta role apps', () => {
  const okta = { OIDCProvider: 'Okta', OIDCAccessClientID: '0oa1', OIDCSecondaryLoginClientID: '0oa2' }

  test('decide about access and further accounts, once the assignments are known', () => {
    const told = onTheMac(entra(okta)).filter(({ id }) => id === 'okta-apps')
    expect(told.map((each) => [each.topic, each.value])).toEqual([
      ['Access', 'Depends on an Okta app'],
      ['Further accounts', 'Depends on an Okta app'],
    ])
    const refused = onTheMac({ ...entra(okta), oktaApps: { access: false, secondary: true } })
    expect(summaryOfSignIn(refused)).toMatchObject({
      verdict: 'failed',
      title: 'The password is right, but the test user may not sign in',
    })
  })
})

describe('a provider without a password check', () => {
  const at = (OIDCDiscoveryURL: string, more: object = {}) => ({
    settings: configured({ OIDCProvider: 'Custom', OIDCDiscoveryURL, ...more }),
    claims: null,
    userName: 'ada@acme.com',
  })
  const addresses = [
    ['JumpCloud', 'https://oauth.id.jumpcloud.com/.well-known/openid-configuration'],
    ['authentik', 'https://sso.acme.com/application/o/mac/.well-known/openid-configuration'],
    ['PingOne', 'https://auth.pingone.eu/1/as/.well-known/openid-configuration'],
  ] as const

  test.each(addresses)('%s: the local password is not said to be checked', (label, address) => {
    for (const more of [{}, { OIDCNewPassword: false }]) {
      const told = statement('local-password', at(address, more))
      expect(told).toMatchObject({
        concern: { verdict: 'warning', text: expect.stringContaining(label) },
        repair: { title: 'Turn on OIDCNewPassword' },
      })
      expect(told.because).not.toContain('checked with')
    }
    expect(statement('local-password', at(address, { OIDCNewPassword: true })).concern).toBeUndefined()
    const migrated = statement('existing-account', at(address, { Migrate: true })).because
    expect(migrated).toContain(`cannot be connected, because ${label} does not check passwords`)
  })

  test.each(addresses)('%s leaves the check to the provider of the hybrid set-up', (_, address) => {
    const more = {
      ROPGProvider: 'Custom',
      ROPGDiscoveryURL: 'https://fs.acme.com/adfs/.well-known/openid-configuration',
      OIDCROPGID: 'mac',
      Migrate: true,
    }
    expect(statement('local-password', at(address, more)).concern).toBeUndefined()
    expect(statement('existing-account', at(address, more)).because).toContain('types the local one once')
  })

  test('the check and the outcome say the same of Google', () => {
    for (const [state, severity, verdict] of [
      [undefined, 'advice', 'warning'],
      [false, 'error', 'failed'],
    ] as const) {
      const login = { OIDCProvider: 'GoogleID', ...(state === undefined ? {} : { OIDCNewPassword: state }) }
      const told = statement('local-password', { settings: configured(login), claims: null })
      const [issue, ...others] = checkSettings(configured(login)).filter(
        ({ path }) => path[0] === 'OIDCNewPassword',
      )
      expect(others).toEqual([])
      expect(issue).toMatchObject({ severity, repair: { title: told.repair?.title } })
      expect(told.concern?.verdict).toBe(verdict)
    }
  })
})

describe('password check', () => {
  const answer = { error: 'invalid_grant', description: 'AADSTS50076: multi-factor' }
  const check = (login: object, connect?: object): OutcomeInput => ({
    ...entra(login, connect),
    password: 'accepted-with-second-factor',
    answer,
  })

  test('counts as accepted when both apps list the code, and says that the comparison is not documented', () => {
    const told = statement(
      'password',
      check({ ROPGSuccessCodes: ['AADSTS50076'] }, { IdPSettings: { SuccessCodes: ['AADSTS50076'] } }),
    )
    expect(told).toMatchObject({ value: 'Accepted', certain: false })
    expect(told.because).toContain('not documented')
  })

  test('names the app that does not list the code', () => {
    const listed = { ROPGSuccessCodes: ['AADSTS50076'] }
    const told = statement('password', check(listed, { IdPSettings: {} }))
    expect(told.value).toBe('Accepted once the code is listed')
    expect(told.concern?.title).toBe('The password is right, but Self Service+ may call it wrong')
    const neither = statement('password', check({}, { IdPSettings: {} }))
    expect(neither.concern?.text).toContain('ROPGSuccessCodes and IdPSettings/SuccessCodes')
  })

  test.each(['5007', '50076', 'invalid_grant'])('takes %s in a list for no yes', (code) => {
    const told = statement('password', check({ ROPGSuccessCodes: [code] }))
    expect(told.value).toBe('Accepted once the code is listed')
    expect(told.because).toContain('lists no whole code that proves the password')
  })

  test('leaves the second factor to Jamf Connect with the Authentication API, and to a policy with Okta by OpenID Connect', () => {
    const api = statement('password', check({ OIDCProvider: 'Okta' }))
    expect(api).toMatchObject({ value: 'Accepted', certain: true })
    expect(api.concern).toBeUndefined()
    const oidc = statement('password', check({ OIDCProvider: 'Okta-OIDC' }))
    expect(oidc.concern?.text).toContain('a policy with the password only')
    expect(oidc.because).toContain(
      'Jamf does not list this provider among those for which success codes count',
    )
  })

  test('sums up the password alone, whatever the token lacks', () => {
    const input = { ...entra({ OIDCAdmin: ['x'] }), claims: null }
    const summary = (password: OutcomeInput['password'] & string) =>
      summaryOfSignIn(onTheMac({ ...input, password }), 'password-check')
    expect(summary('accepted')).toMatchObject({ verdict: 'passed', title: 'The password is right' })
    expect(summary('refused').verdict).toBe('failed')
    expect(summary('unknown').verdict).toBe('failed')
    expect(summary('accepted-with-second-factor').verdict).toBe('warning')
  })

  test('is all there is to say without settings of the login window', () => {
    const settings = new Map([...configured({}, {})].slice(1))
    expect(onTheMac({ settings, claims: null, password: 'accepted' }).map(({ id }) => id)).toEqual([
      'password',
    ])
  })
})

test('a sign-in without concern is summed up with rights, name and password', () => {
  const login = { OIDCAdmin: ['Admin'], OIDCAdminAttribute: 'roles', OIDCNewPassword: true }
  expect(summaryOfSignIn(onTheMac(entra(login)))).toEqual({
    verdict: 'passed',
    title: 'The test user can sign in, as an administrator',
    text: 'Account: ada.lovelace. Local password: A separate one.',
  })
})
